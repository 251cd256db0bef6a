import { checkNames } from '../../src/core/compiled/check-large.ts';
import { compile } from '../../src/core/compiled/compile.ts';
import { compileLarge, type NameLike } from '../../src/core/compiled/compile-large.ts';
import { decompile } from '../../src/core/compiled/decompile.ts';
import { makeDelta } from '../../src/core/compiled/delta.ts';
import { readFrame } from '../../src/core/compiled/frame.ts';
import { LargeList } from '../../src/core/compiled/large-list.ts';
import { PartCache } from '../../src/core/compiled/part-cache.ts';
import { partsIn } from '../../src/core/compiled/part-reader.ts';
import { type Index, readIndex, splitPack } from '../../src/core/compiled/read-index.ts';
import { decodeShardedFilter } from '../../src/core/compiled/sharded-filter.ts';
import { encodeFilter, mayHold } from '../../src/core/filter.ts';
import { buildFilter } from '../../src/core/filter-build.ts';
import { indexLists } from '../../src/core/index-lists.ts';
import { seeded } from './corpus.ts';
import { type Grown, SOURCE_CAP } from './scale-shape.ts';
import { benchName, namesList } from './synthetic-list.ts';

const LOOKUPS = 200_000;
/** As in the background. */
const CACHE = 8 * 1024 * 1024;
const DELTA_MOST = 1_000_000;
const EMPTY = new Uint8Array(0);

const grown: Grown = {};
const size = Number(process.argv[2]);
const random = seeded(5);
const at = (i: number): string => `x@${benchName(i)}`;
/** The rest of the numbers is nobody's. */
const some = Array.from({ length: LOOKUPS }, () => {
  const isListed = random() < 0.05;
  return at(Math.floor(random() * size) + (isListed ? 0 : size));
});

measureFilter();
await measureTable();
if (size <= 1_000_000) measureMap();
if (size <= SOURCE_CAP) await measureRows();
console.log(JSON.stringify(grown));

/** Processor time of this process. Milliseconds: what other programs do does not count. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function timed<T>(name: string, work: () => T): T {
  const begun = clock();
  const done = work();
  grown[name] = clock() - begun;
  return done;
}

function perOne(name: string, work: () => unknown): void {
  work();
  const begun = clock();
  work();
  grown[name] = ((clock() - begun) * 1_000) / LOOKUPS;
}

function* keys(): Generator<string> {
  for (let i = 0; i < size; i++) yield at(i);
}

function measureFilter(): void {
  const filter = timed('filter build, ms', () => buildFilter(keys()));
  grown['filter, bytes'] = encodeFilter(filter).length;
  perOne('filter look-up, µs', () => some.reduce((sum, key) => sum + Number(mayHold(filter, key)), 0));
}

/** As the extension looks up in a list with a table of names, but for the database: parts come from memory. */
async function measureTable(): Promise<void> {
  const first = await compiledTable(1, 1);
  const parts = new PartCache(
    async (names) => new Map(names.map((name) => [name, first.parts.get(name) ?? EMPTY])),
    CACHE,
  );
  let begun = clock();
  const frame = await readFrame(first.index, parts);
  const { filter: bytes, identifiers } = await checkNames(frame, first.index, parts);
  grown['read back and checked, ms'] = clock() - begun;
  grown['filter in pieces, bytes'] = bytes.length;
  const filter = decodeShardedFilter(bytes);
  if (!filter || identifiers !== size) throw new Error(`${identifiers} of ${size} names are there`);
  const list = new LargeList({ frame, index: first.index, parts, filter, identifiers });
  const rounds = 20;
  begun = clock();
  for (let i = 0; i < rounds; i++) {
    const wanted = new Set(Array.from({ length: 50 }, () => at(Math.floor(random() * size))));
    const found = await list.verdicts(wanted, '2026-11-22', 'en', () => []);
    if ([...wanted].some((key) => !found.has(key))) throw new Error('a name was not found');
  }
  grown['50 names in their parts, ms'] = (clock() - begun) / rounds;
  if (size <= DELTA_MOST) await measureDelta(first);
}

/** One in a hundred goes, as many others come. */
async function measureDelta(first: Table): Promise<void> {
  grown['first install, bytes'] = first.bytes;
  const next = await compiledTable(2, 100);
  const held = ({ index, parts }: Table) => ({ index, part: async (sha256: string) => parts.get(sha256) });
  const begun = clock();
  const delta = await makeDelta(held(first), held(next));
  grown['delta of 1 %, ms'] = clock() - begun;
  grown['delta of 1 % and index, bytes'] = delta.length + next.indexBytes;
}

interface Table {
  index: Index;
  indexBytes: number;
  bytes: number;
  parts: Map<string, Uint8Array>;
}

/** @param gone 1: nothing is; 100: every hundredth name, for as many new ones */
async function compiledTable(version: number, gone: number): Promise<Table> {
  async function* names(): AsyncGenerator<NameLike> {
    for (let i = 1; i < size; i++) if (gone === 1 || i % gone !== 1) yield { like: 'a-0', value: benchName(i), at: '' };
    for (let i = 0; gone > 1 && i < size / gone; i++) yield { like: 'a-0', value: benchName(size + i), at: '' };
  }
  const packs = new Map<string, Uint8Array>();
  const begun = clock();
  const compiled = await compileLarge(
    namesList(1, version),
    names(),
    async (name, bytes) => void packs.set(name, bytes),
  );
  grown['compile, ms'] ??= clock() - begun;
  const index = readIndex(compiled.index);
  if (!index) throw new Error('the index cannot be read');
  const parts = new Map<string, Uint8Array>();
  for (const { sha256 } of index.packs) {
    for (const [name, bytes] of (await splitPack(index, sha256, packs.get(sha256) ?? EMPTY)) ?? [])
      parts.set(name, bytes);
  }
  grown['parts, bytes'] ??= compiled.bytes;
  return { index, indexBytes: compiled.index.length, bytes: compiled.bytes, parts };
}

/** What the filter saves: every name in memory. */
function measureMap(): void {
  const before = heap();
  const set = new Set(keys());
  grown['set of names, bytes'] = Math.max(1, heap() - before);
  perOne('set look-up, µs', () => some.reduce((sum, key) => sum + Number(set.has(key)), 0));
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** Where each name has a row of its own, which is checked with all its members. */
async function measureRows(): Promise<void> {
  const list = namesList(size);
  let begun = clock();
  const compiled = await compile(list);
  grown['rows compiled, ms'] = clock() - begun;
  const part = await partsIn(compiled);
  if (!part) throw new Error('the compiled list cannot be read');
  begun = clock();
  const read = await decompile(compiled.index, part);
  grown['rows read back and checked, ms'] = clock() - begun;
  if (!read.ok) throw new Error(read.detail);
  const before = heap();
  const lists = timed('rows indexed in memory, ms', () => indexLists([read.list], '2026-11-22', 'en'));
  grown['rows indexed in memory, bytes'] = Math.max(1, heap() - before);
  if (lists.size < size) throw new Error('the index has lost names');
}
