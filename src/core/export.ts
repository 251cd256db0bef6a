import { csvText } from './csv.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import type { Localised, Locator } from './list-schema.ts';

/** A listed name as it was found, for a file. */
export interface FoundMatch {
  evidence: Evidence;
  count: number;
  places: readonly string[];
  muted: boolean;
  /** Where it was found; given only where the reader wants that in the file. */
  hosts?: readonly string[];
}

export interface ExportHead {
  /** When it was made, as ISO 8601 says it, in UTC. */
  made: string;
  /** The extension's version. */
  version: string;
  scope: 'page' | 'open-tabs';
  /** Whether hosts are told: without it nothing in the file says where the reader was. */
  withHosts: boolean;
  /** Names that were found too, but left out because the reader's filters hide them. */
  hiddenByFilters?: number;
}

/**
 * A row for each name. What a name has several of stands in one cell, a line each: the lines of `claim_ids`,
 * `claim_sources` and `claim_locators` belong together, in order. See docs/export.md.
 */
const COLUMNS = [
  'made',
  'list_id',
  'list_version',
  'identifier_id',
  'platform',
  'kind',
  'value',
  'entity_id',
  'entity',
  'country',
  'grade',
  'claim_ids',
  'claim_sources',
  'claim_locators',
  'count',
  'places',
  'muted',
] as const;

/** With the byte order mark, without which spreadsheets read Persian as Latin; see docs/export.md. */
export function exportCsv(head: ExportHead, matches: readonly FoundMatch[]): string {
  const columns = head.withHosts ? [...COLUMNS, 'hosts'] : [...COLUMNS];
  return `\ufeff${csvText([columns, ...matches.map((match) => row(head, match))])}`;
}

function row({ made, withHosts }: ExportHead, { evidence, count, places, muted, hosts = [] }: FoundMatch): string[] {
  const { list, identifier, entity, grade, claims } = evidence;
  return [
    made,
    list.id,
    String(list.version),
    identifier.id,
    identifier.platform,
    identifier.kind,
    identifier.value,
    entity.id,
    entity.label.en,
    entity.country ?? '',
    grade,
    lines(claims, ({ claim }) => claim.id),
    lines(claims, sourceText),
    lines(claims, ({ claim }) => locatorText(claim.locator)),
    String(count),
    places.join(' '),
    String(muted),
    ...(withHosts ? [hosts.join(' ')] : []),
  ];
}

/** One line each, whatever the list's own texts hold. */
function lines(claims: readonly ClaimEvidence[], text: (claim: ClaimEvidence) => string): string {
  return claims.map((claim) => text(claim).replace(/[\r\n\u2028\u2029]+/g, ' ')).join('\n');
}

function sourceText({ source }: ClaimEvidence): string {
  return [source.publisher, source.title, source.date, source.url ?? source.archive].filter(Boolean).join(', ');
}

/** `section Twitter and Soleimani, paragraph 2`: by the names that the list's own form has for them. */
function locatorText(locator: Locator): string {
  return Object.entries(locator)
    .map(([part, where]) => `${part} ${where}`)
    .join(', ');
}

interface ExportedClaim {
  id: string;
  assertion: Localised;
  basis: string;
  confidence: number;
  status: string;
  locator: Locator;
  source: { id: string; title: string; publisher: string; date: string; url?: string; archive?: string };
  /** Ids of sources that say otherwise. */
  contradicted_by?: string[];
}

/** The same for programs, with all of each claim that the extension shows. Ends with a line break. */
export function exportJson(
  { withHosts, hiddenByFilters, ...head }: ExportHead,
  matches: readonly FoundMatch[],
): string {
  const rows = matches.map(({ evidence, count, places, muted, hosts = [] }) => {
    const { list, identifier, entity, kind, grade, until, claims } = evidence;
    const { id, platform, kind: type, value, stable_id } = identifier;
    return {
      list: { id: list.id, version: list.version },
      identifier: { id, platform, kind: type, value, ...(stable_id !== undefined && { stable_id }) },
      entity: { id: entity.id, label: entity.label, ...(entity.country !== undefined && { country: entity.country }) },
      kind,
      grade,
      ...(until !== undefined && { until }),
      claims: claims.map(exported),
      count,
      places,
      muted,
      ...(withHosts && { hosts }),
    };
  });
  return `${JSON.stringify({ format: 'statemark-matches', spec: 1, ...head, ...(hiddenByFilters !== undefined && { hidden_by_filters: hiddenByFilters }), matches: rows }, null, 2)}\n`;
}

function exported({ claim, source, counter }: ClaimEvidence): ExportedClaim {
  const { id, title, publisher, date, url, archive } = source;
  return {
    id: claim.id,
    assertion: claim.assertion,
    basis: claim.basis,
    confidence: claim.confidence,
    status: claim.status,
    locator: claim.locator,
    source: {
      id,
      title,
      publisher,
      date,
      ...(url !== undefined && { url }),
      ...(archive !== undefined && { archive }),
    },
    ...(counter.length > 0 && { contradicted_by: counter.map((side) => side.source.id) }),
  };
}

/** `statemark-open-tabs-2026-11-22.csv`: a name that says neither where nor at what time of day. */
export function exportName({ scope, made }: Pick<ExportHead, 'scope' | 'made'>, ending: 'csv' | 'json'): string {
  return `statemark-${scope}-${made.slice(0, 10)}.${ending}`;
}
