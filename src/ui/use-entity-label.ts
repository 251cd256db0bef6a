import type { Localised } from '../core/list-schema.ts';
import { send } from '../messages.ts';
import { useAnswer } from './use-answer.ts';

/** What an active list calls an entity; undefined until it is known, and where no list holds it any more. */
export function useEntityLabel(list: string, entity: string): Localised | undefined {
  return useAnswer(() => send('entityLabel', { list, entity }), [list, entity]);
}
