import { concat } from '../../src/core/compiled/bytes.ts';
import { compile } from '../../src/core/compiled/compile.ts';
import { decompile } from '../../src/core/compiled/decompile.ts';
import { makeDelta } from '../../src/core/compiled/delta.ts';
import { partsIn } from '../../src/core/compiled/part-reader.ts';
import { readIndex } from '../../src/core/compiled/read-index.ts';
import { readKeys } from '../../src/core/compiled/key-page.ts';
import { keyRecord, placeOf } from '../../src/core/compiled/records.ts';
import { buildFilter, encodeFilter, mayHold } from '../../src/core/filter.ts';
import { indexLists } from '../../src/core/index-lists.ts';
import { seeded } from './corpus.ts';
import { type Grown, SOURCE_CAP } from './scale-shape.ts';
import { benchName, namesList } from './synthetic-list.ts';

const LOOKUPS = 200_000;
const PAGE_BYTES = 16 * 1024;

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
measurePages();
if (size <= 1_000_000) measureMap();
if (size <= SOURCE_CAP) await measureList();
console.log(JSON.stringify(grown));

function timed<T>(name: string, work: () => T): T {
  const begun = performance.now();
  const done = work();
  grown[name] = performance.now() - begun;
  return done;
}

function perOne(name: string, work: () => unknown): void {
  work();
  const begun = performance.now();
  work();
  grown[name] = ((performance.now() - begun) * 1_000) / LOOKUPS;
}

function* keys(): Generator<string> {
  for (let i = 0; i < size; i++) yield at(i);
}

function measureFilter(): void {
  const filter = timed('filter build, ms', () => buildFilter(keys()));
  grown['filter, bytes'] = encodeFilter(filter).length;
  perOne('filter look-up, µs', () => some.reduce((sum, key) => sum + Number(mayHold(filter, key)), 0));
}

/** As the files of a list hold keys: pages of sorted names, found by the place that a name's hash gives it. */
function measurePages(): void {
  const count = Math.max(1, 2 ** Math.ceil(Math.log2((size * 27) / PAGE_BYTES)));
  const pageOf = (key: string): number => Math.floor((placeOf(key) / 2 ** 32) * count);
  const pages = timed('pages built, ms', () => {
    const filled: Uint8Array[][] = Array.from({ length: count }, () => []);
    for (const key of keys()) filled[pageOf(key)]?.push(keyRecord(key, 0).bytes);
    return filled.map((records) => concat(records));
  });
  grown['pages of keys, bytes'] = pages.reduce((sum, page) => sum + page.length, 0);
  const rounds = 20;
  const begun = performance.now();
  let found = 0;
  for (let i = 0; i < 50 * rounds; i++) {
    const key = at(Math.floor(random() * size));
    if (readKeys(pages[pageOf(key)] as Uint8Array)?.has(key)) found++;
  }
  if (found !== 50 * rounds) throw new Error(`${found} of ${50 * rounds} names were found in their pages`);
  grown['50 names in their pages, ms'] = (performance.now() - begun) / rounds;
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

async function measureList(): Promise<void> {
  const list = namesList(size);
  let begun = performance.now();
  const compiled = await compile(list);
  grown['compile, ms'] = performance.now() - begun;
  grown['first install, bytes'] = compiled.bytes;
  const part = await partsIn(compiled);
  const index = readIndex(compiled.index);
  if (!part || !index) throw new Error('the compiled list cannot be read');
  begun = performance.now();
  const read = await decompile(compiled.index, part);
  grown['read back and checked, ms'] = performance.now() - begun;
  if (!read.ok) throw new Error(read.detail);
  const before = heap();
  const lists = timed('index in memory, ms', () => indexLists([read.list], '2026-11-22', 'en'));
  grown['index in memory, bytes'] = Math.max(1, heap() - before);
  if (lists.size < size) throw new Error('the index has lost names');
  // One in a hundred goes, as many others come.
  const changed = namesList(size, 2);
  const fresh = namesList(Math.ceil(size / 100), 2, size).identifiers;
  changed.identifiers = [...changed.identifiers.filter((_, i) => i % 100 !== 0), ...fresh];
  const next = await compile(changed);
  const nextPart = await partsIn(next);
  const nextIndex = readIndex(next.index);
  if (!nextPart || !nextIndex) throw new Error('the compiled list cannot be read');
  begun = performance.now();
  const delta = await makeDelta({ index, part }, { index: nextIndex, part: nextPart });
  grown['delta of 1 %, ms'] = performance.now() - begun;
  grown['delta of 1 % and index, bytes'] = delta.length + next.index.length;
}
