// @vitest-environment happy-dom
import { describe, expect, it, test } from 'vitest';
import { findAll, findEach, selectorsOf } from '../../src/page/dom.ts';
import { PLATFORMS } from '../../src/platforms/all.ts';

describe('a list of selectors taken apart', () => {
  test.each([
    ['a', ['a']],
    ['a, b', ['a', 'b']],
    ['a,b ,\n c > d', ['a', 'b', 'c > d']],
    [':is(a, b) c, d', [':is(a, b) c', 'd']],
    ['a:not(:is(b, c), d), e', ['a:not(:is(b, c), d)', 'e']],
    ['[title="a, b"], c', ['[title="a, b"]', 'c']],
    ['', []],
  ])('%s', (list, parts) => {
    expect(selectorsOf(list)).toEqual(parts);
  });

  it.each(PLATFORMS.map(({ id, page }) => [id, page] as const))('loses nothing of those of %s', (_, page) => {
    for (const list of [page.ignore, page.authorBlock, ...page.units.map(({ selector }) => selector)]) {
      expect(selectorsOf(list).join(', ').replace(/\s+/g, ' ')).toBe(list.replace(/\s+/g, ' '));
      for (const selector of selectorsOf(list)) expect(() => document.body.matches(selector)).not.toThrow();
    }
  });
});

it('finds one by one what the list finds', () => {
  document.body.innerHTML = '<p class="a"><b>1</b><i>2</i></p><b class="a">3</b><u>4</u>';
  const list = '.a, b, p > i';
  expect(findEach(document.body, selectorsOf(list))).toEqual(new Set(findAll(document.body, list)));
  expect(findEach(document.body, [])).toEqual(new Set());
});
