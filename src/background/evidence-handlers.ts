import * as v from 'valibot';
import type { EvidenceMessages } from '../evidence-messages.ts';
import type { HandlersOf, World } from './handlers.ts';

export const EVIDENCE_SCHEMAS = {
  watchlists: v.null(),
  check: v.strictObject({ text: v.pipe(v.string(), v.maxLength(2_000)) }),
} as const;

export function evidenceHandlers(world: World): HandlersOf<EvidenceMessages> {
  return {
    async watchlists() {
      return (await world.lists()).active.map((list) => ({ list, on: true }));
    },
    async check() {
      return { read: [], findings: [], exceptions: [] };
    },
  };
}
