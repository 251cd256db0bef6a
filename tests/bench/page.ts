import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browser.ts';
import { builtOnce } from '../harness/build.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Budget, Measure, Outcome, Setting } from './benchmark.ts';
import { emptyExtension, floorExtension } from './extension-floor.ts';
import { type MainThread, measured, rested, scrollThrough } from './scrolling.ts';
import { median } from './statistics.ts';
import { timelineSite } from './timeline-site.ts';
import { type Traced, traced } from './trace.ts';

const POSTS = 1_000;
/** Pixels a frame: about three posts, as a wheel turned fast. */
const STEP = 1_200;
/** What is compared: the page alone, the least that an extension can do, and Statemark. */
const WITH = ['none', 'floor', 'statemark'] as const;
type With = (typeof WITH)[number];

interface Variant {
  name: string;
  share: number;
  /** Numbers of posts change in place this often; 0 never. Milliseconds. */
  ticks: number;
}

/** The one that is traced, too. */
const USUAL: Variant = { name: '3 % match', share: 0.03, ticks: 0 };
const VARIANTS: readonly Variant[] = [
  { name: '0 % match', share: 0, ticks: 0 },
  USUAL,
  { name: '30 % match', share: 0.3, ticks: 0 },
  { name: '3 % match, endless mutation', share: 0.03, ticks: 16 },
];

/** Between a script that reads and one that only observes. */
const GOAL = 1.5;

export const page: Benchmark = {
  name: 'page',
  about: `Main-thread time that scrolling ${POSTS} posts costs, against no extension and one that only observes`,
  minutes: 5,
  repeats: 2,
  run: measure,
};

async function measure(setting: Setting): Promise<Outcome> {
  setting.tell('building');
  const dirs = { none: emptyExtension(), floor: floorExtension(), statemark: await builtOnce('chrome') };
  const sites = new Map<string, Handler>(allHosts());
  const server = await startServer(sites);
  const sessions: [With, Session][] = [];
  try {
    for (const name of WITH) {
      const dir = dirs[name];
      const extensionDir = typeof dir === 'string' ? dir : dir.dir;
      sessions.push([name, await launchBrowser('chrome', { extensionDir, port: server.port, headless: true })]);
    }
    const outcome: Outcome = { measures: [], budgets: [], notes: NOTES };
    sites.set('x.com', timelineSite(POSTS, USUAL.share));
    const traces = await tracedRuns(sessions, setting);
    outcome.measures.push(...tracedMeasures(traces));
    for (const variant of VARIANTS) {
      sites.set('x.com', timelineSite(POSTS, variant.share));
      const runs = await runVariant(variant, sessions, setting);
      outcome.measures.push(...measuresOf(variant, runs));
      outcome.budgets.push(budgetOf(variant, runs, traces.floor.inExtensions));
    }
    return outcome;
  } finally {
    for (const [, session] of sessions) await session.close();
    await server.close();
    dirs.none.remove();
    dirs.floor.remove();
  }
}

const NOTES = [
  'Milliseconds of processor time of the page’s main thread for the whole way down; n runs of each, one after the other in turn.',
  'The longest task comes from one more run of each with 3 % matches under a trace, which costs time itself.',
];

type Runs = Record<With, MainThread[]>;

async function runVariant(
  variant: Variant,
  sessions: readonly [With, Session][],
  { repeats, tell }: Setting,
): Promise<Runs> {
  const runs: Runs = { none: [], floor: [], statemark: [] };
  for (let round = 1; round <= repeats; round++) {
    for (const [name, session] of sessions) {
      tell(`${variant.name}, ${name}, run ${round} of ${repeats}`);
      runs[name].push(await inTab(session, variant, measured));
    }
  }
  return runs;
}

async function tracedRuns(sessions: readonly [With, Session][], { tell }: Setting): Promise<Record<With, Traced>> {
  const traces: Partial<Record<With, Traced>> = {};
  for (const [name, session] of sessions) {
    tell(`${USUAL.name}, ${name}, traced`);
    traces[name] = await inTab(session, USUAL, traced);
  }
  return traces as Record<With, Traced>;
}

async function inTab<T>(
  session: Session,
  { ticks }: Variant,
  watched: (tab: Page, work: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const tab = await session.open(`https://x.com/home?ticks=${ticks}`);
  try {
    await tab.bringToFront();
    await rested(tab);
    return await watched(tab, () => scrollThrough(tab, POSTS, STEP));
  } finally {
    await tab.close();
  }
}

function tracedMeasures(traces: Record<With, Traced>): Measure[] {
  const rows = WITH.map((one) => ({ what: `${one}, longest task`, samples: [traces[one].longest] }));
  for (const one of ['statemark', 'floor'] as const) {
    rows.push({ what: `${one}, in its own functions`, samples: [traces[one].inExtensions] });
  }
  return rows.map(({ what, samples }) => ({ what: `${USUAL.name}, traced: ${what}`, unit: 'ms', samples }));
}

function measuresOf({ name }: Variant, runs: Runs): Measure[] {
  const rows: Measure[] = [];
  const put = (what: string, samples: readonly number[], unit = 'ms'): void => {
    rows.push({ what: `${name}: ${what}`, unit, samples });
  };
  for (const one of WITH) for (const part of PARTS) put(`${one}, ${part}`, of(runs[one], part));
  for (const one of WITH) put(`${one}, frames`, of(runs[one], 'frames'), '');
  for (const part of PARTS) put(`statemark adds, ${part}`, added(runs, 'statemark', part));
  for (const part of PARTS) put(`floor adds, ${part}`, added(runs, 'floor', part));
  return rows;
}
const PARTS = ['total', 'script', 'layout', 'style'] as const;

function of(runs: readonly MainThread[], part: keyof MainThread): number[] {
  return runs.map((run) => run[part]);
}

/** Against the page alone in the same round. */
function added(runs: Runs, name: With, part: keyof MainThread): number[] {
  return runs[name].map((run, i) => run[part] - (runs.none[i]?.[part] ?? Number.NaN));
}

/**
 * The floor costs so little that what the machine does otherwise can hide it: what its own functions took under
 * the trace is the least that it counts for.
 */
function budgetOf({ name }: Variant, runs: Runs, least: number): Budget {
  const ours = median(added(runs, 'statemark', 'total'));
  const floor = Math.max(median(added(runs, 'floor', 'total')), least);
  return { what: `${name}: time added, times that of the floor`, unit: '×', goal: GOAL, measured: ours / floor };
}
