import type { Entity } from '../../core/list-schema.ts';
import type { Fault } from '../../core/parse-list.ts';

/** Entities that belong to themselves by way of others: each loop once, at its first entity. */
export function partOfLoops(entities: readonly Entity[]): Fault[] {
  const rows = new Map(entities.map((entity, i) => [entity.id, { above: entity.part_of, i }]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  for (const [id, { i }] of rows) {
    const chain: string[] = [];
    let next: string | undefined = id;
    while (next !== undefined && !done.has(next)) {
      done.add(next);
      chain.push(next);
      next = rows.get(next)?.above;
    }
    const from = next === undefined ? -1 : chain.indexOf(next);
    if (from < 0) continue;
    const loop = chain.slice(from);
    const at = rows.get(loop[0] ?? id)?.i ?? i;
    faults.push({ path: `entities[${at}].part_of`, reason: `goes in a circle: ${[...loop, loop[0]].join(' → ')}` });
  }
  return faults;
}
