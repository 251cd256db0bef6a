import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { shortened } from '../../../src/publisher/release/short-entry.ts';

const FILE = 'node_modules/wxt/dist/virtual/content-script-isolated-world-entrypoint.mjs';
const entry = readFileSync(FILE, 'utf8');
const UNLISTED = 'node_modules/wxt/dist/virtual/unlisted-script-entrypoint.mjs';

it('the installed WXT starts scripts as known', () => {
  const short = shortened(entry, FILE);
  expect(short).toContain('import definition from "virtual:user-content-script-isolated-world-entrypoint";');
  expect(short).toContain('definition.main(new ContentScriptContext())');
  expect(short).not.toContain('logger');
});

it('and those that are run by name', () => {
  const short = shortened(readFileSync(UNLISTED, 'utf8'), UNLISTED);
  expect(short).toContain('import definition from "virtual:user-unlisted-script-entrypoint";');
  expect(short).toContain('definition.main()');
  expect(short).not.toContain('logger');
});

test.each([
  ['imports nothing', 'console.log(1)'],
  ['has a plugin more', entry.replace('import ', 'import { x } from "x";\nimport ')],
  ['has another context', entry.replace('wxt/utils/content-script-context', 'wxt/utils/other')],
])('one that %s stops the build', (_, code) => {
  expect(() => shortened(code, 'entry.mjs')).toThrow(/entry\.mjs starts scripts otherwise/);
});
