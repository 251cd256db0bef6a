import { compile } from '../../core/compiled/compile.ts';
import { CommandError } from '../command-line.ts';
import { diffText, section, written } from './diff-text.ts';
import type { Loaded } from './load-any.ts';
import { heldList } from './published-folder.ts';
import { type TableChange, type Tabled, tableChanges } from './published-names.ts';

/** In the order in which they are told. */
const KINDS = {
  added: 'added to the table',
  removed: 'removed from the table',
  moved: 'of the table listed as another row',
} as const;

/**
 * What changed from one version to another, in rows and table.
 * @param most names of each kind
 * @throws CommandError
 */
export async function changesText(before: Loaded, after: Loaded, most: number): Promise<string> {
  return diffText(before.list, after.list, most, await tableLines(before, after, most));
}

/**
 * What changed in the tables of names, for people: lines, none where neither list has a table.
 * @param most names of each kind; the others are only counted
 * @throws CommandError
 */
async function tableLines(before: Loaded, after: Loaded, most: number): Promise<string[]> {
  if (before.held === undefined && after.held === undefined) return [];
  const found = { added: { count: 0, lines: [] }, removed: { count: 0, lines: [] }, moved: { count: 0, lines: [] } };
  try {
    for await (const change of tableChanges(await tabled(before), await tabled(after))) {
      const kind: { count: number; lines: string[] } = found[kindOf(change)];
      if (++kind.count <= most) kind.lines.push(lineOf(change));
    }
  } catch (error) {
    // A part that is missing or broken.
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
  return (['added', 'removed', 'moved'] as const).flatMap((kind) =>
    section(KINDS[kind], found[kind].count, found[kind].lines),
  );
}

function kindOf({ before, after }: TableChange): keyof typeof KINDS {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'moved';
}

function lineOf({ row, before, after }: TableChange): string {
  if (before === undefined) return `  + ${written(row)} (as ${after?.id})`;
  if (after === undefined) return `  − ${written(row)} (as ${before.id})`;
  return `  ~ ${written(row)} (as ${before.id} → ${after.id})`;
}

/** A list without a table has an empty one. */
async function tabled({ list, held }: Loaded): Promise<Tabled> {
  if (held) return { list, held };
  const { index, objects } = await compile(list);
  const made = await heldList(index, objects);
  if (made === undefined) throw new Error('what was compiled cannot be read back');
  return { list, held: made };
}
