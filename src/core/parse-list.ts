import * as v from 'valibot';
import { exceptionName } from './canonical.ts';
import { keysOf, nameKey } from './key.ts';
import { rowsOf } from './list-rows.ts';
import { type Identifier, identifier, listSchema, type Watchlist } from './list-schema.ts';

/** One thing wrong with a list. `path` names the place: `claims[3].locator`. */
export interface Fault {
  path: string;
  reason: string;
}

export type Parsed = { ok: true; list: Watchlist } | { ok: false; faults: Fault[] };

/**
 * The only way a watchlist gets in. Takes whatever was read (a parsed JSON value) and gives the list, or
 * every fault found with its path; never throws. First the shape, then what the rows say of one another:
 * no claim without a source, no identifier without a claim, no name that is both listed and excepted.
 */
export function parseList(raw: unknown): Parsed {
  const shape = v.safeParse(listSchema, raw);
  if (!shape.success) {
    return { ok: false, faults: shape.issues.map((issue) => ({ path: pathOf(issue), reason: issue.message })) };
  }
  const faults = [
    ...duplicateIds(shape.output),
    ...danglingIds(shape.output),
    ...unclaimed(shape.output),
    ...clashes(shape.output),
  ];
  return faults.length === 0 ? { ok: true, list: shape.output } : { ok: false, faults };
}

/**
 * The part of a large list that is held in memory: all but its identifiers, which are read one by one and checked
 * by `parseIdentifier`. Claims may be about any of them.
 */
export function parseFrame(raw: unknown): Parsed {
  const shape = v.safeParse(listSchema, raw);
  if (!shape.success || shape.output.identifiers.length > 0) return parseList(raw);
  const { output } = shape;
  const faults = [...duplicateIds(output), ...danglingIds(output, true), ...clashes(output)];
  return faults.length === 0 ? { ok: true, list: output } : { ok: false, faults };
}

/** An identifier of a large list, by the rules that `parseList` has for it. */
export function parseIdentifier(raw: unknown, frame: Watchlist): { ok: true; row: Identifier } | Fault {
  const shape = v.safeParse(identifier, raw, { abortEarly: true });
  if (!shape.success) return { path: pathOf(shape.issues[0]), reason: shape.issues[0].message };
  const row = shape.output;
  const { entities, sources, claims } = rowsOf(frame);
  if (!entities.has(row.entity)) return { path: row.id, reason: `no entity "${row.entity}"` };
  const lacking = (row.evidence ?? []).find(({ source }) => source !== undefined && !sources.has(source));
  if (lacking) return { path: row.id, reason: `no source "${lacking.source}"` };
  if (!claims.has(row.id) && !claims.has(row.entity)) return { path: row.id, reason: 'no claim is about it' };
  return { ok: true, row };
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const step of issue.path ?? []) {
    path += typeof step.key === 'number' ? `[${step.key}]` : `${path ? '.' : ''}${String(step.key)}`;
  }
  return path || '(the whole file)';
}

const ROWS = ['sources', 'entities', 'identifiers', 'claims', 'events'] as const;

function duplicateIds(list: Watchlist): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const rows of ROWS) {
    list[rows].forEach((row, i) => {
      const path = `${rows}[${i}].id`;
      const first = seen.get(row.id);
      if (first === undefined) seen.set(row.id, path);
      else faults.push({ path, reason: `the id "${row.id}" is already used at ${first}` });
    });
  }
  return faults;
}

interface Reference {
  path: string;
  id: string | undefined;
  to: readonly (typeof ROWS)[number][];
}

/** @param anyAbout whether claims may be about rows that are not among these */
function danglingIds(list: Watchlist, anyAbout = false): Fault[] {
  const ids = new Map(ROWS.map((rows) => [rows, new Set(list[rows].map((row) => row.id))]));
  const faults: Fault[] = [];
  for (const { path, id, to } of references(list)) {
    if (id === undefined || to.some((rows) => ids.get(rows)?.has(id))) continue;
    if (anyAbout && to.some((rows) => rows === 'identifiers')) continue;
    faults.push({ path, reason: `"${id}" is not the id of one of this list's ${to.join(' or ')}` });
  }
  return faults;
}

function* references(list: Watchlist): Generator<Reference> {
  const sources = ['sources'] as const;
  const entities = ['entities'] as const;
  for (const [i, s] of list.sources.entries())
    yield { path: `sources[${i}].derived_from`, id: s.derived_from, to: sources };
  for (const [i, e] of list.entities.entries()) yield { path: `entities[${i}].part_of`, id: e.part_of, to: entities };
  for (const [i, x] of list.identifiers.entries()) {
    yield { path: `identifiers[${i}].entity`, id: x.entity, to: entities };
    for (const [j, e] of (x.evidence ?? []).entries()) {
      yield { path: `identifiers[${i}].evidence[${j}].source`, id: e.source, to: sources };
    }
  }
  for (const [i, c] of list.claims.entries()) {
    yield { path: `claims[${i}].source`, id: c.source, to: sources };
    for (const [j, id] of c.about.entries())
      yield { path: `claims[${i}].about[${j}]`, id, to: ['entities', 'identifiers'] };
    for (const side of ['counter', 'support'] as const) {
      for (const [j, s] of (c[side] ?? []).entries())
        yield { path: `claims[${i}].${side}[${j}].source`, id: s.source, to: sources };
    }
  }
  for (const [i, e] of list.events.entries()) {
    for (const [j, id] of (e.entities ?? []).entries()) yield { path: `events[${i}].entities[${j}]`, id, to: entities };
    for (const side of ['found', 'in_document'] as const) {
      for (const [j, t] of e[side].entries())
        yield { path: `events[${i}].${side}[${j}].source`, id: t.source, to: sources };
    }
  }
}

/** An identifier that nothing is said of, itself or through its entity, must not be marked. */
function unclaimed(list: Watchlist): Fault[] {
  const about = new Set(list.claims.flatMap((claim) => claim.about));
  return list.identifiers.flatMap((x, i) =>
    about.has(x.id) || about.has(x.entity)
      ? []
      : [{ path: `identifiers[${i}]`, reason: `no claim is about "${x.id}" or its entity "${x.entity}"` }],
  );
}

/** Two rows for one name, or a name that is both listed and excepted, would make the answer depend on order. */
function clashes(list: Watchlist): Fault[] {
  const faults: Fault[] = [];
  const owner = new Map<string, string>();
  list.identifiers.forEach((x, i) => {
    for (const key of keysOf(x)) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, x.id);
      else
        faults.push({ path: `identifiers[${i}]`, reason: `"${x.id}" reads as the same name as "${other}" (${key})` });
    }
  });
  const excepted = new Map<string, number>();
  list.exceptions.forEach((e, i) => {
    const twin = excepted.get(exceptionName(e));
    if (twin === undefined) excepted.set(exceptionName(e), i);
    else faults.push({ path: `exceptions[${i}]`, reason: `"${e.value}" is already at exceptions[${twin}]` });
    const other = owner.get(nameKey(e.platform, e.kind, e.value));
    if (other !== undefined)
      faults.push({ path: `exceptions[${i}]`, reason: `"${e.value}" is also the identifier "${other}"` });
  });
  return faults;
}
