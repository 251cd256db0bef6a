// @vitest-environment happy-dom
import { describe, expect, it, test } from 'vitest';
import { findAll } from '../../src/page/dom.ts';
import { findEach, selectorsOf } from '../../src/page/selectors.ts';
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

describe('one by one, they find what the list finds', () => {
  const PAGE = `<p class="a" role="link"><b data-x="1">1</b><i data-x="1">2</i></p><b class="a" data-x="2">3</b>
    <u data-x="1" role="Link">4</u><u data-x="11">5</u><s role="">6</s><input data-x="1">`;

  test.each([
    '.a, b, p > i',
    '[data-x="1"]',
    'b[data-x="1"], u[data-x="1"], i[data-x="2"]',
    'b[data-x="1"], [data-x="1"]',
    '[data-x="1"], [data-x="2"], [role="link"], .a',
    '[data-x="1"]:not(b), [data-x^="1"]',
    '[role="none"]',
    'U[data-x="1"]',
  ])('%s', (list) => {
    document.body.innerHTML = PAGE;
    expect(findEach(document.body, selectorsOf(list))).toEqual(new Set(findAll(document.body, list)));
  });

  it('and nothing where there are none', () => {
    expect(findEach(document.body, [])).toEqual(new Set());
  });
});
