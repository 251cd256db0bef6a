import * as v from 'valibot';
import type { ListMessages } from '../list-messages.ts';
import type { HandlersOf } from './handlers.ts';

const id = v.pipe(v.string(), v.maxLength(64));
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const address = v.pipe(v.string(), v.maxLength(2_048));
/** A list in one file: 64 MiB of base64. */
const file = v.pipe(v.string(), v.maxLength(90_000_000));

export const LIST_SCHEMAS = {
  listStates: v.null(),
  turnList: v.strictObject({ id, on: v.boolean() }),
  orderLists: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(256)) }),
  removeList: v.strictObject({ id }),
  previewList: v.strictObject({ address }),
  previewFile: v.strictObject({ file }),
  addList: v.strictObject({ address, fingerprint }),
  addFile: v.strictObject({ file, fingerprint }),
  updateLists: v.strictObject({ id: v.exactOptional(id) }),
  cancelUpdate: v.null(),
  acceptWaiting: v.strictObject({ id, version: v.pipe(v.number(), v.integer()) }),
} as const;

export function listHandlers(): HandlersOf<ListMessages> {
  const none = async (): Promise<never> => {
    throw new TypeError('not yet');
  };
  return {
    listStates: async () => [],
    turnList: none,
    orderLists: none,
    removeList: none,
    previewList: none,
    previewFile: none,
    addList: none,
    addFile: none,
    updateLists: none,
    cancelUpdate: none,
    acceptWaiting: none,
  };
}
