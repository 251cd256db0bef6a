import { listOf } from '../../fixtures/list-of.ts';
import { type Published, published, publishedTable, type SigningKey } from '../../harness/list-host.ts';

/** What kind of list is updated, and how one sees that all of it is there. */
export interface ListSort {
  publish(version: number, key: SigningKey): Promise<Published>;
  /** The first and the last identifier of any version. */
  ends: readonly string[];
  /** Rows in the store of parts beside the parts themselves: the index, and what else is made of them. */
  beside: number;
}

/** Held in memory as a whole. */
export const FEW: ListSort = {
  publish: (version, key) => published(listOf(version), key),
  ends: ['a-0', 'a-39'],
  beside: 1,
};

const NAMES = 4_000;

/** Looked up in the database, name by name; beside the parts lies the filter. */
export const TABLE: ListSort = {
  publish: (version, key) => publishedTable(listOf(version), names(version), key),
  ends: ['a-0', 'x@table_name_100', `x@table_name_${NAMES - 1}`],
  beside: 2,
};

/** Every version has some names of its own, so that each update brings parts and removes some. */
function* names(version: number): Generator<string> {
  for (let i = 100; i < NAMES; i++) yield `table_name_${i}`;
  for (let i = 0; i < 50; i++) yield `version_${version}_${i}`;
}
