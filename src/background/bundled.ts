import { browser } from '../browser.ts';
import type { Watchlist } from '../core/list-schema.ts';
import { parseList } from '../core/parse-list.ts';

/** The lists that the package carries, by file. They need no network and no database. */
const FILES = ['seed-documents.json'] as const;

/** @throws Error when the package itself is damaged */
export async function readBundled(): Promise<Watchlist[]> {
  return Promise.all(FILES.map(readFile));
}

async function readFile(file: string): Promise<Watchlist> {
  const response = await fetch(browser.runtime.getURL(`/lists/${file}`));
  const parsed = parseList(await response.json());
  if (parsed.ok) return parsed.list;
  const [first] = parsed.faults;
  throw new Error(`the bundled list ${file} is not valid: ${first?.path}: ${first?.reason}`);
}
