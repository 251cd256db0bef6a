import { parseList } from '../../../core/parse-list.ts';
import { Counter, ImportError, type Imported } from '../importer.ts';
import { EntityRows } from './entity-rows.ts';
import type { Head } from './head.ts';
import { JoinedRows } from './joined-rows.ts';
import { type Made, makeRows } from './make-rows.ts';
import type { TableRow } from './table-row.ts';

/** How many times rows are taken out before we say that it is the head file which is wrong. */
const MOST_ROUNDS = 20;

/**
 * Makes a list of rows. A row that cannot carry its source and the place in it, or that the format does not
 * take, is left out and reported; what is wrong with the head file itself is an error. A name that stands in
 * several rows is one identifier with a claim of each.
 * @throws ImportError
 */
export function listFromRows(rows: Iterable<TableRow>, head: Head): Imported {
  const counter = new Counter();
  const entities = new EntityRows(head);
  const joined = new JoinedRows();
  for (const row of rows) {
    const one = makeRows(row, head, entities);
    const reason = typeof one === 'string' ? one : joined.add(one);
    if (reason !== undefined) counter.drop(row.row, reason);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const list = together(joined, head, entities);
    const bad = faultyRows(list, joined, entities);
    if (bad.size === 0) {
      for (const _ of joined.made) counter.keep();
      return { list, report: counter.report() };
    }
    for (const [one, reason] of bad) counter.drop(one.row, reason);
    joined.remove(bad);
  }
  throw new ImportError('the rows contradict one another in too many ways: import them in parts');
}

function together({ made, identifiers }: JoinedRows, head: Head, entities: EntityRows): Record<string, unknown> {
  return {
    format: 'statemark-watchlist',
    spec: 1,
    list: head.list,
    sources: head.sources,
    entities: entities.usedBy(identifiers.map(({ entity }) => String(entity))),
    identifiers,
    claims: made.map(({ claim }) => claim),
    events: head.events,
    exceptions: head.exceptions,
  };
}

/**
 * The rows that the format does not take, each with its first reason.
 * @throws ImportError for a fault that no row is to blame for
 */
function faultyRows(list: Record<string, unknown>, joined: JoinedRows, entities: EntityRows): Map<Made, string> {
  const bad = new Map<Made, string>();
  const parsed = parseList(list);
  if (parsed.ok) return bad;
  const blame = blamer(list, joined, entities);
  for (const { path, reason } of parsed.faults) {
    const [, rows = '', digits, member = ''] = /^(\w+)\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
    const blamed = blame(rows, Number(digits));
    if (blamed.length === 0) throw new ImportError(`head file: ${path}: ${reason}`);
    for (const one of blamed) if (!bad.has(one)) bad.set(one, plainReason(rows, member, reason));
  }
  return bad;
}

/** Finds the rows that a row of the list was made from; the head file's own rows have none. */
function blamer(list: Record<string, unknown>, joined: JoinedRows, entities: EntityRows) {
  const byId = joined.by('id');
  const byEntity = joined.by('entity');
  return (rows: string, index: number): readonly Made[] => {
    if (rows === 'claims') return joined.made.slice(index, index + 1);
    if (rows === 'identifiers') return byId.get(joined.identifiers[index]?.id) ?? [];
    const id = rows === 'entities' ? (list.entities as { id: string }[])[index]?.id : undefined;
    return id === undefined || entities.isFromHead(id) ? [] : (byEntity.get(id) ?? []);
  };
}

/** Without ids and numbers, so that equal reasons count as one. */
function plainReason(rows: string, member: string, reason: string): string {
  if (reason.includes('reads as the same name as')) return 'another spelling of a name above';
  if (reason.includes('is also the identifier')) return 'an exception of the head file';
  const whose = rows === 'identifiers' ? '' : rows === 'claims' ? 'claim ' : 'entity ';
  return member === '' ? reason : `${whose}${member}: ${reason}`;
}
