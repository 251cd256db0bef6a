import * as v from 'valibot';
import { sightingsOf } from '../core/reading.ts';
import { sightingKeys } from '../core/sighting.ts';
import { type CheckReply, type EvidenceMessages, MAX_CHECK_LENGTH } from '../evidence-messages.ts';
import { readQuestions } from '../platforms/read-question.ts';
import { readSettings } from '../settings.ts';
import { check } from './check.ts';
import type { HandlersOf, World } from './handling.ts';
import { sessionReport } from './session-report.ts';

export const EVIDENCE_SCHEMAS = {
  watchlists: v.null(),
  check: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_CHECK_LENGTH)) }),
  sessionReport: v.null(),
} as const;

export function evidenceHandlers(world: World): HandlersOf<EvidenceMessages> {
  return {
    async watchlists() {
      return [...(await (await world.lists()).all())];
    },
    check: ({ text }) => checkIn(world, text),
    async sessionReport() {
      return sessionReport(await world.lists(), await readSettings());
    },
  };
}

export async function checkIn(world: World, text: string): Promise<CheckReply> {
  const readings = readQuestions(text).questions.flatMap((question) => question.readings);
  const keys = readings.flatMap(sightingsOf).flatMap((sighting) => sightingKeys(sighting));
  return check(text, await (await world.lists()).all(keys), world.today());
}
