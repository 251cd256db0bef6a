// @vitest-environment happy-dom
import '../fakes/page.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lists } from '../../src/background/lists.ts';
import { buildFilter } from '../../src/core/filter-build.ts';
import { indexLists } from '../../src/core/index-lists.ts';
import type { LookupReply } from '../../src/messages.ts';
import { Report } from '../../src/page/report.ts';
import { Scanner } from '../../src/page/scan.ts';
import { x } from '../../src/platforms/x.ts';
import { DEFAULTS } from '../../src/settings.ts';
import { fake } from '../fakes/browser.ts';
import { highlighted, installPage, textOf } from '../fakes/page.ts';
import { ORDER_LIST, ORDER_UNITS } from '../fixtures/order-units.ts';

const TODAY = '2026-11-22';
const FILTER = buildFilter([...indexLists([ORDER_LIST], TODAY, 'en').keys()]);

interface Arrival {
  /** Of the unit, in the page. */
  at: number;
  how: 'whole' | 'empty' | 'without addresses' | 'without words' | 'as another';
  /** Milliseconds until what comes next, and until what it lacks. */
  pause: number;
  lacks: number;
}
interface Plan {
  arrivals: Arrival[];
  /** Milliseconds until each answer of the background, in order of asking; less than nothing: there is none. */
  answers: number[];
  viewer: string | undefined;
}

let stop = new AbortController();
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** @returns what is underlined in the end, by unit */
async function played({ arrivals, answers, viewer }: Plan): Promise<string[]> {
  stop.abort();
  stop = new AbortController();
  fake.reset();
  installPage();
  document.body.innerHTML = `${viewer ? navOf(viewer) : ''}<main id="feed"></main>`;
  const lists = new Lists([ORDER_LIST], TODAY, 'en');
  const waits = [...answers];
  const lookup = async (keys: string[]): Promise<LookupReply> => {
    const wait = waits.shift() ?? 0;
    if (wait !== 0) await new Promise((done) => setTimeout(done, Math.abs(wait)));
    if (wait < 0) throw new Error('no receiving end');
    return lists.lookup(keys);
  };
  const options = { platform: x, settings: DEFAULTS, filter: FILTER, report: new Report(), signal: stop.signal };
  new Scanner({ ...options, lookup, onMatches: () => undefined, onOpen: () => undefined });
  const late: Promise<void>[] = [];
  for (const arrival of arrivals) {
    late.push(bring(arrival));
    if (arrival.pause > 0) await vi.advanceTimersByTimeAsync(arrival.pause);
  }
  await vi.advanceTimersByTimeAsync(20_000);
  await Promise.all(late);
  return marks();
}

function navOf(handle: string): string {
  return `<header role="banner"><nav><a href="/${handle}" data-testid="AppTabBar_Profile_Link">Profile</a></nav>
    <div data-testid="SideNav_AccountSwitcher_Button"><span>@${handle}</span></div></header>`;
}

/** Each unit comes to its own place: in whatever order they come, the page is the same in the end. */
async function bring({ at, how, lacks }: Arrival): Promise<void> {
  const feed = document.querySelector('#feed') as HTMLElement;
  const frame = document.createElement('div');
  frame.dataset.at = String(at);
  const html = ORDER_UNITS[at] as string;
  frame.innerHTML = how === 'empty' ? '' : how === 'as another' ? (ORDER_UNITS[(at + 1) % 8] as string) : html;
  const undo = how === 'without addresses' || how === 'without words' ? without(how, frame) : undefined;
  const next = [...feed.children].find((one) => Number((one as HTMLElement).dataset.at) > at);
  feed.insertBefore(frame, next ?? null);
  if (how === 'whole') return;
  await new Promise((done) => setTimeout(done, lacks));
  if (undo) undo();
  else frame.innerHTML = html;
}

/** Takes something away, as sites do that fill in what they have shown. @returns what brings it back */
function without(what: 'without addresses' | 'without words', frame: Element): () => void {
  if (what === 'without addresses') {
    const links = [...frame.querySelectorAll('a[href]')].map(
      (link) => [link, link.getAttribute('href') ?? ''] as const,
    );
    for (const [link] of links) link.removeAttribute('href');
    return () => {
      for (const [link, href] of links) link.setAttribute('href', href);
    };
  }
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  const texts: [Text, string][] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push([node as Text, (node as Text).data]);
  for (const [text] of texts) text.data = '';
  return () => {
    for (const [text, data] of texts) text.data = data;
  };
}

function marks(): string[] {
  return highlighted()
    .filter(({ startContainer }) => startContainer.isConnected)
    .map(
      (range) =>
        `${range.startContainer.parentElement?.closest<HTMLElement>('[data-at]')?.dataset.at} ${textOf(range)}`,
    )
    .sort();
}

const HOWS = ['whole', 'empty', 'without addresses', 'without words', 'as another'] as const;
const pause = fc.constantFrom(0, 0, 5, 40, 900);

/** A page of some of the units, and a way in which it comes about. */
const plan: fc.Arbitrary<Plan> = fc.shuffledSubarray([...ORDER_UNITS.keys()], { minLength: 1 }).chain((order) =>
  fc.record({
    arrivals: fc.tuple(
      ...order.map((at) => fc.record({ at: fc.constant(at), how: fc.constantFrom(...HOWS), pause, lacks: pause })),
    ),
    answers: fc.array(fc.constantFrom(0, 3, 30, 700, -20, -900), { maxLength: 4 }),
    viewer: fc.constantFrom(undefined, 'viewer', 'SampleOutlet', 'NewName'),
  }),
);

/** The same page, there from the start, read by nobody who is known, answered at once. */
function atOnce(units: readonly number[]): Plan {
  const arrivals = units.map((at): Arrival => ({ at, how: 'whole', pause: 0, lacks: 0 }));
  return { arrivals, answers: [], viewer: undefined };
}

/** A post, and in the same slice, read after it, a row that tells that its author's name is two accounts'. */
const TOGETHER: Plan = {
  ...atOnce([10, 7, 3, 0, 11]),
  arrivals: [10, 7, 3, 0, 11].map((at): Arrival => ({ at, how: 'whole', pause: at === 7 ? 900 : 0, lacks: 0 })),
};

describe('the same page and the same lists', () => {
  it('have these marks', async () => {
    expect(await played(atOnce([...ORDER_UNITS.keys()].slice(0, 11)))).toMatchInlineSnapshot(`
      [
        "0 @SampleOutlet",
        "10 @SampleOutlet",
        "2 #Hero",
        "2 #Sample_Tag",
        "3 #sample_tag",
        "4 @NewName",
        "7 @NewName",
        "7 @SampleOutlet",
        "8 @NewName",
      ]
    `);
  });

  it('have the same marks in whatever order parts and answers come, whoever is logged in', async () => {
    const tried = fc.asyncProperty(plan, async (way) => {
      const units = way.arrivals.map(({ at }) => at).toSorted((a, b) => a - b);
      expect(await played(way)).toEqual(await played(atOnce(units)));
    });
    await fc.assert(tried, { numRuns: 100, examples: [[TOGETHER]] });
  }, 240_000);
});
