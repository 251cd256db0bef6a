import type { Claim, Entity, Identifier, Watchlist } from '../../../core/list-schema.ts';
import type { IdentifierKind, PlatformId } from '../../../core/names.ts';
import { ImportError } from '../importer.ts';
import { makeId } from '../make-id.ts';
import type { Assigned } from './assign.ts';
import { countryCode } from './countries.ts';
import { EXCEPTIONS, listHead, SOURCE, SOURCE_DATE, SOURCE_ID } from './head.ts';
import type { Place } from './place.ts';
import { type MatrixRow, placeOf } from './rows.ts';
import { caution, companyAssertion, EXCHANGED, outletAssertion } from './text.ts';

/** @param today `YYYY-MM-DD` */
export function listOf(assigned: readonly Assigned[], today: string): Watchlist {
  const bodies = Map.groupBy(assigned, ({ owner }) => owner.key);
  return {
    format: 'statemark-watchlist',
    spec: 1,
    list: listHead(today),
    sources: [SOURCE],
    entities: entitiesOf(assigned),
    identifiers: assigned.map(identifierOf),
    claims: [...bodies.values()].map(claimOf),
    events: [],
    exceptions: EXCEPTIONS,
  };
}

function entitiesOf(assigned: readonly Assigned[]): Entity[] {
  const entities = new Map<string, Entity>();
  const outlets = Map.groupBy(
    assigned.filter(({ company }) => company !== undefined),
    ({ company }) => company?.key,
  );
  const owners = new Set(assigned.map(({ owner }) => owner.key));
  /** A company is worth a line of its own where several bodies of the list belong to it. */
  const isShown = (company: Place) =>
    owners.has(company.key) || new Set(outlets.get(company.key)?.map(({ owner }) => owner.key)).size > 1;
  for (const { owner, company } of assigned) {
    const above = company !== undefined && isShown(company) ? company : undefined;
    if (above !== undefined && !entities.has(above.key)) entities.set(above.key, entityOf(above));
    entities.set(owner.key, { ...entityOf(owner), ...(above !== undefined && { part_of: entityId(above) }) });
  }
  return [...entities.values()].map(({ id, type, label, part_of, country }) => ({
    ...{ id, type, label },
    ...(part_of !== undefined && { part_of }),
    ...(country !== undefined && { country }),
  }));
}

/** Offices of a government that outlets belong to; all else are broadcasters, publishers and agencies of news. */
const OFFICE =
  /^(?:Department|Ministry|Government|Sistema de Información Legislativa|Dirección General|State Publishing)/;

function entityOf(place: Place): Entity {
  const country = countryCode(place.country);
  if (country === undefined) throw new ImportError(`no code is known for the country "${place.country}"`);
  return {
    id: entityId(place),
    type: OFFICE.test(place.name) ? 'agency' : 'outlet',
    label: { en: place.name },
    ...(place.hasState && { country }),
  };
}

function entityId(place: Place): string {
  return makeId('e', `${countryCode(place.country)?.toLowerCase()}-${place.key.slice(place.key.indexOf('/') + 1)}`);
}

const KINDS: Partial<Record<PlatformId, IdentifierKind>> = {
  facebook: 'page',
  linkedin: 'page',
  vk: 'page',
  telegram: 'channel',
  youtube: 'channel',
};

function identifierOf({ link, owner, rows, column }: Assigned): Identifier {
  const evidence = [{ source: SOURCE_ID, note: `${rowsText(rows)}, column “${column}”.` }];
  const common = { rule: 'exact', origin: 'resolved', evidence, status: 'unknown', certainty: 'medium' } as const;
  if (link.kind === 'domain') {
    return {
      ...{ id: makeId('d', link.host), entity: entityId(owner), platform: 'web', kind: 'domain', value: link.host },
      ...common,
    };
  }
  const { platform, handle, id } = link;
  return {
    id: makeId('a', `${platform}-${handle ?? id}`),
    entity: entityId(owner),
    platform,
    kind: KINDS[platform] ?? 'account',
    value: handle ?? nameOfId(platform, id ?? ''),
    ...(id !== undefined && { stable_id: id }),
    ...common,
    ...((platform === 'x' || platform === 'instagram') && { note: EXCHANGED[platform] }),
  };
}

/** How a network writes the address of an account that has a number alone. */
function nameOfId(platform: PlatformId, id: string): string {
  if (platform !== 'vk') return id;
  return id.startsWith('-') ? `club${id.slice(1)}` : `id${id}`;
}

function rowsText(rows: readonly MatrixRow[]): string {
  return `${rows.length > 1 ? 'Rows' : 'Row'} ${rows.map(({ row }) => row).join(', ')}`;
}

function claimOf(those: readonly Assigned[]): Claim {
  const [first] = those;
  if (first === undefined) throw new Error('a group has a member');
  const { owner } = first;
  const rows = [...new Set(those.flatMap((one) => one.rows))];
  const assets = new Set(rows.map(({ asset }) => asset));
  const isShared = those.some((one) => one.isShared);
  // “Project” is another collection of the publisher; what came from its Hamilton dashboard is its own main work.
  const isFromElsewhere = rows.every(({ notes, status }) => /merged from project/i.test(notes + status));
  return {
    id: makeId('c', entityId(owner).slice(2)),
    about: [entityId(owner)],
    assertion: isShared ? companyAssertion(owner.name, assets.size) : outletAssertion(owner.name),
    source: SOURCE_ID,
    locator: { row: place(rows, assets.size) },
    basis: 'named-research',
    confidence: isFromElsewhere ? 55 : 70,
    status: 'unconfirmed',
    date: SOURCE_DATE,
    caution: caution(isFromElsewhere, isShared),
  };
}

const LONGEST_LOCATOR = 128;

function place(rows: readonly MatrixRow[], assets: number): string {
  const [first] = rows;
  if (first === undefined) return '';
  const text = assets > 1 ? `${first.country} / ${first.company} / ${assets} assets` : placeOf(first);
  return text.length > LONGEST_LOCATOR ? `${text.slice(0, LONGEST_LOCATOR - 1).trimEnd()}…` : text;
}
