import { type Changes, compareLists } from '../../core/compiled/compare.ts';
import type { Claim, Identifier, Watchlist } from '../../core/list-schema.ts';
import { writtenName } from '../../core/written-name.ts';
import { counted } from './sizes.ts';

interface Told {
  claims: ReadonlyMap<string, readonly Claim[]>;
  sources: ReadonlyMap<string, string>;
  entities: ReadonlyMap<string, string>;
}

/**
 * What changed, for people: names with what is said of them.
 * @param most names of each kind
 * @param more lines of what is not in the rows
 */
export function diffText(before: Watchlist, after: Watchlist, most: number, more: readonly string[] = []): string {
  const changes = compareLists(before, after);
  const was = told(before);
  const is = told(after);
  const { added, removed, changed } = changes.identifiers;
  const touched = new Set([...added, ...changed.map((one) => one.after)].map(({ id }) => id));
  // A name whose claims alone changed has changed, for whoever reads it.
  const said = after.identifiers.filter(({ id }) => !touched.has(id) && !sameClaims(id, was, is));
  const known = new Set(before.identifiers.map(({ id }) => id));
  const names = <Row>(title: string, rows: readonly Row[], lines: (row: Row) => string[]) =>
    section(title, rows.length, rows.slice(0, most).flatMap(lines), most);
  const lines = [
    `${after.list.id}: version ${before.list.version} → ${after.list.version}`,
    ...names('added', added, (row) => [nameLine('+', row, is), ...claimLines(row, is)]),
    ...names('removed', removed, (row) => [nameLine('−', row, was), ...claimLines(row, was)]),
    ...names('changed', changed, (row) => [nameLine('~', row.after, is), ...memberLines(row)]),
    ...names(
      'with other claims',
      said.filter(({ id }) => known.has(id)),
      (row) => [nameLine('~', row, is), ...claimChanges(row, was, is)],
    ),
    ...(changes.head ? ['what the list says of itself changed'] : []),
    ...others(changes),
    ...more,
  ];
  return `${lines.length === 1 ? `${lines[0]}\nnothing else changed` : lines.join('\n')}\n`;
}

function told(list: Watchlist): Told {
  const claims = new Map<string, Claim[]>();
  for (const claim of list.claims) {
    for (const id of claim.about) claims.set(id, [...(claims.get(id) ?? []), claim]);
  }
  return {
    claims,
    sources: new Map(list.sources.map(({ id, title }) => [id, title])),
    entities: new Map(list.entities.map(({ id, label }) => [id, label.en])),
  };
}

/**
 * Names of one kind: how many they are, and the first of them.
 * @param told how many of them `lines` are about
 */
export function section(title: string, count: number, lines: readonly string[], told = lines.length): string[] {
  if (count === 0) return [];
  const more = count > told ? [`  … and ${counted(count - told, 'more', 'more')}`] : [];
  return [`${counted(count, 'name')} ${title}:`, ...lines, ...more];
}

function nameLine(sign: string, row: Identifier, { entities }: Told): string {
  return `  ${sign} ${written(row)} (${entities.get(row.entity) ?? row.entity})`;
}

/** `@name on x`, `#tag`, `example.org`. */
export function written(identifier: Identifier): string {
  const { platform } = identifier;
  return `${writtenName(identifier)}${platform === 'any' || platform === 'web' ? '' : ` on ${platform}`}`;
}

/** Its own claims, or else those of its entity. */
function claimLines(row: Identifier, is: Told): string[] {
  const claims = is.claims.get(row.id) ?? is.claims.get(row.entity) ?? [];
  return claims.map((claim) => `      ${claimLine(claim, is)}`);
}

function claimLine({ assertion, source, status, confidence }: Claim, { sources }: Told): string {
  return `${assertion.en} [${sources.get(source) ?? source}; ${status}, ${confidence}]`;
}

function memberLines({ before, after }: { before: Identifier; after: Identifier }): string[] {
  const was = new Map(Object.entries(before));
  const is = new Map(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((member) => JSON.stringify(was.get(member)) !== JSON.stringify(is.get(member)))
    .map((member) => `      ${member}: ${short(was.get(member))} → ${short(is.get(member))}`);
}

function claimChanges({ id }: Identifier, was: Told, is: Told): string[] {
  const before = new Map((was.claims.get(id) ?? []).map((claim) => [claimLine(claim, was), claim]));
  const after = new Map((is.claims.get(id) ?? []).map((claim) => [claimLine(claim, is), claim]));
  return [
    ...[...before.keys()].filter((line) => !after.has(line)).map((line) => `      − ${line}`),
    ...[...after.keys()].filter((line) => !before.has(line)).map((line) => `      + ${line}`),
  ];
}

function sameClaims(id: string, was: Told, is: Told): boolean {
  return JSON.stringify(was.claims.get(id) ?? []) === JSON.stringify(is.claims.get(id) ?? []);
}

function others(changes: ReturnType<typeof compareLists>): string[] {
  return (['sources', 'entities', 'claims', 'events', 'exceptions'] as const).flatMap((rows) => {
    const { added, changed, removed } = changes[rows] as Changes<unknown>;
    if (added.length + changed.length + removed.length === 0) return [];
    return [`${rows}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`];
  });
}

function short(value: unknown): string {
  if (value === undefined) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
