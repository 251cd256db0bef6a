import { launchBrowser } from '../harness/browser.ts';
import { builtOnce } from '../harness/build.ts';
import { openReporter } from '../harness/report.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { emptyExtension } from './extension-floor.ts';
import { rested } from './scrolling.ts';
import { median } from './statistics.ts';
import { timelineSite } from './timeline-site.ts';
import { startingIn } from './trace.ts';

export const start: Benchmark = {
  name: 'start',
  about: 'What the content script costs a page with no match that is just loading, and how soon the popup paints',
  minutes: 1,
  repeats: 7,
  run: measure,
};

/** Another host of the same network. */
const WITH_MATCHES = 'twitter.com';

interface Round {
  /** All in milliseconds. */
  script: number;
  popup: number;
  matches: number;
}

async function measure({ repeats, tell }: Setting): Promise<Outcome> {
  tell('building');
  const extensionDir = await builtOnce('chrome');
  const sites = new Map<string, Handler>([
    ...allHosts(),
    ['x.com', timelineSite(40, 0)],
    [WITH_MATCHES, timelineSite(40, 0.5)],
  ]);
  const server = await startServer(sites);
  const session = await launchBrowser('chrome', { extensionDir, port: server.port, headless: true });
  const rounds: Round[] = [];
  const blank: number[] = [];
  try {
    const marked = await session.open(`https://${WITH_MATCHES}/home?ticks=0`);
    await rested(marked);
    const reporter = await openReporter(session, marked);
    await reporter.close();
    for (let round = 0; round <= repeats; round++) {
      tell(`round ${round} of ${repeats}`);
      rounds.push(await oneRound(session, reporter.tab));
    }
    blank.push(...(await withNone(server.port, repeats)));
  } finally {
    await session.close();
    await server.close();
  }
  // The first round fills the browser's caches of compiled code.
  return outcome(rounds.slice(1), blank);
}

function outcome(rounds: readonly Round[], blank: number[]): Outcome {
  const [script, popup, matches] = (['script', 'popup', 'matches'] as const).map((of) => rounds.map((one) => one[of]));
  return {
    measures: [
      { what: 'content script, evaluated', unit: 'ms', samples: script ?? [] },
      { what: 'the same without the extension', unit: 'ms', samples: blank },
      { what: 'popup, first paint', unit: 'ms', samples: popup ?? [] },
      { what: 'popup, matches painted', unit: 'ms', samples: matches ?? [] },
    ],
    budgets: [
      { what: 'content script, evaluated', unit: 'ms', goal: 5, measured: median(script ?? []) },
      { what: 'popup, matches painted', unit: 'ms', goal: 100, measured: median(matches ?? []) },
    ],
    notes: [
      'Processor time of the main thread under a trace, compilation included, code cache warm; the popup by its own paint timing.',
      'The popup once about no page, and once about a tab with 40 posts, half of which name somebody listed: until an entity is painted, the worker awake.',
    ],
  };
}

async function oneRound(session: Session, marked: number): Promise<Round> {
  const page = await session.open('https://x.com/explore');
  const starting = await startingIn(page, async () => {
    await page.goto('https://x.com/home?ticks=0');
    await rested(page);
  });
  await page.close();
  const popup = await inPopup(session, 'popup.html', firstPaint);
  const matches = await inPopup(session, `popup.html?tab=${marked}`, matchesPainted);
  return { script: starting, popup, matches };
}

async function inPopup(session: Session, path: string, ask: () => Promise<number>): Promise<number> {
  const popup = await session.openExtensionPage(path);
  const asked = await popup.evaluate(ask);
  await popup.close();
  return asked;
}

async function firstPaint(): Promise<number> {
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  for (let i = 0; i < 100 && painted() === undefined; i++) await new Promise((done) => setTimeout(done, 20));
  return painted() ?? Number.NaN;
}

/** When the first of the entities was painted, since the popup was opened. */
function matchesPainted(): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(Number.NaN), 5_000);
    new PerformanceObserver((list) => {
      const painted = list.getEntries() as (PerformanceEntry & { element?: Element | null })[];
      const first = painted.find(({ element }) => element?.closest('.entity'));
      if (first) resolve(first.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Holds the way of measuring to nothing: without an extension there is none to evaluate. */
async function withNone(port: number, repeats: number): Promise<number[]> {
  const empty = emptyExtension();
  const session = await launchBrowser('chrome', { extensionDir: empty.dir, port, headless: true });
  try {
    const page = await session.open('https://x.com/explore');
    const starting = await startingIn(page, async () => {
      await page.goto('https://x.com/home?ticks=0');
      await rested(page);
    });
    return Array.from({ length: Math.min(1, repeats) }, () => starting);
  } finally {
    await session.close();
    empty.remove();
  }
}
