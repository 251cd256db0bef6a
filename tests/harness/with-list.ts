import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { bundleKeyIn } from '../../src/publisher/list/bundle-data.ts';
import { bundledFiles, type ToBundle } from '../../src/publisher/list/sign-bundled.ts';
import { undoOnExit } from './cleanup.ts';

export type ExtensionCopy = {
  dir: string;
  /** Deletes the copy. */
  remove(): void;
};

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** A copy of a built extension that carries another list than the bundled ones. */
export function withList(extensionDir: string, list: Watchlist): Promise<ExtensionCopy> {
  return withLists(extensionDir, [{ list }]);
}

/** A copy of a built extension that carries these lists, signed today, so that no test grows too old. */
export async function withLists(extensionDir: string, lists: readonly ToBundle[]): Promise<ExtensionCopy> {
  const today = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
  const files = await bundledFiles(lists, bundleKeyIn(DATA), today);
  const dir = mkdtempSync(join(tmpdir(), 'statemark-list-'));
  const forget = undoOnExit(remove);
  function remove(): void {
    rmSync(dir, { recursive: true, force: true });
    forget();
  }
  cpSync(extensionDir, dir, { recursive: true });
  rmSync(join(dir, 'lists'), { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(join(dir, dirname(path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return { dir, remove };
}
