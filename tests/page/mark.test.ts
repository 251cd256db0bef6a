// @vitest-environment happy-dom
import '../fakes/page.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../src/core/verdict.ts';
import type { Match } from '../../src/page/judge.ts';
import { type Drawer, Marks } from '../../src/page/mark.ts';
import { fake } from '../fakes/browser.ts';
import { chips, highlighted, installPage, underlined } from '../fakes/page.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  fake.reset();
  installPage();
});
afterEach(() => {
  vi.useRealTimers();
});

const verdict = (identifier: string, changes: Partial<Verdict> = {}): Verdict => ({
  list: 'sample',
  identifier,
  entity: 'e',
  name: identifier,
  kind: 'outlet',
  grade: 'confirmed',
  ...changes,
});
const $ = (selector: string): Element => document.querySelector(selector) as Element;

/** The mark of a name at an element: its whole text is underlined. */
function at(selector: string, identifier: string, changes: Partial<Match> = {}): Match {
  const after = $(selector);
  const node = after.firstChild as Text;
  const range = new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: node.length });
  return { verdicts: [verdict(identifier)], place: 'mention', ranges: [range], after, ...changes };
}

function draw(marks: Marks, ...matches: Match[]): void {
  marks.set($('article'), matches);
  marks.settle();
}
const marking = (changes: Partial<Drawer> = {}): Marks =>
  new Marks({ style: 'chip', isQuiet: () => false, onOpen: () => undefined, ...changes });
/** Where each chip stands: the text of what is around it. */
const chipped = (): string[] => chips().map((chip) => chip.closest('b, i')?.textContent ?? 'elsewhere');

function page(): void {
  document.body.innerHTML = '<article><p><b>@one</b> and <i>@two</i></p></article>';
}

describe('a mark', () => {
  it('underlines the name and sets one chip behind it', () => {
    page();
    draw(marking(), at('b', 'one'), at('i', 'two'));
    expect(underlined()).toEqual(['@one', '@two']);
    expect(chipped()).toEqual(['@one', '@two']);
  });

  it('is drawn by settling, not before', () => {
    page();
    const marks = marking();
    marks.set($('article'), [at('b', 'one')]);
    expect(chips()).toEqual([]);
    marks.settle();
    expect(chips()).toHaveLength(1);
  });

  it('changes nothing of the site’s own: no text, class or attribute', () => {
    page();
    const before = document.body.innerHTML;
    draw(marking(), at('b', 'one'));
    expect(document.body.textContent).toBe('@one and @two');
    for (const chip of chips()) chip.remove();
    expect(document.body.innerHTML).toBe(before);
  });

  it('tells the page nothing: its host has no attribute, text or readable root', () => {
    page();
    draw(marking(), at('b', 'one'));
    const [chip] = chips();
    expect(chip?.attributes).toHaveLength(0);
    expect(chip?.textContent).toBe('');
    expect(chip?.shadowRoot).toBeNull();
  });

  it('drawn again is the same chip, so that it keeps the focus', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    const [chip] = chips();
    draw(marks, at('b', 'one'));
    expect(chips()).toEqual([chip]);
    expect(underlined()).toEqual(['@one']);
  });

  it.each<[string, Match['verdicts']]>([
    ['another grade', [verdict('one', { grade: 'disputed' })]],
    ['another name', [verdict('one', { name: 'One TV' })]],
    ['another identifier', [verdict('two')]],
    ['a second list', [verdict('one'), verdict('one', { list: 'other' })]],
  ])('of %s is another chip', (_, verdicts) => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    const [chip] = chips();
    draw(marks, at('b', 'one', { verdicts }));
    expect(chips()).toHaveLength(1);
    expect(chips()[0]).not.toBe(chip);
  });

  it('opens what it shows now, not what it showed first', () => {
    page();
    const opened: Match[] = [];
    const marks = marking({ onOpen: (_, match) => opened.push(match) });
    draw(marks, at('b', 'one'));
    const now = at('b', 'one');
    draw(marks, now);
    expect(marks.find({ list: 'sample', identifier: 'one' }).map(({ match }) => match)).toEqual([now]);
  });
});

describe('a recycled node', () => {
  it('shows the new mark only', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    ($('b').firstChild as Text).data = '@three';
    draw(marks, at('b', 'three'));
    expect(chips()).toHaveLength(1);
    expect(underlined()).toEqual(['@three']);
    expect(marks.find({ list: 'sample', identifier: 'one' })).toEqual([]);
  });

  it('of nobody listed shows none', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    draw(marks);
    expect(chips()).toEqual([]);
    expect(underlined()).toEqual([]);
    expect(marks.roots()).toEqual([]);
  });

  it('whose listed name stands elsewhere now has its chip there', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    draw(marks, at('i', 'one'));
    expect(chipped()).toEqual(['@two']);
    expect(underlined()).toEqual(['@two']);
  });

  it('never keeps a chip at the wrong name, however often the name moves', () => {
    page();
    const marks = marking();
    for (let round = 0; round < 20; round++) {
      const [here, there] = round % 2 ? ['b', '@one'] : ['i', '@two'];
      draw(marks, at(here as string, 'one'));
      expect(
        chipped().filter((name) => name !== there),
        `round ${round}`,
      ).toEqual([]);
    }
  });
});

describe('the same name twice', () => {
  it('in one text is one chip and two underlines', () => {
    page();
    const [one, two] = [at('b', 'one'), at('i', 'one')];
    draw(marking(), { ...one, ranges: [...one.ranges, ...two.ranges] });
    expect(chips()).toHaveLength(1);
    expect(underlined()).toEqual(['@one', '@two']);
  });

  it('as author and in the text is two chips, each kept', () => {
    page();
    const marks = marking();
    const both = () => [at('b', 'one', { place: 'author' }), at('i', 'one')];
    draw(marks, ...both());
    const before = chips();
    draw(marks, ...both());
    expect(chips()).toEqual(before);
    expect(chipped()).toEqual(['@one', '@two']);
  });
});

describe('a chip that the site takes away', () => {
  const takeAway = (): void => {
    for (const chip of chips()) chip.remove();
  };

  it('comes back', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    takeAway();
    draw(marks, at('b', 'one'));
    expect(chipped()).toEqual(['@one']);
  });

  it('again and again is let go: the underline stays', () => {
    page();
    const marks = marking();
    for (let round = 0; round < 30; round++) {
      draw(marks, at('b', 'one'));
      takeAway();
    }
    draw(marks, at('b', 'one'));
    expect(chips()).toEqual([]);
    expect(underlined()).toEqual(['@one']);
  });

  it('comes back after the site has left it alone for a while', () => {
    page();
    const marks = marking();
    for (let round = 0; round < 30; round++) {
      draw(marks, at('b', 'one'));
      takeAway();
    }
    vi.advanceTimersByTime(11_000);
    draw(marks, at('b', 'one'));
    expect(chipped()).toEqual(['@one']);
  });

  it('with its whole name comes back with it', () => {
    page();
    const marks = marking();
    draw(marks, at('b', 'one'));
    $('p').innerHTML = '<b>@one</b> and <i>@two</i>';
    draw(marks, at('b', 'one'));
    expect(chipped()).toEqual(['@one']);
    expect(underlined()).toEqual(['@one']);
  });
});

describe('styles', () => {
  it('clean draws nothing at all', () => {
    page();
    const before = document.documentElement.outerHTML;
    const marks = marking({ style: 'clean' });
    draw(marks, at('b', 'one'));
    expect(document.documentElement.outerHTML).toBe(before);
    expect(underlined()).toEqual([]);
    // The popup can still lead to where it stands.
    const [verdict] = at('b', 'one').verdicts;
    expect(marks.find({ list: verdict?.list ?? '', identifier: verdict?.identifier ?? '' })).toHaveLength(1);
  });

  it('underline draws no chip', () => {
    page();
    draw(marking({ style: 'underline' }), at('b', 'one'));
    expect(chips()).toEqual([]);
    expect(underlined()).toEqual(['@one']);
  });
});

describe('many units', () => {
  it('gone from the page are forgotten', () => {
    document.body.innerHTML = '';
    const marks = marking();
    for (let i = 0; i < 700; i++) {
      const root = document.createElement('article');
      root.innerHTML = '<b>@one</b>';
      document.body.append(root);
      const node = root.querySelector('b')?.firstChild as Text;
      const range = new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 4 });
      marks.set(root, [
        { verdicts: [verdict('one')], place: 'mention', ranges: [range], after: node.parentNode as Element },
      ]);
      marks.settle();
      root.remove();
    }
    expect(marks.roots().length).toBeLessThan(600);
    expect(highlighted().length).toBeLessThan(600);
    expect(marks.find({ list: 'sample', identifier: 'one' })).toEqual([]);
  });

  it('are found in the page’s order', () => {
    document.body.innerHTML = '<article><b>@one</b></article><section><b>@one</b></section>';
    const marks = marking();
    const inSection = at('section b', 'one');
    marks.set($('section'), [inSection]);
    marks.settle();
    const inArticle = at('article b', 'one');
    draw(marks, inArticle);
    expect(marks.find({ list: 'sample', identifier: 'one' }).map(({ match }) => match)).toEqual([inArticle, inSection]);
  });
});

describe('the end', () => {
  it('takes every trace away', () => {
    page();
    const before = document.documentElement.outerHTML;
    const marks = marking();
    draw(marks, at('b', 'one'), at('i', 'two'));
    marks.set($('article'), [at('b', 'one')]);
    marks.clear();
    marks.settle();
    expect(document.documentElement.outerHTML).toBe(before);
    expect((CSS.highlights as unknown as Map<string, unknown>).size).toBe(0);
  });
});
