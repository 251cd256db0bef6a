import { buildExtension } from '../harness/build.ts';
import type { BrowserKind } from '../harness/session.ts';
import { type Compared, compareTraffic } from '../harness/traffic.ts';
import { itinerary, traveller } from '../harness/visits.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { emptyExtension } from './extension-floor.ts';

const VISITS = 100;

export const traffic: Benchmark = {
  name: 'traffic',
  about: `${VISITS} visits to the pages of all networks through a logging proxy, with and without the extension`,
  minutes: 8,
  repeats: 1,
  heavy: true,
  run: travel,
};

async function travel({ repeats, tell }: Setting): Promise<Outcome> {
  const outcome: Outcome = { measures: [], budgets: [], notes: [], counts: [] };
  for (const kind of ['chrome', 'firefox'] as const) {
    const compared = await compare(kind, VISITS * repeats, (at) =>
      tell(`${kind}, page ${at + 1} of ${VISITS * repeats}`),
    );
    const { visits, requests, chips, differences, strangers } = compared;
    outcome.measures.push({ what: `${kind}: requests, each the same twice`, unit: '', samples: [requests] });
    outcome.measures.push({ what: `${kind}: chips drawn`, unit: '', samples: [chips] });
    const faults = differences.length + strangers.length;
    outcome.budgets.push({ what: `${kind}: requests of one alone`, unit: '', goal: 0, measured: faults });
    outcome.budgets.push({ what: `${kind}: chips drawn`, unit: '', goal: visits, measured: chips, atLeast: true });
    outcome.notes.push(...differences, ...strangers.map((host) => `${kind}: ${host} was sent out for`));
    outcome.counts?.push(
      { what: 'page visits', where: kind, tried: visits, survived: faults === 0 ? visits : 0 },
      { what: 'requests compared', where: kind, tried: requests, survived: requests - differences.length },
    );
  }
  return outcome;
}

async function compare(kind: BrowserKind, visits: number, tell: (at: number) => void): Promise<Compared> {
  const built = await buildExtension(kind);
  const empty = emptyExtension();
  const without = await traveller(kind, empty.dir, allHosts());
  const having = await traveller(kind, built, allHosts());
  try {
    return await compareTraffic({ without, having }, itinerary(visits), { tell });
  } finally {
    await having.close();
    await without.close();
    empty.remove();
  }
}
