import { expect, it } from 'vitest';
import { pressed } from '../../../src/publisher/release/pressed-scripts.ts';

it('does the same in fewer letters, all of them ASCII', async () => {
  const code = `(function () {
    const yeh = { '\u064a': '\u06cc' };
    globalThis.told = (text) => text.replace(/[\u064a\u2013]/gu, (letter) => yeh[letter] ?? letter);
  })();`;
  const made = await pressed(code);
  expect(made.length).toBeLessThan(code.length);
  expect(made).toMatch(/^\p{ASCII}+$/u);
  const scope: { told?: (text: string) => string } = {};
  new Function('globalThis', made)(scope);
  expect(scope.told?.('\u064aa\u2013')).toBe('\u06cca\u2013');
});

it('refuses what is no script', async () => {
  await expect(pressed('const = 1')).rejects.toThrow('Name expected');
});
