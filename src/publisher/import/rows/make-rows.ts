import { nameKey } from '../../../core/key.ts';
import type { Identifier } from '../../../core/list-schema.ts';
import type { IdentifierKind } from '../../../core/names.ts';
import { makeId } from '../make-id.ts';
import type { EntityRows } from './entity-rows.ts';
import { fillTemplate, MissingField } from './fill-template.ts';
import type { Head, Row } from './head.ts';
import { type Name, readName } from './read-name.ts';
import type { Field, TableRow } from './table-row.ts';

/** What one row of a table became. */
export interface Made {
  row: string | number;
  identifier: Row;
  claim: Row;
}

/** @returns why a row cannot be used, where it cannot */
export function makeRows(row: TableRow, head: Head, entities: EntityRows): Made | string {
  const { fields } = row;
  const template = (field: Field): string | undefined =>
    fields.get(field) ?? (typeof head.identifier[field] === 'string' ? (head.identifier[field] as string) : undefined);
  const name = readName({
    value: fields.get('value'),
    platform: template('platform'),
    kind: template('kind'),
    url: fields.get('url'),
    stable_id: fields.get('stable_id'),
  });
  if (typeof name === 'string') return name;
  const entity = entities.idFor(row);
  if (typeof entity === 'string') return entity;
  try {
    const identifier = identifierRow(row, head, name, entity.id);
    const claim = claimRow(row, head, name, String(identifier.id));
    return typeof claim === 'string' ? claim : { row: row.row, identifier, claim };
  } catch (error) {
    if (!(error instanceof MissingField)) throw error;
    return `the head file's template names {${error.message}}, which the row lacks`;
  }
}

function identifierRow(row: TableRow, head: Head, name: Name, entity: string): Row {
  const { fields } = row;
  const base = fillTemplate(head.identifier, wordsOf(row, name));
  const aliases = fields
    .get('aliases')
    ?.split(/[;|]/)
    .map((alias) => alias.trim().replace(/^[#＃@＠]/, ''))
    .filter((alias) => alias !== '');
  const evidence = evidenceOf(fields);
  const given: Row = {
    aliases,
    evidence: evidence && [evidence],
    certainty: fields.get('certainty')?.toLowerCase(),
    status: fields.get('status')?.toLowerCase(),
    status_since: fields.get('status_since'),
    checked: fields.get('checked'),
  };
  return {
    rule: 'exact',
    origin: evidence ? 'resolved' : 'in-document',
    certainty: 'medium',
    ...base,
    ...present(given),
    ...name,
    entity,
    id: idOf(name),
  };
}

/** By the key under which it is looked up, so that two spellings of one name are one identifier. */
function idOf({ platform, kind, value }: Name): string {
  const key = nameKey(platform as Identifier['platform'], kind as IdentifierKind, value);
  return makeId(kind === 'hashtag' ? `h-${platform}` : platform, key.replace(/^[^#@/]*[#@/]/, ''));
}

function evidenceOf(fields: ReadonlyMap<Field, string>): Row | undefined {
  const row = present({
    url: fields.get('evidence_url'),
    title: fields.get('evidence_title'),
    date: fields.get('evidence_date'),
    note: fields.get('evidence_note'),
  });
  return Object.keys(row).length > 0 ? row : undefined;
}

const LOCATOR = ['section', 'paragraph', 'page', 'row'] as const;

/** The firm rule: no source and place in it, no row. */
function claimRow(row: TableRow, head: Head, name: Name, about: string): Row | string {
  const { fields } = row;
  const base = fillTemplate(head.claim, wordsOf(row, name));
  const source = sourceOf(fields.get('source') ?? base.source, head);
  if (typeof source === 'string') return source;
  const line = fields.get('line');
  const locator: Row = {
    ...(base.locator as Row | undefined),
    ...present(Object.fromEntries(LOCATOR.map((part) => [part, fields.get(part)]))),
    ...(line !== undefined && { line: Number(line) }),
  };
  if (Object.keys(locator).length === 0) return 'no place in the source';
  const confidence = fields.get('confidence');
  const given: Row = {
    date: fields.get('date'),
    valid_from: fields.get('valid_from'),
    valid_until: fields.get('valid_until'),
    confidence: confidence === undefined ? undefined : Number(confidence),
  };
  return {
    basis: 'document-assertion',
    confidence: 20,
    status: 'unconfirmed',
    date: source.row.date,
    ...base,
    ...present(given),
    id: makeId('c', about),
    about: [about],
    source: source.row.id,
    locator,
  };
}

function sourceOf(named: unknown, { sources }: Head): { row: Row } | string {
  if (typeof named !== 'string' || named === '') return 'no source';
  const row = sources.find(({ id, url, archive }) => id === named || url === named || archive === named);
  return row === undefined ? 'its source is not in the head file' : { row };
}

/** What templates may name: the row's own number, its fields, its columns. */
function wordsOf({ row, fields, columns }: TableRow, name: Name): (word: string) => string | undefined {
  return (word) => {
    if (word === 'row') return fields.get('row') ?? String(row);
    if (word === 'value' || word === 'platform' || word === 'kind') return name[word];
    return fields.get(word as Field) ?? (columns.get(word)?.trim() || undefined);
  };
}

function present(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
