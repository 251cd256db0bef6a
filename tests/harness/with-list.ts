import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalText } from '../../src/core/canonical.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { undoOnExit } from './cleanup.ts';

export type ExtensionCopy = {
  dir: string;
  /** Deletes the copy. */
  remove(): void;
};

/** A copy of a built extension that carries another list than the bundled one. */
export function withList(extensionDir: string, list: Watchlist): ExtensionCopy {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-list-'));
  const forget = undoOnExit(remove);
  function remove(): void {
    rmSync(dir, { recursive: true, force: true });
    forget();
  }
  cpSync(extensionDir, dir, { recursive: true });
  writeFileSync(join(dir, 'lists/seed-documents.json'), canonicalText(list));
  return { dir, remove };
}
