import { readArgs, UsageError } from '../command.ts';
import type { BrowserKind } from '../session.ts';

export interface SheetOptions {
  browser: BrowserKind;
  out: string;
  /** The pictures for the stores instead of the sheet. */
  store: boolean;
  /** Of the page: what is wanted of a sheet that takes long. */
  only?: string;
}

export const SHEET_USAGE = `Usage: npm run pictures -- [options]
  --out DIR                  where the pictures and index.html go (default out/pictures)
  --browser chrome|firefox   in which browser (default chrome)
  --only WORD                only states of which the name or page holds this word
  --store                    the five pictures for the stores, 1280 by 800, instead of every state
  --help                     show this`;

/** Reads the arguments; undefined means that only help was asked for. */
export function sheetOptions(args: string[]): SheetOptions | undefined {
  const {
    help,
    browser = 'chrome',
    out = 'out/pictures',
    store = false,
    only,
  } = readArgs(args, {
    browser: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string' },
    store: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  if (help) return undefined;
  if (browser !== 'chrome' && browser !== 'firefox') {
    throw new UsageError(`--browser is chrome or firefox, not "${browser}".`);
  }
  if (out === '') throw new UsageError('--out needs a folder.');
  if (only === '') throw new UsageError('--only needs a word.');
  if (store && only !== undefined) throw new UsageError('--store takes all of its pictures: leave out --only.');
  return { browser, out, store, ...(only !== undefined && { only }) };
}
