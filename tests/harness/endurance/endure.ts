import { isDeepStrictEqual } from 'node:util';
import { seeded } from '../../bench/corpus.ts';
import type { BrowserKind } from '../session.ts';
import { type Act, HOUR } from './acts.ts';
import { type Held, heldBy, orphansOf } from './held.ts';
import { Life } from './life.ts';

export interface Endured {
  /** How often each thing was done, by name. */
  acts: Map<string, number>;
  errors: string[];
  /** Of the page that stays open, at the end of each hour; an hour in which the browser began anew begins a new row. */
  held: Held[][];
}

export interface Enduring {
  kind: BrowserKind;
  built: string;
  hours: number;
  /** The same seed does the same in the same order. */
  seed: number;
  /** The browser is killed and started again after so many hours. */
  restartAfter: number;
  /** For each thing to do, how much of what an hour has of it is done; 1 by default. */
  share?: number;
  tell?(step: string): void;
}

/** Hours of use, one deed straight after the other. */
export async function endure({ kind, built, hours, seed, restartAfter, share = 1, tell }: Enduring): Promise<Endured> {
  const random = seeded(seed);
  const life = new Life(kind);
  const acts = new Map<string, number>();
  const did = (name: string): void => void acts.set(name, (acts.get(name) ?? 0) + 1);
  const held: Held[][] = [[]];
  try {
    await life.begin(built);
    for (let hour = 1; hour <= hours; hour++) {
      for (const [name, act] of hourOf(share, random)) {
        tell?.(`hour ${hour} of ${hours}: ${name}${lastOf(life.errors)}`);
        await act(life, random).catch((error: unknown) => life.errors.push(`${name}: ${error}`));
        did(name);
      }
      await reckon(life, hour);
      held.at(-1)?.push(await heldBy(life));
      if (hour % restartAfter !== 0) continue;
      await life.restart();
      did('browsers killed and started again');
      await reckon(life, hour);
      held.push([]);
    }
    return { acts, errors: life.errors, held };
  } finally {
    await life.end();
  }
}

function lastOf(errors: readonly string[]): string {
  return errors.length === 0 ? '' : `; ${errors.length} faults, the last: ${errors.at(-1)?.slice(0, 300)}`;
}

/** Everything that an hour has, shuffled. */
function hourOf(share: number, random: () => number): (readonly [string, Act])[] {
  const all = HOUR.flatMap(([name, act, times]) =>
    Array.from({ length: Math.ceil(times * share) }, () => [name, act] as const),
  );
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** No setting lost, no list lost, nothing left over. */
async function reckon(life: Life, hour: number): Promise<void> {
  const { settings, ...orphans } = await orphansOf(life);
  for (const [name, value] of Object.entries(life.settings)) {
    life.expect(isDeepStrictEqual(settings[name], value), `hour ${hour}: ${name} is ${JSON.stringify(settings[name])}`);
  }
  life.expect(orphans.staged === 0 && orphans.parts <= orphans.needed, `hour ${hour}: ${JSON.stringify(orphans)}`);
  life.expect(orphans.version === life.version, `hour ${hour}: version ${orphans.version}, not ${life.version}`);
}
