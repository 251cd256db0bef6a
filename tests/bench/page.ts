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

const VARIANTS: readonly Variant[] = [
  { name: '0 % match', share: 0, ticks: 0 },
  { name: '3 % match', share: 0.03, ticks: 0 },
  { name: '30 % match', share: 0.3, ticks: 0 },
  { name: '3 % match, endless mutation', share: 0.03, ticks: 16 },
];

/** Between a script that reads and one that only observes: see design, budgets. */
const GOAL = 1.5;

export const page: Benchmark = {
  name: 'page',
  about: `Main-thread time that scrolling ${POSTS} posts costs, against no extension and one that only observes`,
  minutes: 7,
  repeats: 3,
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
    for (const variant of VARIANTS) {
      sites.set('x.com', timelineSite(POSTS, variant.share));
      await runVariant(variant, sessions, setting, outcome);
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
  'The longest task comes from one more run of each under a trace, which costs time itself.',
];

async function runVariant(
  variant: Variant,
  sessions: readonly [With, Session][],
  { repeats, tell }: Setting,
  outcome: Outcome,
): Promise<void> {
  const runs: Record<With, MainThread[]> = { none: [], floor: [], statemark: [] };
  const traces: Partial<Record<With, Traced>> = {};
  for (let round = 0; round <= repeats; round++) {
    for (const [name, session] of sessions) {
      tell(`${variant.name}, ${name}, ${round === repeats ? 'traced' : `run ${round + 1} of ${repeats}`}`);
      const done = await runOnce(session, variant, round === repeats);
      if ('longest' in done) traces[name] = done;
      else runs[name].push(done);
    }
  }
  outcome.measures.push(...measuresOf(variant, runs, traces));
  outcome.budgets.push(budgetOf(variant, runs, traces));
}

async function runOnce(session: Session, { ticks }: Variant, isTraced: boolean): Promise<MainThread | Traced> {
  const tab = await session.open(`https://x.com/home?ticks=${ticks}`);
  try {
    await tab.bringToFront();
    await rested(tab);
    const work = (): Promise<number> => scrollThrough(tab, POSTS, STEP);
    return isTraced ? await traced(tab, work) : await measured(tab, work);
  } finally {
    await tab.close();
  }
}

function measuresOf(
  { name }: Variant,
  runs: Record<With, MainThread[]>,
  traces: Partial<Record<With, Traced>>,
): Measure[] {
  const rows: Measure[] = [];
  const put = (what: string, samples: readonly number[], unit = 'ms'): void => {
    rows.push({ what: `${name}: ${what}`, unit, samples });
  };
  for (const one of WITH) for (const part of PARTS) put(`${one}, ${part}`, of(runs[one], part));
  for (const one of WITH) put(`${one}, frames`, of(runs[one], 'frames'), '');
  for (const one of WITH) put(`${one}, longest task`, [traces[one]?.longest ?? Number.NaN]);
  put('statemark, in its own functions', [traces.statemark?.inExtensions ?? Number.NaN]);
  put('floor, in its own functions', [traces.floor?.inExtensions ?? Number.NaN]);
  for (const part of PARTS) put(`statemark adds, ${part}`, added(runs, 'statemark', part));
  for (const part of PARTS) put(`floor adds, ${part}`, added(runs, 'floor', part));
  return rows;
}
const PARTS = ['total', 'script', 'layout', 'style'] as const;

function of(runs: readonly MainThread[], part: keyof MainThread): number[] {
  return runs.map((run) => run[part]);
}

/** Against the page alone in the same round. */
function added(runs: Record<With, MainThread[]>, name: With, part: keyof MainThread): number[] {
  return runs[name].map((run, i) => run[part] - (runs.none[i]?.[part] ?? Number.NaN));
}

/**
 * The floor costs so little that what the machine does otherwise can hide it: what its own functions took under
 * the trace is the least that it counts for.
 */
function budgetOf({ name }: Variant, runs: Record<With, MainThread[]>, traces: Partial<Record<With, Traced>>): Budget {
  const ours = median(added(runs, 'statemark', 'total'));
  const floor = Math.max(median(added(runs, 'floor', 'total')), traces.floor?.inExtensions ?? Number.NaN);
  return { what: `${name}: time added, times that of the floor`, unit: '×', goal: GOAL, measured: ours / floor };
}
