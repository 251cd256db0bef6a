import { readArgs, UsageError } from '../../command-line.ts';
import { changesText } from '../changes-text.ts';
import { loadAny, loadWithTable } from '../load-any.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- diff [--all] [--names TABLE] OLD NEW

Says what changed between two versions of a list: names added, removed and changed, with what is said of them.

  OLD, NEW   a list in source form (.json), a published folder, or a list in one file (.statemark)
  --all      every name; 100 of each kind are told otherwise
  --names    the table of names that NEW, in source form, would be built with

Exit code: 0 told, changes or none, 1 one of them is no valid list, 2 wrong usage.
`;

const MOST = 100;

export const diff: Command = {
  name: 'diff',
  summary: 'says what changed between two versions, for people',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { all: { type: 'boolean' }, names: { type: 'string' } });
    const [before, after, more] = positionals;
    if (before === undefined || after === undefined || more !== undefined)
      throw new UsageError('two lists are compared');
    const old = await loadAny(before);
    const now = values.names === undefined ? await loadAny(after) : await loadWithTable(after, values.names);
    await world.out.write(await changesText(old, now, values.all ? Number.POSITIVE_INFINITY : MOST));
    return 0;
  },
};
