// @vitest-environment happy-dom
import '../fakes/page.ts';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { Lists } from '../../src/background/lists.ts';
import type { Filter } from '../../src/core/filter.ts';
import { buildFilter } from '../../src/core/filter-build.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { MAX_KEY_LENGTH, type PageReport } from '../../src/messages.ts';
import { Report } from '../../src/page/report.ts';
import { Scanner } from '../../src/page/scan.ts';
import { Visits } from '../../src/page/visits.ts';
import { x } from '../../src/platforms/x.ts';
import { DEFAULTS, type Settings } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import {
  chips,
  goTo,
  hide,
  installPage,
  link,
  mentionLink,
  postHtml,
  rowHtml,
  tagLink,
  underlined,
  type WrittenPost,
} from '../fakes/page.ts';
import { account, claim, tag, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const LIST = watchlist({
  identifiers: [
    account({ id: 'a-outlet', value: 'SampleOutlet', stable_id: '7' }),
    account({ id: 'a-other', value: 'OtherOutlet' }),
    tag({ id: 'h-sample', value: 'Sample_Tag' }),
    tag({ id: 'h-hero', value: 'Hero', rule: 'needs-context', context: { any_of: ['soleimani'] } }),
    tag({ id: 'h-fa', value: 'قاسم_سلیمانی' }),
  ],
});

let stop = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  fake.reset();
  installPage();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

interface Scan {
  scanner: Scanner;
  reports: PageReport[];
  asked: string[][];
}

interface Given {
  list?: Watchlist;
  settings?: Partial<Settings>;
  filter?: Filter;
  /** In place of the list's answers. */
  lookup?: (keys: string[], lists: Lists) => ReturnType<Lists['lookup']> | Promise<ReturnType<Lists['lookup']>>;
  report?: Report;
}

async function scan(html: string, given: Given = {}): Promise<Scan> {
  document.body.innerHTML = html;
  const lists = new Lists([given.list ?? LIST], TODAY, 'en');
  const made: Scan = { scanner: undefined as never, reports: [], asked: [] };
  made.scanner = new Scanner({
    platform: x,
    settings: { ...DEFAULTS, ...given.settings },
    filter: given.filter,
    report: given.report ?? new Report(),
    signal: stop.signal,
    lookup: async (keys) => {
      made.asked.push(keys);
      return given.lookup ? given.lookup(keys, lists) : lists.lookup(keys);
    },
    onMatches: (report) => made.reports.push(report),
    onOpen: () => undefined,
  });
  await pass(100);
  return made;
}
const pass = async (ms = 50): Promise<void> => {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
};
const $ = <E extends Element = HTMLElement>(selector: string): E => document.querySelector(selector) as E;
const posts = (...written: WrittenPost[]): string => written.map(postHtml).join('');
/** Identifiers on the page with the number of units that hold each. */
const found = ({ scanner }: Scan): Record<string, number> =>
  Object.fromEntries(scanner.read().matches.map(({ identifier, count }) => [identifier, count]));

describe('what is marked on a page', () => {
  test.each<[string, string, underlinedTexts: string[]]>([
    ['a listed author', posts({ handle: 'SampleOutlet', html: 'x' }), ['@SampleOutlet']],
    ['in any case of letters', posts({ handle: 'sampleoutlet', html: 'x' }), ['@sampleoutlet']],
    ['a listed account that is mentioned', posts({ handle: 'a', html: mentionLink('OtherOutlet') }), ['@OtherOutlet']],
    ['a hashtag', posts({ handle: 'a', html: tagLink('Sample_Tag') }), ['#Sample_Tag']],
    ['a hashtag without a link', posts({ handle: 'a', html: 'x #sample_tag y' }), ['#sample_tag']],
    ['Arabic letters for Persian ones', posts({ handle: 'a', html: tagLink('قاسم_سليماني') }), ['#قاسم_سليماني']],
    ['a common word with its context', posts({ handle: 'a', html: '#Hero Soleimani' }), ['#Hero']],
    ['a trend', '<div data-testid="trend" role="link"><span>#Sample_Tag</span></div>', ['#Sample_Tag']],
    [
      'a quoted author without a link',
      posts({ handle: 'a', html: 'x', quote: { handle: 'OtherOutlet', html: 'y' } }),
      ['@OtherOutlet'],
    ],
    [
      'a listed account that reposts somebody',
      posts({ handle: 'a', html: 'x', repostedBy: 'OtherOutlet' }),
      ['OtherOutlet reposted'],
    ],
    [
      'a listed account that somebody reposts',
      posts({ handle: 'OtherOutlet', html: 'x', repostedBy: 'a' }),
      ['@OtherOutlet'],
    ],
    ['a row', rowHtml('SampleOutlet', '7'), ['@SampleOutlet']],
    ['a row after a rename: the id is known', rowHtml('NewName', '7'), ['@NewName']],
  ])('%s', async (_, html, texts) => {
    await scan(html);
    expect(underlined()).toEqual(texts);
    expect(chips()).toHaveLength(texts.length);
  });

  test.each<[string, string]>([
    ['an unlisted author', posts({ handle: 'SampleOutlets', html: 'x' })],
    [
      'what objects have as members',
      posts({ handle: 'constructor', html: '@__proto__ #toString #__proto__ @hasOwnProperty' }),
    ],
    ['a longer tag', posts({ handle: 'a', html: '#Sample_Tags #My_Sample_Tag' })],
    ['a tag with more underscores', posts({ handle: 'a', html: '#SampleTag #Sample__Tag' })],
    ['a common word alone', posts({ handle: 'a', html: '#Hero' })],
    ['a common word by somebody with the name', posts({ handle: 'soleimani', name: 'Soleimani', html: '#Hero' })],
    ['a common word beside another post', posts({ handle: 'a', html: '#Hero' }, { handle: 'b', html: 'Soleimani' })],
    [
      'a common word that quotes the name',
      posts({ handle: 'a', html: '#Hero', quote: { handle: 'b', html: 'Soleimani' } }),
    ],
    ['a display name that is a handle', posts({ handle: 'a', name: '@SampleOutlet', html: 'x' })],
    [
      'a quoted display name that is a handle',
      posts({ handle: 'a', html: 'x', quote: { handle: 'b', name: '@SampleOutlet', html: 'y' } }),
    ],
    ['a display name with a tag', posts({ handle: 'a', name: '#Sample_Tag', html: 'x' })],
    ['an author whose name another account holds', rowHtml('SampleOutlet', '8')],
    ['a mail address', posts({ handle: 'a', html: 'me@sampleoutlet.example' })],
    ['an address of another site', posts({ handle: 'a', html: link('https://evil.example/SampleOutlet', 'x') })],
    [
      'what somebody types',
      `<div role="textbox" contenteditable="true">${posts({ handle: 'a', html: '#Sample_Tag' })}</div>`,
    ],
    ['what stands outside of posts', '<p>#Sample_Tag @SampleOutlet</p>'],
  ])('not %s', async (_, html) => {
    const made = await scan(html);
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
    expect(found(made)).toEqual({});
    expect(made.reports).toEqual([]);
  });
});

describe('an id that the page shows', () => {
  test.each<[string, Filter | undefined]>([
    ['where every name is asked for', undefined],
    ['where a filter holds it', buildFilter(['x!7'])],
  ])('marks what was read before under a name that nobody listed, %s', async (_, filter) => {
    const made = await scan(posts({ handle: 'NewName', html: 'x', id: '21' }), filter ? { filter } : {});
    expect(underlined()).toEqual([]);
    document.body.insertAdjacentHTML('beforeend', rowHtml('NewName', '7'));
    await pass();
    await pass();
    expect(underlined()).toEqual(['@NewName', '@NewName']);
    expect(found(made)).toEqual({ 'a-outlet': 2 });
  });

  it('undoes a mark on the name of another account, wherever that stands', async () => {
    await scan(posts({ handle: 'a', html: mentionLink('SampleOutlet') }));
    expect(underlined()).toEqual(['@SampleOutlet']);
    document.body.insertAdjacentHTML('beforeend', rowHtml('SampleOutlet', '8'));
    await pass();
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
  });

  it('is read from what the profile page says for machines', async () => {
    const schema = JSON.stringify({ mainEntity: { additionalName: 'SampleOutlet', identifier: '8' } });
    document.head.innerHTML = `<script type="application/ld+json" data-testid="UserProfileSchema-test">${schema}</script>`;
    await scan('<div data-testid="UserName"><span>Name</span><div><span>@SampleOutlet</span></div></div>');
    expect(underlined()).toEqual([]);
  });

  it('that comes as two for one name marks nothing of that name', async () => {
    await scan(rowHtml('SampleOutlet', '8') + posts({ handle: 'a', html: mentionLink('SampleOutlet') }));
    document.body.insertAdjacentHTML('beforeend', rowHtml('SampleOutlet', '7'));
    await pass();
    expect(underlined()).toEqual(['@SampleOutlet']); // The row that shows the listed id itself.
    expect($('article statemark-chip')).toBeNull();
  });
});

describe('a page that changes', () => {
  it('has its new posts marked', async () => {
    const made = await scan(posts({ handle: 'a', html: 'x' }));
    document.body.insertAdjacentHTML('beforeend', posts({ handle: 'SampleOutlet', html: 'y', id: '21' }));
    await pass();
    expect(underlined()).toEqual(['@SampleOutlet']);
    expect(made.reports.at(-1)?.matches).toEqual([
      { list: 'sample', identifier: 'a-outlet', count: 1, places: ['author'] },
    ]);
  });

  it('has a text that changed in place read anew', async () => {
    const made = await scan(posts({ handle: 'a', html: '<b>#Sample_Tag</b>' }));
    expect(chips()).toHaveLength(1);
    ($('article b').firstChild as Text).data = 'nothing';
    await pass();
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
    expect(found(made)).toEqual({});
    await pass(200);
    expect(made.reports.at(-1)?.matches).toEqual([]);
  });

  it('tells of the first match at once, and of those that follow closely together', async () => {
    const made = await scan(posts({ handle: 'a', html: '#Sample_Tag' }));
    expect(made.reports).toHaveLength(1);
    for (let i = 0; i < 8; i++) {
      document.body.insertAdjacentHTML('beforeend', posts({ handle: 'b', html: '#Sample_Tag', id: `9${i}` }));
      await pass(10);
    }
    await pass(300);
    expect(made.reports.length).toBeLessThanOrEqual(3);
    expect(made.reports.at(-1)?.matches).toMatchObject([{ identifier: 'h-sample', count: 9 }]);
  });

  it('has a post that became another one marked as that one', async () => {
    const made = await scan(posts({ handle: 'SampleOutlet', html: 'x' }));
    $('article').outerHTML = posts({ handle: 'carol', html: 'y', id: '99' });
    await pass();
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
    expect(new Visits(made.scanner.marks).reveal({ list: 'sample', identifier: 'a-outlet' })).toBe(false);
  });

  it('has a recycled node that shows somebody else marked as somebody else', async () => {
    await scan(posts({ handle: 'SampleOutlet', html: 'x' }));
    for (const anchor of document.querySelectorAll('a[href="/SampleOutlet"]')) anchor.setAttribute('href', '/carol');
    for (const span of document.querySelectorAll('[data-testid="User-Name"] span')) span.textContent = '@carol';
    $('[data-testid^="UserAvatar"]').setAttribute('data-testid', 'UserAvatar-Container-carol');
    await pass();
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
  });

  it('has a chip that it took away put back', async () => {
    await scan(posts({ handle: 'a', html: '#Sample_Tag' }));
    chips()[0]?.remove();
    await pass();
    expect(chips()).toHaveLength(1);
  });

  it('is not read for ever because of our own marks', async () => {
    const made = await scan(posts({ handle: 'SampleOutlet', html: '#Sample_Tag' }));
    const { length } = made.asked;
    await pass(1_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(made.asked).toHaveLength(length);
  });

  it('counts a post once that it mounts again', async () => {
    const html = posts({ handle: 'SampleOutlet', html: 'x', id: '55' });
    const made = await scan(html);
    for (let round = 0; round < 3; round++) {
      document.body.innerHTML = '';
      await pass();
      document.body.innerHTML = html;
      await pass();
    }
    expect(found(made)).toEqual({ 'a-outlet': 1 });
    expect(made.scanner.read().posts).toBe(1);
    expect(chips()).toHaveLength(1);
  });

  it('counts a quoted post once that is mounted again with the one around it', async () => {
    const html = posts({ handle: 'a', html: 'x', id: '55', quote: { handle: 'SampleOutlet', html: 'y' } });
    const made = await scan(html);
    document.body.innerHTML = html;
    await pass();
    expect(found(made)).toEqual({ 'a-outlet': 1 });
    expect(made.scanner.read().posts).toBe(2);
  });

  it('counts two quoted posts that one element shows in turn', async () => {
    const made = await scan(posts({ handle: 'a', html: 'x', id: '55', quote: { handle: 'SampleOutlet', html: 'y' } }));
    $('a[href="/a/status/55"]').setAttribute('href', '/a/status/56');
    const quoted = $('[tabindex="0"]');
    quoted.innerHTML = quoted.innerHTML.replaceAll('SampleOutlet', 'OtherOutlet');
    await pass();
    expect(underlined()).toEqual(['@OtherOutlet']);
    expect(found(made)).toEqual({ 'a-outlet': 1, 'a-other': 1 });
    expect(made.scanner.read().posts).toBe(4);
  });

  it('begins anew at another address, and says so', async () => {
    const made = await scan(posts({ handle: 'SampleOutlet', html: 'x' }));
    goTo('https://x.com/explore');
    document.body.innerHTML = posts({ handle: 'a', html: 'y', id: '77' });
    await pass();
    expect(found(made)).toEqual({});
    expect(made.scanner.read()).toMatchObject({ posts: 1, status: 'read' });
    await pass(200);
    expect(made.reports.at(-1)?.matches).toEqual([]);
  });

  it('that puts a quoted post together piece by piece is marked once, in the quoted post', async () => {
    const made = await scan(
      posts({ handle: 'a', html: '#Hero', quote: { handle: 'b', html: 'Soleimani #Sample_Tag' } }),
    );
    const name = $('[role="link"][tabindex="0"] [data-testid="User-Name"]');
    const { parentElement } = name;
    name.remove();
    await pass();
    parentElement?.prepend(name);
    await pass();
    expect(underlined()).toEqual(['#Sample_Tag']);
    expect(chips()).toHaveLength(1);
    expect(found(made)).toEqual({ 'h-sample': 1 });
  });

  it('while hidden is read when it is shown', async () => {
    await scan('');
    hide(true);
    document.body.innerHTML = posts({ handle: 'SampleOutlet', html: 'x' });
    await pass(500);
    expect(chips()).toEqual([]);
    hide(false);
    await pass();
    expect(chips()).toHaveLength(1);
  });
});

describe('a page that becomes one to write in', () => {
  // happy-dom knows neither: what browsers derive from the attribute, and a mode without one.
  const writable = (body: boolean, mode: 'on' | 'off'): void => {
    document.body.toggleAttribute('contenteditable', body);
    Object.defineProperty(document.body, 'isContentEditable', { value: body, configurable: true });
    Object.defineProperty(document, 'designMode', { value: mode, configurable: true });
  };
  afterEach(() => writable(false, 'off'));

  test.each<[string, boolean, 'on' | 'off']>([
    ['by its attribute', true, 'off'],
    ['by its mode, with the next change', false, 'on'],
  ])('loses its marks %s', async (_, body, mode) => {
    await scan(posts({ handle: 'a', html: tagLink('Sample_Tag') }));
    expect(underlined()).toEqual(['#Sample_Tag']);
    writable(body, mode);
    if (mode === 'on')
      document.body.insertAdjacentHTML('beforeend', posts({ handle: 'b', html: tagLink('Sample_Tag') }));
    await pass(100);
    expect([underlined(), chips()]).toEqual([[], []]);
  });
});

describe('what is asked of the background', () => {
  it('is each name once, and nothing that the reader could be known by', async () => {
    const made = await scan(
      posts({ handle: 'a', html: '#Sample_Tag @b secret words' }, { handle: 'a', html: '@b', id: '21' }),
    );
    const keys = made.asked.flat();
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.toSorted()).toEqual(['*#sample_tag', 'x#sample_tag', 'x@a', 'x@b']);
  });

  it('may fail: nothing is marked, and names are asked for when seen again', async () => {
    let works = false;
    const lookup: Given['lookup'] = (keys, lists) => {
      if (!works) throw new Error('no receiving end');
      return lists.lookup(keys);
    };
    const made = await scan(posts({ handle: 'SampleOutlet', html: '<b>x</b>' }), { lookup });
    expect(chips()).toEqual([]);
    expect(made.scanner.read()).toMatchObject({ status: 'read', posts: 1, matches: [] });
    works = true;
    ($('article b').firstChild as Text).data = 'y';
    await pass();
    expect(chips()).toHaveLength(1);
  });

  it('may fail in part: what was answered is marked', async () => {
    let calls = 0;
    const lookup: Given['lookup'] = (keys, lists) => {
      if (calls++ === 0) throw new Error('no receiving end');
      return lists.lookup(keys);
    };
    const many = Array.from({ length: 210 }, (_, i) => `@n${i}`).join(' ');
    const first = posts({ handle: 'a', html: many });
    await scan(first + posts({ handle: 'SampleOutlet', html: 'x', id: '21' }), { lookup });
    expect(underlined()).toEqual(['@SampleOutlet']);
  });

  it('comes late: what the post shows by then is what counts', async () => {
    let answer = (): void => undefined;
    const lookup: Given['lookup'] = (keys, lists) =>
      new Promise((resolve) => {
        answer = () => resolve(lists.lookup(keys));
      });
    await scan(posts({ handle: 'a', html: '<b>#Sample_Tag</b>' }), { lookup });
    const late = answer;
    ($('article b').firstChild as Text).data = '#nothing';
    late();
    await pass();
    answer();
    await pass();
    expect(underlined()).toEqual([]);
    expect(chips()).toEqual([]);
  });

  it('takes long: what has gone since is let go of in hundreds', async () => {
    let answer = (): void => undefined;
    const lookup: Given['lookup'] = (keys, lists) =>
      new Promise((resolve) => {
        answer = () => resolve(lists.lookup(keys));
      });
    const made = await scan('', { lookup });
    for (let i = 0; i < 800; i += 200) {
      const some = Array.from({ length: 200 }, (_, n) => ({ handle: 'a', html: '#Sample_Tag', id: `${1 + i + n}` }));
      document.body.innerHTML = posts(...some);
      await pass(2_000);
    }
    document.body.innerHTML = '';
    await pass();
    answer();
    await pass();
    expect(found(made)).toEqual({ 'h-sample': 400 });
  });

  it('comes after the post has gone: it is counted all the same, and nothing is drawn', async () => {
    let answer = (): void => undefined;
    const lookup: Given['lookup'] = (keys, lists) =>
      new Promise((resolve) => {
        answer = () => resolve(lists.lookup(keys));
      });
    const made = await scan(posts({ handle: 'a', html: '#Sample_Tag' }), { lookup });
    $('article').remove();
    await pass();
    answer();
    await pass();
    expect(found(made)).toEqual({ 'h-sample': 1 });
    expect(made.reports.at(-1)?.matches).toMatchObject([{ identifier: 'h-sample' }]);
    expect(underlined()).toEqual([]);
  });

  it('comes after the post has changed and gone: what it said before no longer counts', async () => {
    let answer = (): void => undefined;
    const lookup: Given['lookup'] = (keys, lists) =>
      new Promise((resolve) => {
        answer = () => resolve(lists.lookup(keys));
      });
    const made = await scan(posts({ handle: 'a', html: '<b>#Sample_Tag</b>' }), {
      lookup,
      filter: buildFilter(['*#sample_tag']),
    });
    ($('article b').firstChild as Text).data = 'nothing';
    await pass();
    $('article').remove();
    await pass();
    answer();
    await pass();
    expect(found(made)).toEqual({});
  });

  it('of a page before this one: it no longer counts', async () => {
    let answer = (): void => undefined;
    const lookup: Given['lookup'] = (keys, lists) =>
      new Promise((resolve) => {
        answer = () => resolve(lists.lookup(keys));
      });
    const made = await scan(posts({ handle: 'a', html: '#Sample_Tag' }), { lookup });
    const late = answer;
    goTo('https://x.com/explore');
    document.body.innerHTML = posts({ handle: 'b', html: 'y', id: '77' });
    await pass();
    late();
    await pass();
    expect(found(made)).toEqual({});
  });

  it('of a list that changed in between: answers of the one before are void', async () => {
    let generation = 1;
    const lookup: Given['lookup'] = (keys, lists) => ({
      ...lists.lookup(keys),
      generation,
      ...(generation > 1 && { verdicts: [] }),
    });
    const made = await scan(posts({ handle: 'SampleOutlet', html: '<b>x</b>' }), { lookup });
    expect(chips()).toHaveLength(1);
    generation = 2;
    document.body.insertAdjacentHTML('beforeend', posts({ handle: 'new_name', html: 'y', id: '21' }));
    await pass();
    ($('article b').firstChild as Text).data = 'z';
    await pass();
    await pass();
    expect(chips()).toEqual([]);
    expect(found(made)).toEqual({});
  });

  it('is small: a name that no list can hold does not spoil the others', async () => {
    await scan(posts({ handle: 'a', html: `#${'a'.repeat(MAX_KEY_LENGTH)} #Sample_Tag` }), {
      lookup: (keys, lists) => {
        if (keys.some((key) => key.length > MAX_KEY_LENGTH)) throw new TypeError('lookup: refused');
        return lists.lookup(keys);
      },
    });
    expect(underlined()).toEqual(['#Sample_Tag']);
  });
});

describe('the reader’s settings', () => {
  const muted = [{ list: 'sample', identifier: 'a-outlet', since: '2026-01-01' }];

  it('muted names are told of, and not drawn', async () => {
    const made = await scan(posts({ handle: 'SampleOutlet', html: '#Sample_Tag' }), { settings: { muted } });
    expect(underlined()).toEqual(['#Sample_Tag']);
    expect(found(made)).toEqual({ 'a-outlet': 1, 'h-sample': 1 });
  });

  it('clean pages have nothing drawn, and are told of', async () => {
    const html = posts({ handle: 'SampleOutlet', html: '#Sample_Tag' });
    const made = await scan(html, { settings: { markStyle: 'clean' } });
    expect(document.body.innerHTML).toBe(Object.assign(document.createElement('body'), { innerHTML: html }).innerHTML);
    expect(underlined()).toEqual([]);
    expect(found(made)).toEqual({ 'a-outlet': 1, 'h-sample': 1 });
  });

  it('underlines alone leave the page without chips', async () => {
    await scan(posts({ handle: 'SampleOutlet', html: 'x' }), { settings: { markStyle: 'underline' } });
    expect(underlined()).toEqual(['@SampleOutlet']);
    expect(chips()).toEqual([]);
  });
});

describe('another list, while marks are drawn', () => {
  it('takes the place of the one before, and counts anew', async () => {
    const report = new Report();
    const first = await scan(posts({ handle: 'SampleOutlet', html: mentionLink('OtherOutlet') }), { report });
    expect(underlined()).toHaveLength(2);
    stop.abort();
    expect(chips()).toEqual([]);
    expect(underlined()).toEqual([]);
    stop = new AbortController();
    const list = watchlist({ identifiers: [account({ id: 'a-other', value: 'OtherOutlet' })], claims: [claim()] });
    const html = document.body.innerHTML;
    const second = await scan(html, { report, list });
    expect(underlined()).toEqual(['@OtherOutlet']);
    expect(found(second)).toEqual({ 'a-other': 1 });
    expect(new Visits(first.scanner.marks).reveal({ list: 'sample', identifier: 'a-outlet' })).toBe(false);
  });

  it('nothing is marked after the end', async () => {
    const made = await scan(posts({ handle: 'a', html: 'x' }), {});
    stop.abort();
    document.body.insertAdjacentHTML('beforeend', posts({ handle: 'SampleOutlet', html: 'y', id: '21' }));
    await pass(500);
    expect(chips()).toEqual([]);
    expect(made.reports).toEqual([]);
  });

  it('an answer that comes after the end draws nothing', async () => {
    let answer = (): void => undefined;
    await scan(posts({ handle: 'SampleOutlet', html: 'x' }), {
      lookup: (keys, lists) =>
        new Promise((resolve) => {
          answer = () => resolve(lists.lookup(keys));
        }),
    });
    stop.abort();
    answer();
    await pass(500);
    expect(chips()).toEqual([]);
    expect(underlined()).toEqual([]);
  });
});

async function visiting(...page: Parameters<typeof scan>): Promise<Visits> {
  return new Visits((await scan(...page)).scanner.marks);
}

describe('reveal', () => {
  it('goes from mark to mark of a name, and begins again', async () => {
    const shown: string[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      shown.push(this.closest('article')?.querySelector('a[href*="/status/"]')?.getAttribute('href') ?? '');
    });
    const visits = await visiting(
      posts(
        { handle: 'a', html: '#Sample_Tag', id: '1' },
        { handle: 'b', html: 'x', id: '2' },
        { handle: 'c', html: '#Sample_Tag', id: '3' },
      ),
    );
    const ref = { list: 'sample', identifier: 'h-sample' };
    expect([visits.reveal(ref), visits.reveal(ref), visits.reveal(ref)]).toEqual([true, true, true]);
    expect(shown).toEqual(['/a/status/1', '/c/status/3', '/a/status/1']);
  });

  it('finds nothing of what is not on the page', async () => {
    const visits = await visiting(posts({ handle: 'a', html: 'x' }));
    expect(visits.reveal({ list: 'sample', identifier: 'h-sample' })).toBe(false);
    expect(visits.reveal({ list: '__proto__', identifier: 'constructor' })).toBe(false);
  });
});

describe('a step', () => {
  const three = posts(
    { handle: 'a', html: '#Sample_Tag', id: '1' },
    { handle: 'SampleOutlet', html: 'x', id: '2' },
    { handle: 'c', html: 'first #Sample_Tag then @OtherOutlet', id: '3' },
  );

  test.each<[by: 1 | -1, order: number[]]>([
    [1, [0, 1, 2, 3, 0]],
    [-1, [3, 2, 1, 0, 3]],
  ])('%i goes through all marks in the order of the page, and round', async (by, order) => {
    const visits = await visiting(three);
    const all = chips();
    expect(all).toHaveLength(4);
    for (const at of by === 1 ? order : [3, ...order.slice(1)]) {
      expect(visits.step(by)).toBe(true);
      expect(all.indexOf(document.activeElement as HTMLElement)).toBe(at);
    }
  });

  it('scrolls where only the underline is drawn, and takes no focus', async () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
    const visits = await visiting(three, { settings: { markStyle: 'underline' } });
    expect([visits.step(1), visits.step(1)]).toEqual([true, true]);
    expect(new Set(scrolled.mock.contexts).size).toBe(2);
    expect(document.activeElement).toBe(document.body);
  });

  it('says that there is none where nothing is marked, and nothing where all is hidden', async () => {
    const filters = { countries: ['IR'], kinds: [], grades: [] };
    expect((await visiting(posts({ handle: 'a', html: 'x' }))).step(1)).toBe(false);
    expect((await visiting(three, { settings: { filters } })).step(-1)).toBe(false);
  });
});

describe('what the reader hides is told, and not drawn', () => {
  const written = posts({ handle: 'SampleOutlet', html: '#Sample_Tag' });
  test.each<[string, Partial<Settings>, string[]]>([
    ['an entity', { mutedEntities: [{ list: 'sample', entity: 'e-outlet', since: '' }] }, []],
    [
      'another entity',
      { mutedEntities: [{ list: 'sample', entity: 'e', since: '' }] },
      ['@SampleOutlet', '#Sample_Tag'],
    ],
    ['a country', { filters: { countries: ['IR'], kinds: [], grades: [] } }, []],
    ['a kind', { filters: { countries: [], kinds: ['hashtag'], grades: [] } }, ['@SampleOutlet']],
    ['a grade', { filters: { countries: [], kinds: [], grades: ['confirmed'] } }, []],
    ['another grade', { filters: { countries: [], kinds: [], grades: ['alleged'] } }, ['@SampleOutlet', '#Sample_Tag']],
  ])('%s', async (_, settings, texts) => {
    const made = await scan(written, { settings });
    expect(underlined()).toEqual(texts);
    expect(chips()).toHaveLength(texts.length);
    expect(found(made)).toEqual({ 'a-outlet': 1, 'h-sample': 1 });
  });
});

describe('a page where nothing can be read', () => {
  it('is being read at first, and unreadable after some seconds', async () => {
    const { scanner } = await scan('<main><p>Nothing like a post</p></main>');
    expect(scanner.read().status).toBe('reading');
    await pass(5_000);
    expect(scanner.read().status).toBe('unreadable');
  });
});
