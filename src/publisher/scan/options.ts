import type { PlatformId } from '../../core/names.ts';
import { PLATFORMS } from '../../platforms/all.ts';
import { readArgs, UsageError } from '../command-line.ts';
import type { PostFormat } from './read-posts.ts';

/** What the command line asks for. */
export interface ScanOptions {
  files: InputFile[];
  lists: string[];
  /** Also the bundled lists that are off by default. */
  allLists?: true;
  platform?: PlatformId;
  json: boolean;
}

export interface InputFile {
  /** `-` is standard input. */
  name: string;
  format: PostFormat | 'html';
}

export const USAGE = `usage: npm run scan -- [--platform NAME] [--json] [--list FILE]… [--all-lists] FILE…

Finds the hashtags, accounts and sites of the lists in posts and saved pages.

  FILE         .jsonl (an object a line: text, author, url, platform), .csv (a header with the same names),
               .txt (a post a line), .html (a saved page), or - for JSON lines from standard input
  --platform   the network of the posts, and whose hashtag rules a page is read by, where they do not say
               themselves: ${PLATFORMS.map(({ id }) => id).join(', ')} (x where neither says)
  --list       a list to use instead of the bundled ones; may be given again
  --all-lists  every bundled list, also those that are off until a reader switches them on
  --json       one match a line, as JSON (with "npm run --silent scan -- …" nothing else is on standard output)

Exit code: 0 all read (matches or none), 1 something could not be read and was passed over, 2 wrong usage or list.
`;

/** @throws UsageError */
export function readOptions(args: readonly string[]): ScanOptions | 'help' {
  const { values, positionals } = readArgs(args, {
    platform: { type: 'string' },
    list: { type: 'string', multiple: true },
    'all-lists': { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  if (positionals.length === 0) throw new UsageError('no file is given');
  if (positionals.filter((name) => name === '-').length > 1)
    throw new UsageError('standard input (-) can be read once');
  const { platform } = values;
  if (platform !== undefined && !isPlatform(platform)) throw new UsageError(`--platform: "${platform}" is not known`);
  return {
    files: positionals.map((name) => ({ name, format: formatOf(name) })),
    lists: values.list ?? [],
    json: values.json ?? false,
    ...(values['all-lists'] === true && { allLists: true as const }),
    ...(platform !== undefined && { platform }),
  };
}

export function isPlatform(name: string): name is PlatformId {
  return PLATFORMS.some(({ id }) => id === name);
}

function formatOf(name: string): InputFile['format'] {
  if (name === '-') return 'jsonl';
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
      return 'jsonl';
    case 'csv':
    case 'txt':
      return ending;
    case 'html':
    case 'htm':
      return 'html';
    default:
      throw new UsageError(`${name}: the name must end in .jsonl, .csv, .txt or .html`);
  }
}
