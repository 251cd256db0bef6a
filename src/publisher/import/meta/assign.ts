import type { Counter } from '../importer.ts';
import type { IndicatorRow, MetaFiles } from './files.ts';
import type { Network } from './network.ts';
import { type Asset, assetOf, REDIRECTING, redirectIn } from './own.ts';

/** An asset, and every row that names it. */
export interface Owned {
  asset: Asset;
  /** The network whose report named it first. */
  owner: Network;
  rows: (IndicatorRow & { network: Network })[];
}

/** @param counter told of every row, used or not */
export function assignAssets({ rows, faults }: MetaFiles, counter: Counter): Owned[] {
  const owned = new Map<string, Owned>();
  for (const { file, row, fault } of faults) counter.drop(`${file}:${row}`, `no CSV: ${fault}`);
  const redirects = new Set(rows.map(redirectIn));
  for (const row of byDate(rows)) {
    const read = assetOf(row);
    // Some reports before 2023 call every address a domain; a later one says what it was for.
    const isRedirect = row.procedure === 'domain_name' && 'key' in read && redirects.has(read.key);
    const asset = isRedirect ? { reason: REDIRECTING } : read;
    const { network } = row;
    if ('reason' in asset || network === undefined) {
      counter.drop(`${row.file}:${row.row}`, 'reason' in asset ? asset.reason : 'of no network');
      continue;
    }
    const known = owned.get(asset.key);
    if (known === undefined) {
      owned.set(asset.key, { asset, owner: network, rows: [{ ...row, network }] });
      counter.keep();
    } else {
      known.rows.push({ ...row, network });
      counter.drop(`${row.file}:${row.row}`, 'the same as in an earlier row: entered once');
    }
  }
  return [...owned.values()];
}

/** The earliest report first; within a report as its files stand. Sorting keeps the order of equals. */
function byDate(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const date = ({ network }: IndicatorRow) => network?.date ?? '9999';
  return [...rows].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
}
