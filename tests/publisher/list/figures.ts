import { compile } from '../../../src/core/compiled/compile.ts';
import { makeDelta } from '../../../src/core/compiled/delta.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { heldList } from '../../../src/publisher/list/published-folder.ts';
import { account, watchlist } from '../../fixtures/list.ts';

/** What a list of accounts costs to carry, in bytes. */
export interface Figures {
  names: number;
  /** A first install: the index and the packs. */
  whole: number;
  objects: number;
  index: number;
  /** Where one name in a hundred changed. */
  delta: number;
}

/** Accounts under made-up names with a number each, under one entity: as takedown lists are. */
function listOf(names: number, version: number): Watchlist {
  const list = watchlist();
  const identifiers = Array.from({ length: names }, (_, i) => {
    const mixed = (i * 2_654_435_761) % 4_294_967_296;
    const renamed = version > 1 && i % 100 === 0 ? '_new' : '';
    return account({
      id: `x-${i}`,
      value: `acc_${mixed.toString(36)}${renamed}`,
      stable_id: String(1_000_000_000_000 + mixed),
    });
  });
  return { ...list, list: { ...list.list, version }, identifiers };
}

export async function figuresOf(names: number): Promise<Figures> {
  const [before, after] = [await compile(listOf(names, 1)), await compile(listOf(names, 2))];
  const [from, to] = [await heldList(before.index, before.objects), await heldList(after.index, after.objects)];
  if (!from || !to) throw new Error('what was compiled cannot be read');
  const delta = await makeDelta(from, to);
  return { names, whole: after.bytes, objects: after.objects.size, index: after.index.length, delta: delta.length };
}
