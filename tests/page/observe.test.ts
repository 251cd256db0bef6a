// @vitest-environment happy-dom
import '../fakes/page.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Observation } from '../../src/page/observe.ts';
import { hide, installPage } from '../fakes/page.ts';

/** A page whose units are its `p` elements. Time goes only as the test lets it. */
interface Watched {
  observation: Observation;
  /** What was read, by id. */
  read: string[];
  settled: number;
  stop: AbortController;
}

let stop = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  installPage();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function watch(html: string, onRead: (unit: Element, watched: Watched) => void = () => undefined): Watched {
  document.body.innerHTML = html;
  const watched: Watched = { observation: undefined as never, read: [], settled: 0, stop };
  watched.observation = new Observation({
    root: document,
    attributes: ['href'],
    shadowRoots: false,
    signal: stop.signal,
    begin: () => undefined,
    around,
    touched: (element) => [...around(element), ...element.querySelectorAll('p')],
    read: (unit) => {
      watched.read.push(unit.id);
      onRead(unit, watched);
    },
    settle: () => watched.settled++,
  });
  return watched;
}
const around = (element: Element): Element[] => [element.closest('p') ?? []].flat();
const $ = <E extends Element = HTMLElement>(selector: string): E => document.querySelector(selector) as E;
/** Lets the browser deliver what changed, and some time pass. */
const pass = async (ms = 0): Promise<void> => {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
};
const add = (html: string): void => $('body').insertAdjacentHTML('beforeend', html);

describe('what changed is read', () => {
  it.each<[string, () => void, string[]]>([
    ['an added element', () => add('<div><p id="c"></p></div>'), ['c']],
    ['a text within', () => (($('#a b').firstChild as Text).data = 'other'), ['a']],
    ['a text put in', () => $('#a').append('other'), ['a']],
    ['a link that leads elsewhere now', () => $('#a a').setAttribute('href', '/other'), ['a']],
    ['an element taken away', () => $('#a b').remove(), ['a']],
    ['all content replaced', () => ($('#a').innerHTML = 'other'), ['a']],
    ['two changes in one unit, once', () => void [$('#a').append('x'), $('#a b').append('y')], ['a']],
    ['changes in two units', () => void [$('#b').append('x'), $('#a').append('y')], ['b', 'a']],
    ['nothing for an attribute that says nothing', () => $('#a').setAttribute('class', 'x'), []],
    ['nothing for what stands in no unit', () => $('#c').append('x'), []],
    ['nothing of what stands beside what was taken away', () => $('i').remove(), []],
    ['nothing of what stands beside a text that came', () => $('body').append('x'), []],
    ['nothing for a comment', () => $('#a').append(document.createComment('x')), []],
    ['nothing for what is gone again', () => void [add('<p id="d"></p>'), $('#d').remove()], []],
    ['nothing for our own chip', () => $('#b').append(document.createElement('statemark-chip')), []],
    ['our own chip taken away', () => $('#a statemark-chip').remove(), ['a']],
  ])('%s', async (_, change, read) => {
    const watched = watch(
      '<p id="a"><a href="/x"></a><b>text</b><statemark-chip></statemark-chip></p><p id="b"></p><i id="c"></i>',
    );
    await pass(100);
    watched.read.length = 0;
    change();
    await pass(100);
    expect(watched.read).toEqual(read);
  });

  it('at once after a pause', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    $('#a').append('x');
    await pass(0);
    expect(watched.read).toEqual(['a']);
  });

  it('at once and without a pause where that is asked for, and once', async () => {
    const { observation, read } = watch('<p id="a"></p>');
    add('<p id="b"></p>');
    await pass();
    const before = [...read];
    observation.touch($('#a'));
    expect(read).toEqual(before);
    observation.flush();
    expect(read).toEqual([...before, 'a']);
    observation.flush();
    await pass(100);
    expect(read).toEqual([...before, 'a']);
  });

  it('not even then while the page is hidden, or after the end', async () => {
    const { observation, read } = watch('<p id="a"></p>');
    await pass(100);
    const before = [...read];
    hide(true);
    observation.touch($('#a'));
    observation.flush();
    expect(read).toEqual(before);
    hide(false);
    await pass(100);
    stop.abort();
    const after = [...read];
    observation.touch($('#a'));
    observation.flush();
    expect(read).toEqual(after);
  });

  it('and then marks are drawn', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    const before = watched.settled;
    $('#a').append('x');
    await pass(0);
    expect(watched.settled).toBeGreaterThan(before);
  });
});

describe('a page that never rests', () => {
  it('cannot keep a change from being read', async () => {
    const watched = watch('<p id="a"></p><i id="noise"></i>');
    await pass(100);
    let waited: number | undefined;
    for (let ms = 0; ms < 400; ms++) {
      $('#noise').append('x');
      if (ms === 200) add('<p id="late"></p>');
      await pass(1);
      if (waited === undefined && watched.read.includes('late')) waited = ms - 200;
    }
    expect(waited).toBeLessThanOrEqual(16);
  });

  it('is not read on each of its changes', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    watched.read.length = 0;
    for (let ms = 0; ms < 240; ms++) {
      $('#a').append('x');
      await pass(1);
    }
    expect(watched.read.length).toBeGreaterThan(10);
    expect(watched.read.length).toBeLessThan(40);
  });

  it('that touches itself while it is read comes to an end', async () => {
    const watched = watch('<p id="a"></p><p id="b"></p>', (unit, { observation, read }) => {
      if (read.length < 50) observation.touch(unit);
    });
    $('#a').append('x');
    await pass(1_000);
    expect(watched.read.length).toBeLessThanOrEqual(51);
    expect(watched.settled).toBeGreaterThan(0);
  });
});

describe('reading is done in slices', () => {
  const many = Array.from({ length: 100 }, (_, i) => `<p id="n${i}"></p>`).join('');

  it('that end after some milliseconds, and go on after others had their turn', async () => {
    let now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const watched = watch('', () => now++);
    add(many);
    now += 100;
    await pass(0);
    expect(watched.read.length).toBeGreaterThan(0);
    expect(watched.read.length).toBeLessThan(10);
    now += 100;
    await pass(2_000);
    expect(new Set(watched.read).size).toBe(100);
    expect(watched.read).toHaveLength(100);
  });

  it('that never begin within one another', async () => {
    let depth = 0;
    let deepest = 0;
    const watched = watch('<p id="a"></p><p id="b"></p><p id="c"></p>', (_, { observation, read }) => {
      deepest = Math.max(deepest, ++depth);
      if (read.length < 20) observation.touch(document.documentElement);
      depth--;
    });
    await pass(100);
    $('#a').append('x');
    await pass(500);
    expect(watched.read.length).toBeGreaterThanOrEqual(20);
    expect(deepest).toBe(1);
  });

  it('and one that fails does not stop the others', async () => {
    const thrown: unknown[] = [];
    const watched = watch('<p id="a"></p><p id="b"></p><p id="c"></p>', (unit) => {
      if (unit.id === 'b') throw new Error('b cannot be read');
    });
    for (let i = 0; i < 5; i++) {
      try {
        if (i === 0) watched.observation.touch(document.body);
        await pass(20);
      } catch (error) {
        thrown.push(error);
      }
    }
    expect(watched.read).toEqual(['a', 'b', 'c']);
    expect(watched.settled).toBeGreaterThan(0);
    expect(thrown.map(String)).toEqual(['Error: b cannot be read']);
  });
});

describe('a hidden page', () => {
  it('is read when it is shown', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    hide(true);
    for (let i = 0; i < 50; i++) {
      add(`<p id="n${i}"></p>`);
      await pass(20);
    }
    expect(watched.read).toEqual([]);
    hide(false);
    await pass(20);
    expect(watched.read).toHaveLength(50);
  });

  it('with very many changes is read as a whole', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    hide(true);
    for (let i = 0; i < 2_500; i++) $('#a').append('x');
    add('<p id="late"></p>');
    await pass(20);
    hide(false);
    await pass(50);
    expect(watched.read.toSorted()).toEqual(['a', 'late']);
  });
});

describe('after the end', () => {
  it('nothing is read, changed or not', async () => {
    const watched = watch('<p id="a"></p>');
    await pass(100);
    watched.read.length = 0;
    $('#a').append('x');
    stop.abort();
    $('#a').append('y');
    watched.observation.touch($('#a'));
    hide(true);
    hide(false);
    await pass(500);
    expect(watched.read).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
