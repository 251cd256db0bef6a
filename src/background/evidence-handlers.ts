import * as v from 'valibot';
import { type CheckReply, type EvidenceMessages, MAX_CHECK_LENGTH } from '../evidence-messages.ts';
import { readSettings } from '../settings.ts';
import { check } from './check.ts';
import type { HandlersOf, World } from './handlers.ts';
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
  return check(text, await (await world.lists()).all(), world.today());
}
