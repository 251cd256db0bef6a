import * as v from 'valibot';
import type { ControlMessages, CountryCount } from '../control-messages.ts';
import type { Watchlist } from '../core/list-schema.ts';
import { LIST_CHOICES, rowId, SETTINGS } from '../settings-schema.ts';
import type { Change, HandlersOf, World } from './handling.ts';

export const CONTROL_SCHEMAS = {
  countries: v.null(),
  entityLabel: v.strictObject({ list: rowId, entity: rowId }),
  restoreSettings: v.partial(v.strictObject({ ...SETTINGS, lists: LIST_CHOICES })),
} as const;

export function controlHandlers(world: World, change: Change): HandlersOf<ControlMessages> {
  return {
    async countries() {
      return countriesIn((await world.lists()).active);
    },
    async entityLabel({ list: id, entity }) {
      const list = (await world.lists()).active.find((one) => one.list.id === id);
      return list?.entities.find((one) => one.id === entity)?.label ?? null;
    },
    async restoreSettings(patch) {
      await change(() => patch);
      if (patch.lists) await world.library.changed();
      return undefined;
    },
  };
}

/** By the names that are listed, not by the entities: a filter hides names. */
function countriesIn(lists: readonly Watchlist[]): CountryCount[] {
  const entries = new Map<string, number>();
  for (const { entities, identifiers } of lists) {
    const countries = new Map(entities.map(({ id, country = '' }) => [id, country]));
    for (const { entity } of identifiers) {
      const code = countries.get(entity);
      if (code !== undefined) entries.set(code, (entries.get(code) ?? 0) + 1);
    }
  }
  return [...entries].map(([code, count]) => ({ code, entries: count })).sort((a, b) => b.entries - a.entries);
}
