import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** What a page of the extension loads before it can draw: its own script and those that it imports. */
describe.each(['chrome', 'firefox'])('of the package for %s', (browser) => {
  const dir = resolve(`.output/${browser}-mv3`);
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  const loads = (page: string): string[] =>
    [...read(`${page}.html`).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  const size = (files: readonly string[]): number =>
    files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);

  it('the popup loads neither plots nor the search of the dossier', () => {
    const [popup, dossier] = [loads('popup'), loads('dossier')];
    expect(popup.length).toBeGreaterThan(1);
    const own = dossier.filter((file) => !popup.includes(file));
    // D3's ticks and MiniSearch's index, by words that no minifier can take out of them.
    const parts = [/fuzzy/, /%Y|%B/];
    for (const part of parts) {
      expect(own.some((file) => part.test(read(file)))).toBe(true);
      expect(popup.filter((file) => part.test(read(file)))).toEqual([]);
    }
  });

  it('the dossier stays within 80 kB, gzipped', () => {
    expect(size(loads('dossier'))).toBeLessThan(80_000);
  });
});
