import { buildExtension } from '../harness/build.ts';
import { type Endured, endure } from '../harness/endurance/endure.ts';
import type { Held } from '../harness/endurance/held.ts';
import type { BrowserKind } from '../harness/session.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';

/** `BROWSER=chrome` tries one alone. */
const BROWSERS = (process.env.BROWSER?.split(',') as BrowserKind[]) ?? ['chrome', 'firefox'];
const HOURS = 12;
/** Of a working day: the page that stays open is open as long. */
const RESTART_AFTER = 6;
const MiB = 2 ** 20;

export const endurance: Benchmark = {
  name: 'endurance',
  about: `${HOURS} hours of use without the pauses: tabs, updates, settings, backgrounds ended, the browser killed`,
  minutes: 25,
  repeats: 1,
  heavy: true,
  run: live,
};

async function live({ repeats, tell }: Setting): Promise<Outcome> {
  const outcome: Outcome = { measures: [], budgets: [], notes: [], counts: [] };
  for (const kind of BROWSERS) {
    const built = await buildExtension(kind);
    const hours = HOURS * repeats;
    const seed = Date.now() % 100_000;
    const on = { kind, built, hours, seed, restartAfter: RESTART_AFTER };
    const endured = await endure({ ...on, tell: (step) => tell(`${kind}, ${step}`) });
    const { acts, errors } = endured;
    const done = [...acts.values()].reduce((sum, times) => sum + times, 0);
    outcome.measures.push({ what: `${kind}: deeds`, unit: '', samples: [done] });
    outcome.budgets.push({ what: `${kind}: errors and losses`, unit: '', goal: 0, measured: errors.length });
    outcome.notes.push(`${kind}: seed ${seed}`, ...errors.map((error) => `${kind}: ${error}`));
    if (kind === 'chrome') leaks(endured, outcome);
    for (const [what, tried] of acts) outcome.counts?.push({ what, where: kind, tried, survived: tried });
    outcome.counts?.push({ what: 'hours', where: kind, tried: hours, survived: errors.length === 0 ? hours : 0 });
  }
  return outcome;
}

/** The first hour is warming up: what grows after it, from hour to hour, has leaked. */
function leaks({ held }: Endured, outcome: Outcome): void {
  const rows = held.filter((row) => row.length > 2);
  const grown = (of: keyof Held): number[] =>
    rows.map((row) => ((row.at(-1)?.[of] ?? 0) - (row[1]?.[of] ?? 0)) / (row.length - 2));
  const heap = grown('heap').map((bytes) => bytes / MiB);
  outcome.measures.push(
    { what: 'heap of the page that stays open', unit: 'MiB', samples: rows.flat().map((one) => one.heap / MiB) },
    { what: 'its growth an hour', unit: 'MiB', samples: heap },
    { what: 'its nodes, growth an hour', unit: '', samples: grown('nodes') },
    { what: 'its listeners, growth an hour', unit: '', samples: grown('listeners') },
  );
  outcome.budgets.push(
    { what: 'chrome: growth of the page’s heap an hour', unit: 'MiB', goal: 0.25, measured: Math.max(...heap) },
    { what: 'chrome: growth of its listeners an hour', unit: '', goal: 5, measured: Math.max(...grown('listeners')) },
  );
}
