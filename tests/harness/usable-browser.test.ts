import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OLDEST, tooOld } from './usable-browser.ts';

test.each([
  ['chrome', 'Chromium 136.0.7103.113 built on Debian GNU/Linux 12 (bookworm)', /^Chromium 136: too old, 137/],
  ['chrome', 'Google Chrome 99.0.1 ', /^Google Chrome 99: too old/],
  ['firefox', 'Mozilla Firefox 128.11.0esr', /^Mozilla Firefox 128: too old, 142/],
] as const)('%s that says "%s" is too old', (kind, said, fault) => expect(tooOld(kind, said)).toMatch(fault));

test.each([
  ['chrome', 'Chromium 137.0.1 built on Debian GNU/Linux 12 (bookworm)'],
  ['firefox', 'Mozilla Firefox 142.0'],
  ['firefox', 'Mozilla Firefox 153.7.0esr'],
  ['firefox', ''],
  ['chrome', 'no version at all'],
] as const)('%s that says "%s" will do', (kind, said) => expect(tooOld(kind, said)).toBeUndefined());

test('the oldest versions are those of the manifests', () => {
  const config = readFileSync('wxt.config.ts', 'utf8');
  expect(config).toContain(`minimum_chrome_version: '${OLDEST.chrome}'`);
  expect(config).toContain(`strict_min_version: '${OLDEST.firefox}.0'`);
});
