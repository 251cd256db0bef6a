import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseList } from '../../core/parse-list.ts';
import type { BundleKey, Pin, ToBundle } from './sign-bundled.ts';

/**
 * Every watchlist in a folder, with where it is updated from if `keys/<list>.json` says so.
 * @throws Error for a list that is not valid, with its first fault
 */
export function listsIn(dir: string): ToBundle[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const raw = readJson(join(dir, file)) as { format?: unknown } | null;
      if (raw?.format !== 'statemark-watchlist') return [];
      const parsed = parseList(raw);
      if (!parsed.ok) throw new Error(`${file}: ${parsed.faults[0]?.path}: ${parsed.faults[0]?.reason}`);
      const pin = join(dir, 'keys', `${parsed.list.list.id}.json`);
      return [{ list: parsed.list, ...(existsSync(pin) && { updates: readJson(pin) as Pin }) }];
    });
}

export function bundleKeyIn(dir: string): BundleKey {
  return readJson(join(dir, 'keys', 'development.json')) as BundleKey;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
