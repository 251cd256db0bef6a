import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText } from '../../../src/core/canonical.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { account, watchlist } from '../../fixtures/list.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { run } from './run.ts';

/** Enough names that a delta is worth its while. */
export function listOf(version: number, names = 60, changes: Partial<Watchlist> = {}): Watchlist {
  const list = watchlist(changes);
  const identifiers = Array.from({ length: names }, (_, i) => account({ id: `x-${i}`, value: `sample_${i}` }));
  return { ...list, list: { ...list.list, version }, identifiers };
}

/** A publisher at work: keys, a source file, a folder. */
export class Publisher {
  readonly dir = testFolder();
  readonly folder = join(this.dir, 'public');
  readonly source = join(this.dir, 'list.json');

  async key(name: string): Promise<string> {
    const file = join(this.dir, `${name}.key`);
    const { code, err } = await run(['keygen', '--out', file]);
    if (code !== 0) throw new Error(err);
    return file;
  }

  write(list: Watchlist): void {
    writeFileSync(this.source, canonicalText(list));
  }

  /** @param now milliseconds since 1970 */
  build(list: Watchlist, key: string, options: string[] = [], now?: number) {
    this.write(list);
    const args = ['build', this.source, '--out', this.folder, '--key', key, ...options];
    return run(args, now === undefined ? {} : { now: () => now });
  }
}
