import * as v from 'valibot';
import { type EvidenceMessages, type InstalledList, MAX_CHECK_LENGTH } from '../evidence-messages.ts';
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
    watchlists: () => installed(world),
    async check({ text }) {
      return check(text, await installed(world), world.today());
    },
    async sessionReport() {
      return sessionReport(await world.lists(), await readSettings());
    },
  };
}

/** Every list that is there, those that are off as well. */
export async function installed(world: World): Promise<InstalledList[]> {
  return (await world.lists()).active.map((list) => ({ list, on: true }));
}
