import type { Claim, Entity, Identifier, Watchlist } from '../../../core/list-schema.ts';
import type { IdentifierKind, PlatformId } from '../../../core/names.ts';
import { makeId } from '../make-id.ts';
import type { Owned } from './assign.ts';
import { eventsOf } from './events.ts';
import type { MetaFiles } from './files.ts';
import { entityId, listHead, sourceId, sourceOf } from './head.ts';
import type { Network } from './network.ts';
import { aboutOrigin, assertion, CAUTION, label } from './text.ts';

/** @param today `YYYY-MM-DD` */
export function listOf(files: MetaFiles, owned: readonly Owned[], today: string): Watchlist {
  const networks = new Map<string, Network>();
  const events = eventsOf(files);
  for (const { rows } of owned) for (const { network } of rows) networks.set(network.key, network);
  for (const { network } of events) networks.set(network.key, network);
  return {
    format: 'statemark-watchlist',
    spec: 1,
    list: listHead(today),
    sources: sourcesOf(files, networks),
    entities: [...networks.values()].map(entityOf),
    identifiers: owned.map(identifierOf),
    claims: claimsOf(owned),
    events: events.map(({ event }) => event),
    exceptions: [],
  };
}

/** The files that say something of a network in the list. */
function sourcesOf({ rows, summaries }: MetaFiles, networks: ReadonlyMap<string, Network>): Watchlist['sources'] {
  const byFile = new Map<string, Map<string, Network>>();
  for (const { file, network } of [...rows, ...summaries]) {
    if (network === undefined || !networks.has(network.key)) continue;
    const those = byFile.get(file) ?? new Map<string, Network>();
    byFile.set(file, those.set(network.key, network));
  }
  return [...byFile].map(([file, those]) => sourceOf(file, [...those.values()]));
}

function entityOf(network: Network): Entity {
  const [origin, another] = network.origins;
  return {
    id: entityId(network),
    type: 'operation',
    label: label(network),
    ...(origin !== undefined && another === undefined && { country: origin.code }),
    description: aboutOrigin(network),
  };
}

const KINDS: Partial<Record<PlatformId, IdentifierKind>> = { telegram: 'channel', youtube: 'channel' };

function identifierOf({ asset, owner, rows }: Owned): Identifier {
  const evidence = rows.map(({ file, row, procedure, notes }) => ({
    source: sourceId(file),
    note: `Row ${row}: ${/^\d/.test(procedure) ? procedure : notes || procedure}`,
  }));
  const common = { rule: 'exact', origin: 'in-document', evidence, status: 'unknown' } as const;
  if (asset.kind === 'domain') {
    return {
      ...{ id: makeId('d', asset.host), entity: entityId(owner), platform: 'web', kind: 'domain', value: asset.host },
      ...{ ...common, certainty: 'medium' },
    };
  }
  const { platform, handle, id } = asset;
  return {
    id: makeId('a', `${platform}-${handle ?? id}`),
    entity: entityId(owner),
    platform,
    kind: KINDS[platform] ?? 'account',
    value: handle ?? (platform === 'vk' ? `id${id}` : (id ?? '')),
    ...(id !== undefined && { stable_id: id }),
    ...{ ...common, certainty: id === undefined ? 'medium' : 'high' },
  };
}

/** Most that a claim can be about. */
const MOST = 64;

/** One claim for each network and file; what an earlier report on another network named too, it names by itself. */
function claimsOf(owned: readonly Owned[]): Claim[] {
  const groups = new Map<string, { file: string; network: Network; rows: number[]; others: string[] }>();
  for (const one of owned) {
    for (const { file, row, network } of one.rows) {
      const key = `${file} ${network.key}`;
      const group = groups.get(key) ?? { file, network, rows: [], others: [] };
      groups.set(key, group);
      group.rows.push(row);
      if (network.key !== one.owner.key) group.others.push(identifierOf(one).id);
    }
  }
  const tabled = new Set([...groups.values()].filter(isTable).map(({ network }) => network.key));
  // The text of a report names its table’s indicators again.
  const told = [...groups.values()].filter((group) => isTable(group) || !tabled.has(group.network.key));
  return told.flatMap(({ file, network, rows, others }) =>
    chunks([entityId(network), ...others]).map((about, i) => ({
      id: makeId('c', `${sourceId(file).slice(2)}-${network.key}-${i}`),
      about,
      assertion: assertion(network),
      source: sourceId(file),
      locator: { row: rowsText(rows) },
      basis: 'platform-attribution' as const,
      confidence: 75,
      status: 'unconfirmed' as const,
      date: network.date,
      caution: CAUTION,
    })),
  );
}

function isTable({ file }: { file: string }): boolean {
  return /\.csv$/i.test(file);
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST) }, (_, i) => ids.slice(i * MOST, (i + 1) * MOST));
}

function rowsText(rows: readonly number[]): string {
  const [least, most] = [Math.min(...rows), Math.max(...rows)];
  return least === most ? `${least}` : `${least}–${most}`;
}
