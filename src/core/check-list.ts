import { fold } from './fold.ts';
import { indexLists, type ListIndex } from './index-lists.ts';
import { accountKey, domainKey, domainKeys, domainsFrom, nameKey, nameKeys, seenKind } from './key.ts';
import type { Entity, Exception, Identifier, Watchlist } from './list-schema.ts';
import { bareName, type Reading, sightingsOf } from './reading.ts';
import { sightingKeys } from './sighting.ts';
import { verdictsOn } from './verdicts-on.ts';

/** Why a listed name is told although it is not what was asked about. */
export type NearReason =
  /** The domain above is listed; links to what was asked about are marked with it. */
  | 'domain-above'
  /** Only a part of the site is listed. */
  | 'domain-below'
  | 'other-network'
  /** The same name on another server of the network. */
  | 'other-server'
  /** The name is listed with another id: somebody else has it now, or had it then. */
  | 'other-id'
  /** A hashtag where an account was asked about, or the other way round. */
  | 'other-kind'
  /** Much the same name, otherwise written. */
  | 'alike';

/** What one list says of one question. */
export interface ListAnswer {
  /** Identifiers that are what was asked about: a page that holds it shows them. */
  exact: string[];
  near: { identifier: string; why: NearReason }[];
  /** Names that the list keeps from being marked. */
  exceptions: Exception[];
  /** Entities that bear the very name. */
  entities: Entity[];
}

/** More parts of one site, or names alike, are too many to read. */
const MOST_NEAR = 12;

/**
 * What a list says of questions, by the same rules as on a page, and what it says of names near them.
 * @param questions the readings of each
 * @param today `YYYY-MM-DD`
 * @returns an answer for each question, in order
 */
export function checkList(list: Watchlist, questions: readonly (readonly Reading[])[], today: string): ListAnswer[] {
  const asked = wantedBy(questions.flat());
  // One pass over the list, however many questions: what is left is little.
  const identifiers = list.identifiers.filter((row) => touches(asked, row));
  const used = new Set(identifiers.map((row) => row.entity));
  const few: Watchlist = {
    ...list,
    identifiers,
    exceptions: list.exceptions.filter((row) => touches(asked, row)),
    entities: list.entities.filter((row) => isCalled(row, asked.labels) || used.has(row.id)),
  };
  const index = indexLists([few], today, 'en');
  const alive = new Set(index.values().flatMap((verdicts) => verdicts.map(({ identifier }) => identifier)));
  return questions.map((readings) => answer({ ...few, index, alive }, readings));
}

interface Wanted {
  names: Set<string>;
  ids: Set<string>;
  hosts: Set<string>;
  /** Sites asked about, without `www.`. */
  sites: string[];
  /** What an entity may be called: folded, without spaces. */
  labels: Set<string>;
}

function wantedBy(readings: readonly Reading[]): Wanted {
  const wanted: Wanted = { names: new Set(), ids: new Set(), hosts: new Set(), sites: [], labels: new Set() };
  for (const reading of readings) {
    for (const name of namesOf(reading)) wanted.names.add(name);
    if (reading.kind === 'words') wanted.labels.add(joined(reading.text, ''));
    if (reading.kind === 'account' && reading.handle !== undefined) wanted.labels.add(bareName(reading.handle));
    if (reading.kind === 'account' && reading.id !== undefined) wanted.ids.add(reading.id);
    if (reading.kind !== 'domain') continue;
    const site = siteOf(reading.host);
    wanted.sites.push(site);
    for (const host of domainsFrom(site)) wanted.hosts.add(host);
  }
  return wanted;
}

/** As `names` compares them: folded, and without the points that Facebook does not count. */
function namesOf(reading: Reading): string[] {
  if (reading.kind === 'hashtag') return [fold(reading.tag)];
  if (reading.kind === 'words') return [joined(reading.text, '_'), joined(reading.text, '')];
  if (reading.kind === 'domain' || reading.handle === undefined) return [];
  const name = bareName(reading.handle);
  return [...new Set([name, name.replaceAll('.', '')])];
}

function joined(text: string, by: string): string {
  return fold(text).split(/\s+/).join(by);
}

type Named = Pick<Identifier, 'platform' | 'kind' | 'value' | 'aliases' | 'stable_id'> | Exception;

function touches(wanted: Wanted, row: Named): boolean {
  const names = 'aliases' in row && row.aliases !== undefined ? [row.value, ...row.aliases] : [row.value];
  if ('stable_id' in row && row.stable_id !== undefined && wanted.ids.has(row.stable_id)) return true;
  if (row.kind === 'domain') {
    return names
      .map(siteOf)
      .some((host) => wanted.hosts.has(host) || wanted.sites.some((site) => host.endsWith(`.${site}`)));
  }
  return names.some((name) => {
    const plain = row.kind === 'hashtag' ? fold(name) : bareName(name);
    return wanted.names.has(row.platform === 'facebook' ? plain.replaceAll('.', '') : plain);
  });
}

/** As keys have it: in ASCII and lower case, without `www.`. */
function siteOf(host: string): string {
  return domainKey(host).slice('web/'.length);
}

interface Indexed extends Watchlist {
  index: ListIndex;
  /** Identifiers that something still stands behind. */
  alive: ReadonlySet<string>;
}

function answer(list: Indexed, readings: readonly Reading[]): ListAnswer {
  const exact = new Set<string>();
  const above = new Set<string>();
  const keys = new Set<string>();
  for (const reading of readings) {
    for (const sighting of sightingsOf(reading)) {
      const own = sighting.kind === 'domain' ? domainKeys(sighting.host).slice(0, 1) : sightingKeys(sighting);
      for (const key of own) keys.add(key);
      for (const { identifier } of verdictsOn(sighting, (key) => list.index.get(key) ?? []) ?? []) {
        const row = list.identifiers.find(({ id }) => id === identifier);
        const isOwn = sighting.kind !== 'domain' || (row !== undefined && nameKeys(row).some((key) => keys.has(key)));
        (isOwn ? exact : above).add(identifier);
      }
    }
  }
  const { labels } = wantedBy(readings);
  const exceptions = list.exceptions.filter(({ platform, kind, value }) => keys.has(nameKey(platform, kind, value)));
  return {
    exact: [...exact],
    // Of a name that is kept from being marked, none near it is told.
    near: exceptions.length > 0 ? [] : nearOf(list, readings, exact, above).slice(0, MOST_NEAR),
    exceptions,
    entities: list.entities.filter((entity) => isCalled(entity, labels)).slice(0, MOST_NEAR),
  };
}

function nearOf(
  { identifiers, alive }: Indexed,
  readings: readonly Reading[],
  exact: ReadonlySet<string>,
  above: ReadonlySet<string>,
): ListAnswer['near'] {
  return identifiers.flatMap((row) => {
    if (!alive.has(row.id) || exact.has(row.id)) return [];
    const why = above.has(row.id) ? 'domain-above' : firstWhy(row, readings);
    return why === undefined ? [] : [{ identifier: row.id, why }];
  });
}

function firstWhy(row: Identifier, readings: readonly Reading[]): NearReason | undefined {
  for (const reading of readings) {
    const why = touches(wantedBy([reading]), row) ? whyNear(row, reading) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
}

function whyNear(row: Identifier, reading: Reading): NearReason | undefined {
  const kind = seenKind(row.kind);
  if (reading.kind === 'words') return 'alike';
  // A domain above that is no match is excepted for what was asked about.
  if (reading.kind === 'domain')
    return siteOf(row.value).endsWith(`.${siteOf(reading.host)}`) ? 'domain-below' : undefined;
  if (reading.kind !== kind) return 'other-kind';
  if (reading.platform === undefined) return 'alike';
  if (row.platform !== reading.platform) return 'other-network';
  if (reading.kind === 'hashtag') return undefined;
  if (row.platform === 'mastodon') return 'other-server';
  const { platform, handle } = reading;
  const isSameName = handle !== undefined && nameKeys(row).includes(accountKey(platform, handle));
  return isSameName ? 'other-id' : 'alike';
}

function isCalled(entity: Entity, labels: ReadonlySet<string>): boolean {
  return labels.size > 0 && Object.values(entity.label).some((label) => labels.has(joined(label, '')));
}
