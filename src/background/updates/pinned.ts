import type { BundledList } from '../bundled.ts';
import type { ListStore } from './list-store.ts';
import { addRecord, recordOf } from './records.ts';
import { firstCheck } from './schedule.ts';

/**
 * A bundled list that says where newer versions come from is asked for like one that the reader added. A
 * release of the extension that pins another key begins anew: it is the way out when a key was lost.
 */
export async function followPins(
  { store, now, random }: { store: ListStore; now(): number; random(): number },
  bundled: readonly BundledList[],
): Promise<void> {
  for (const { id, updates } of bundled) {
    if (updates === undefined) continue;
    const { key, address } = updates;
    const known = await recordOf(id);
    if (known?.key === key && known.address === address) continue;
    if (known?.key === key) {
      await addRecord({ ...known, address });
      continue;
    }
    if (known) await store.remove(id).catch(() => undefined);
    await addRecord({ id, address, key, failures: 0, nextDue: firstCheck(now(), random), history: [] });
  }
}
