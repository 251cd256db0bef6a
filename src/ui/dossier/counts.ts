import type { Identifier } from '../../core/list-schema.ts';
import { PLATFORMS } from '../../core/names.ts';
import type { InstalledRows } from './installed-rows.ts';

export type IdentifierPlatform = Identifier['platform'];

/** Identifiers of one country by network, most first. `country` is absent where the list names none. */
export interface CountryCounts {
  country?: string;
  total: number;
  platforms: { platform: IdentifierPlatform; count: number }[];
}

/** Most first. */
export function countByCountry(lists: readonly InstalledRows[]): CountryCounts[] {
  const counts = new Map<string, Map<IdentifierPlatform, number>>();
  for (const { list, entities } of lists) {
    for (const { entity, platform } of list.identifiers) {
      const country = entities.get(entity)?.country ?? '';
      const platforms = counts.get(country) ?? new Map<IdentifierPlatform, number>();
      counts.set(country, platforms.set(platform, (platforms.get(platform) ?? 0) + 1));
    }
  }
  return [...counts]
    .map(([country, platforms]) => ({
      ...(country !== '' && { country }),
      total: [...platforms.values()].reduce((sum, count) => sum + count, 0),
      platforms: [...platforms].map(([platform, count]) => ({ platform, count })).sort((a, b) => b.count - a.count),
    }))
    .sort((a, b) => b.total - a.total);
}

/** The networks that any of the countries has, in one order for all. */
export function platformsIn(countries: readonly CountryCounts[]): IdentifierPlatform[] {
  const used = new Set(countries.flatMap(({ platforms }) => platforms.map(({ platform }) => platform)));
  return [...PLATFORMS, 'any' as const, 'web' as const].filter((platform) => used.has(platform));
}

/** How many rows have each value, most first. */
export function tally<T, V extends string>(rows: readonly T[], of: (row: T) => V): { value: V; count: number }[] {
  const counts = new Map<V, number>();
  for (const row of rows) {
    const value = of(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
