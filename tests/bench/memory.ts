import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browser.ts';
import { buildExtension } from '../harness/build.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { emptyExtension } from './extension-floor.ts';
import { heapOf } from './extension-load.ts';
import { rested, scrollThrough } from './scrolling.ts';
import { timelineSite } from './timeline-site.ts';

/** Until here what a page keeps of the last posts, and of the last answers, fills up. */
const WARM = 5_000;
/** As fast as the site brings new posts. Pixels a frame. */
const STEP = 1_200;
/**
 * So often the tab's garbage is collected. The sample page keeps its elements in a `WeakMap`, whose table grows with
 * what waits to be collected, 2 MiB at a time, and never shrinks: left to chance, that is more than is looked for.
 */
const COLLECT_EVERY = 500;
const MiB = 2 ** 20;

interface Heaps {
  posts: number;
  /** Bytes in use after a full collection. */
  tab: number;
  /** Absent where no background is awake. */
  worker?: number;
}

export const memory: Benchmark = {
  name: 'memory',
  about: 'Heaps of tab and background while 9 000 posts are scrolled, against no extension',
  minutes: 2,
  repeats: 1,
  run: (setting) => watch(9_000, setting),
};

export const memory50k: Benchmark = {
  name: 'memory50k',
  about: 'The same with 50 000 posts',
  minutes: 12,
  repeats: 1,
  heavy: true,
  run: (setting) => watch(50_000, setting),
};

async function watch(posts: number, { tell }: Setting): Promise<Outcome> {
  tell('building');
  const empty = emptyExtension();
  const sites = new Map<string, Handler>([...allHosts(), ['x.com', timelineSite(posts, 0.03)]]);
  const server = await startServer(sites);
  const found: Record<string, Heaps[]> = {};
  try {
    for (const [name, extensionDir] of [
      ['none', empty.dir],
      ['statemark', await buildExtension('chrome')],
    ] as const) {
      const session = await launchBrowser('chrome', { extensionDir, port: server.port, headless: true });
      try {
        found[name] = await scrolled(session, posts, (at) => tell(`${name}, ${at} of ${posts} posts`));
      } finally {
        await session.close();
      }
    }
  } finally {
    await server.close();
    empty.remove();
  }
  return outcomeOf(posts, found.none ?? [], found.statemark ?? []);
}

async function scrolled(session: Session, posts: number, tell: (at: number) => void): Promise<Heaps[]> {
  const page = await session.open('https://x.com/home?ticks=1000');
  page.setDefaultTimeout(0);
  await page.bringToFront();
  await rested(page);
  const heaps: Heaps[] = [];
  let at = 0;
  for (const stop of [WARM, (WARM + posts) / 2, posts]) {
    tell(stop);
    for (; at < stop; at += COLLECT_EVERY) {
      await scrollThrough(page, Math.min(stop, at + COLLECT_EVERY), STEP);
      await heapOf(page);
    }
    heaps.push({ posts: stop, ...(await held(session, page)) });
  }
  return heaps;
}

async function held(session: Session, page: Page): Promise<Omit<Heaps, 'posts'>> {
  const tab = await heapOf(page);
  const worker = await heapOf(session);
  return { tab, ...(!Number.isNaN(worker) && { worker }) };
}

function outcomeOf(posts: number, none: readonly Heaps[], ours: readonly Heaps[]): Outcome {
  const measures = ours.flatMap((heaps, i) => {
    const alone = none[i]?.tab ?? Number.NaN;
    return [
      { what: `after ${heaps.posts} posts: tab alone`, unit: 'MiB', samples: [alone / MiB] },
      { what: `after ${heaps.posts} posts: tab with Statemark`, unit: 'MiB', samples: [heaps.tab / MiB] },
      { what: `after ${heaps.posts} posts: background`, unit: 'MiB', samples: [(heaps.worker ?? Number.NaN) / MiB] },
    ];
  });
  const own = ours.map(({ tab }, i) => tab - (none[i]?.tab ?? Number.NaN));
  const grown = (series: readonly number[]): number =>
    ((series.at(-1) ?? Number.NaN) - (series[0] ?? Number.NaN)) / MiB;
  const workers = ours.flatMap(({ worker }) => worker ?? []);
  return {
    measures,
    budgets: [
      { what: `growth in the tab over ${posts - WARM} posts`, unit: 'MiB', goal: 1, measured: grown(own) },
      ...(workers.length > 1
        ? [
            {
              what: `growth in the background over ${posts - WARM} posts`,
              unit: 'MiB',
              goal: 1,
              measured: grown(workers),
            },
          ]
        : []),
    ],
    notes: [
      'Heaps after full collections; the tab’s is that of all its scripts, the page’s own among them. 3 % of the posts match.',
    ],
  };
}
