import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browser.ts';
import { builtOnce } from '../harness/build.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { BrowserKind, Session } from '../harness/session.ts';
import { withLists } from '../harness/with-list.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Budget, Measure, Outcome, Setting } from './benchmark.ts';
import { rested } from './scrolling.ts';
import { median, quantile } from './statistics.ts';
import { namesList } from './synthetic-list.ts';
import { timelineSite } from './timeline-site.ts';

/** Posts inserted in one round: each names an account that was never seen before, so that the worker is asked. */
const INSERTIONS = 200;
const ASLEEP = 12;

/** Milliseconds since the insertion: when the post, and when its mark, had been painted; the mark in the document. */
interface Seen {
  post: number;
  chip: number;
  mark: number;
}

export const latency: Benchmark = {
  name: 'latency',
  about: 'From the insertion of a post to its painted mark: worker awake and asleep, page at rest and never resting',
  minutes: 2,
  repeats: 1,
  run: measure,
};

async function measure(setting: Setting): Promise<Outcome> {
  const outcome: Outcome = { measures: [], budgets: [], notes: NOTES };
  for (const kind of ['chrome', 'firefox'] as const) await inBrowser(kind, setting, outcome);
  return outcome;
}

const NOTES = [
  'The comparison is the post itself: what the mark adds is its own time less the post’s, in the same insertion.',
  'Every insertion names another listed account, so each asks the background.',
  'Firefox rounds its clock to a millisecond, and its background cannot be ended on demand.',
];

async function inBrowser(kind: BrowserKind, { repeats, tell }: Setting, outcome: Outcome): Promise<void> {
  tell(`building for ${kind}`);
  const extension = await withLists(await builtOnce(kind), [{ list: namesList(5_000) }]);
  const sites = new Map<string, Handler>([...allHosts(), ['x.com', timelineSite(200, 0)]]);
  const server = await startServer(sites);
  const session = await launchBrowser(kind, { extensionDir: extension.dir, port: server.port, headless: true });
  try {
    for (const ticks of [0, 16]) {
      const told = `${kind}, ${ticks ? 'endless mutation' : 'at rest'}`;
      const page = await session.open(`https://x.com/home?ticks=${ticks}`);
      await rested(page, 2_500);
      const awake: Seen[] = [];
      for (let round = 0; round < repeats; round++) {
        tell(`${told}, round ${round + 1} of ${repeats}`);
        awake.push(...(await insertions(page, INSERTIONS, round * INSERTIONS)));
      }
      put(outcome, `${told}, awake`, awake);
      outcome.budgets.push(...budgetsOf(told, awake));
      if (session.killWorker) {
        tell(`${told}, worker asleep`);
        const asleep = await woken(session, page);
        put(outcome, `${told}, asleep`, asleep);
        const measured = quantile(
          asleep.map(({ mark }) => mark),
          0.99,
        );
        outcome.budgets.push({
          what: `${told}: mark painted, worker asleep, 99th percentile`,
          unit: 'ms',
          goal: 400,
          measured,
        });
      }
      await page.close();
    }
  } finally {
    await session.close();
    await server.close();
    extension.remove();
  }
}

function put({ measures }: Outcome, name: string, seen: readonly Seen[]): void {
  const rows: [string, (one: Seen) => number][] = [
    ['post painted', ({ post }) => post],
    ['chip in the document', ({ chip }) => chip],
    ['mark painted', ({ mark }) => mark],
    ['mark after its post', ({ mark, post }) => mark - post],
  ];
  for (const [what, of] of rows) {
    const samples = seen.map(of);
    const rare: Measure = { what: `${name}: ${what}, 99th percentile`, unit: 'ms', samples: [quantile(samples, 0.99)] };
    measures.push({ what: `${name}: ${what}`, unit: 'ms', samples }, rare);
  }
}

function budgetsOf(name: string, seen: readonly Seen[]): Budget[] {
  const after = seen.map(({ mark, post }) => mark - post);
  return [
    { what: `${name}: mark painted after its post, median`, unit: 'ms', goal: 16.7, measured: median(after) },
    {
      what: `${name}: mark painted, 99th percentile`,
      unit: 'ms',
      goal: 50,
      measured: quantile(
        seen.map(({ mark }) => mark),
        0.99,
      ),
    },
  ];
}

/** Each after the worker has been ended. */
async function woken(session: Session, page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let i = 0; i < ASLEEP; i++) {
    await session.killWorker?.();
    seen.push(...(await insertions(page, 1, 4_000 + i)));
  }
  return seen;
}

/** Inserts posts at moments that have nothing to do with frames, and watches for their chips. */
async function insertions(page: Page, count: number, first: number): Promise<Seen[]> {
  await page.bringToFront();
  const json = await page.evaluate(
    async (posts, from) => {
      const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      /** A message sent in a frame arrives when the frame has been painted. */
      const painted = async (): Promise<number> => {
        await frame();
        const { port1, port2 } = new MessageChannel();
        const came = new Promise<number>((done) => {
          port2.onmessage = () => done(performance.now());
        });
        port1.postMessage(0);
        const at = await came;
        port1.close();
        return at;
      };
      const model = document.querySelector('article');
      const box = model?.closest('[data-testid="primaryColumn"]');
      if (!model || !box) throw new Error('there is no timeline');
      const all = [];
      for (let i = 0; i < posts; i++) {
        await pause(20 + Math.random() * 30);
        const post = model.cloneNode(true) as HTMLElement;
        for (const chip of post.querySelectorAll('statemark-chip')) chip.remove();
        const text = post.querySelector('[data-testid="tweetText"]');
        if (text) text.textContent = `seen at the lake: @bench_name_${from + i} and others`;
        // Above all others and in view, where nothing else moves.
        post.style.cssText = 'position: fixed; inset-block-start: 0; inline-size: 600px; background: #fff; z-index: 9';
        const chipped = new Promise<number>((done) => {
          const observer = new MutationObserver(() => {
            if (post.querySelector('statemark-chip') === null) return;
            observer.disconnect();
            done(performance.now());
          });
          observer.observe(post, { childList: true, subtree: true });
        });
        const begun = performance.now();
        box.append(post);
        const shown = painted();
        const late = pause(3_000).then((): number => {
          throw new Error(`@bench_name_${from + i} was not marked within 3 seconds`);
        });
        late.catch(() => undefined);
        const chip = await Promise.race([chipped, late]);
        const mark = await painted();
        all.push({ post: (await shown) - begun, chip: chip - begun, mark: mark - begun });
        post.remove();
      }
      return JSON.stringify(all);
    },
    count,
    first,
  );
  return JSON.parse(json) as Seen[];
}
