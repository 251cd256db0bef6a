import { ImportError, type Importer, type ImportOptions } from './importer.ts';
import { flat } from './read-table.ts';
import { readHead, readJsonFile } from './rows/head.ts';
import { type RowSource, rowsToList } from './rows/rows-to-list.ts';
import type { Field } from './rows/table-row.ts';

/**
 * MISP galaxy clusters. Each cluster is an entity; its identifiers are the addresses in `meta.official-refs`
 * (or the member that `--map url=…` names). The galaxy is the source and the cluster's uuid the place in it;
 * `meta.refs` are the evidence, and a cluster without any is left out.
 */
export const galaxy: Importer = {
  name: 'misp-galaxy',
  describe: 'a MISP galaxy cluster file: addresses in meta.official-refs, with meta.refs as their evidence',
  run: (options) => rowsToList(rows(options), readHead(options.head), options, USUAL),
};

const USUAL: ReadonlyMap<Field, string> = new Map([
  ['entity', 'value'],
  ['url', 'address'],
  ['value', 'name'],
  ['country', 'meta.country'],
  ['section', 'value'],
  ['row', 'uuid'],
  ['evidence_url', 'reference'],
]);
const ADDRESSES = 'meta.official-refs';

async function* rows({ files, map }: ImportOptions): RowSource {
  const member = map.get('url') ?? map.get('value') ?? ADDRESSES;
  for (const file of files) {
    for (const [i, raw] of clustersOf(file).entries()) {
      const cluster = raw as { uuid?: unknown; meta?: { refs?: unknown }; revoked?: unknown } | null;
      const row = typeof cluster?.uuid === 'string' ? cluster.uuid : i + 1;
      if (cluster === null || typeof cluster !== 'object') yield { row, fault: 'no object' };
      else if (cluster.revoked === true) yield { row, fault: 'revoked' };
      else yield* namesOf(row, flat(cluster), member, firstReference(cluster.meta?.refs));
    }
  }
}

async function* namesOf(
  row: string | number,
  columns: Map<string, string>,
  member: string,
  reference: string | undefined,
): RowSource {
  if (!columns.has('uuid')) return yield { row, fault: 'no uuid: the place in the source cannot be said' };
  if (reference === undefined) return yield { row, fault: 'no reference (meta.refs): nobody says so' };
  const names = (columns.get(member) ?? '').split('; ').filter((one) => one !== '');
  if (names.length === 0) return yield { row, fault: `names nothing that is seen on a page (${member})` };
  for (const name of names) {
    const one = new Map([...columns, ['reference', reference]]);
    // Whichever the mapping reads, it is one name a row.
    one.set(member, name).set('address', name);
    yield { row, columns: one };
  }
}

function firstReference(refs: unknown): string | undefined {
  const all: unknown[] = Array.isArray(refs) ? refs : [refs];
  return all.find((ref): ref is string => typeof ref === 'string' && ref.startsWith('https://'));
}

function clustersOf(file: string): unknown[] {
  const raw = readJsonFile(file) as { values?: unknown } | null;
  if (raw === null || typeof raw !== 'object' || !Array.isArray(raw.values)) {
    throw new ImportError(`${file}: no galaxy cluster file: it has no "values"`);
  }
  return raw.values as unknown[];
}
