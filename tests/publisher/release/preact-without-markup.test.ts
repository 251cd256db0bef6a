import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { withoutMarkup } from '../../../src/publisher/release/preact-without-markup.ts';

const FILE = 'node_modules/preact/dist/preact.mjs';
const preact = readFileSync(FILE, 'utf8');

describe('the Preact of the packages', () => {
  it('is the installed one but for the one assignment', () => {
    const rest = withoutMarkup(preact, FILE);
    expect(preact.length - rest.length).toBeGreaterThan(50);
    expect(preact.length - rest.length).toBeLessThan(120);
    expect(preact).toContain('.innerHTML');
    expect(rest).not.toContain('.innerHTML');
  });
});

const one = 'l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),';

test.each([
  ['has no such assignment', 'h?(r.__k=[]):0'],
  ['has it twice', one + one],
  ['assigns in another way too', `${one}t.innerHTML=x`],
  ['assigns another thing', one.replace('=h.__html)', '=q.__html)')],
  ['assigns to another element', one.replace('(t.innerHTML=', '(q.innerHTML=')],
])('a Preact that %s stops the build', (_, code) => {
  expect(() => withoutMarkup(code, 'preact.mjs')).toThrow(/preact\.mjs assigns to innerHTML/);
});
