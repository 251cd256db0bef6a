import { readFileSync } from 'node:fs';
import { nameKeys } from '../../src/core/key.ts';
import type { Entity, Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { parseList } from '../../src/core/parse-list.ts';

/** A list of `data/`. */
export interface KeptList {
  /** As it stands in the file. */
  raw: string;
  list: Watchlist;
  entities: ReadonlyMap<string, Entity>;
  /** By the keys under which a page finds them. */
  listed: ReadonlyMap<string, Identifier>;
}

/** @param name without `.json` */
export function keptList(name: string): KeptList {
  const raw = keptText(`${name}.json`);
  const parsed = parseList(JSON.parse(raw));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 5), null, 2));
  const { list } = parsed;
  return {
    raw,
    list,
    entities: new Map(list.entities.map((entity) => [entity.id, entity])),
    listed: new Map(list.identifiers.flatMap((row) => nameKeys(row).map((key) => [key, row] as const))),
  };
}

export function keptText(file: string): string {
  return readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
}
