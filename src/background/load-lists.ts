import type { Key } from '../core/key.ts';
import type { InstalledList } from '../evidence-messages.ts';
import { readSettings } from '../settings.ts';
import { language } from '../text.ts';
import { type Installed, installedLists, type Shelf } from './installed.ts';
import type { LargeSource } from './large-lists.ts';
import { type AllLists, Lists } from './lists.ts';

/**
 * Those that are on and not too old mark; every other one is read when somebody wants to look at it.
 * @param today `YYYY-MM-DD`
 * @throws Error when the package itself is damaged
 */
export async function loadLists(shelf: Shelf, today: string): Promise<Lists> {
  const installed = await installedLists(shelf, (await readSettings()).lists);
  const marks = ({ on, freshness }: Installed): boolean => on && freshness !== 'stopped';
  const used = installed.filter(marks);
  const read = await Promise.all(used.map((one) => one.read()));
  const large = await Promise.all(used.map(largeSource));
  const all: AllLists = async (keys) => {
    const rows = await Promise.all(installed.map((one) => installedList(one, marks(one), keys)));
    return rows.flatMap((row) => row ?? []);
  };
  return new Lists(
    read.filter((list) => list !== undefined),
    today,
    language(),
    all,
    large.flatMap((source) => source ?? []),
  );
}

async function largeSource({ large, giveUp }: Installed): Promise<LargeSource | undefined> {
  const list = await large?.();
  return list && giveUp && { list, giveUp };
}

async function installedList(
  one: Installed,
  on: boolean,
  keys: readonly Key[] = [],
): Promise<InstalledList | undefined> {
  const large = await one.large?.();
  if (large === undefined) {
    const list = await one.read();
    return list && { list, on };
  }
  try {
    return { list: keys.length > 0 ? await large.withOnly(keys) : large.frame, on, paged: large.identifiers };
  } catch (error) {
    await one.giveUp?.(error);
    return undefined;
  }
}
