import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CompiledTo, compileLarge, type NameLike } from '../../../src/core/compiled/compile-large.ts';
import { makeDelta } from '../../../src/core/compiled/delta.ts';
import { describe as described } from '../../../src/core/compiled/describe.ts';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import { partsIn } from '../../../src/core/compiled/part-reader.ts';
import { readIndex } from '../../../src/core/compiled/read-index.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';
import { TAB_FILTER } from '../../../src/messages.ts';
import browser from '../../fakes/browser.ts';
import { account, claim } from '../../fixtures/list.ts';
import { NOW } from '../packaged.ts';
import { filterRow } from './filter-row.ts';
import { BASE } from './publisher.ts';
import { OURS, Setting } from './setting.ts';

const NAMES = 3_000;

let on: Setting;
beforeEach(async () => {
  on = new Setting();
  await on.begin();
});
afterEach(() => on.hosts.close());

interface Made {
  compiled: CompiledTo;
  objects: Map<string, Uint8Array<ArrayBuffer>>;
}

function list(version: number) {
  const plain = on.publisher.list(version, 3);
  return {
    ...plain,
    identifiers: [...plain.identifiers, account({ id: 'a-model', value: 'model' })],
    claims: [claim(), claim({ id: 'c-model', about: ['a-model'] })],
  };
}

async function* table(names: readonly string[]): AsyncGenerator<NameLike> {
  for (const [i, value] of names.entries()) yield { like: 'a-model', value, at: `names.csv:${i + 2}` };
}

/** Publishes a version with a table of names, and a delta from an earlier one. */
async function publish(version: number, names: readonly string[], from?: Made & { version: number }, changes = {}) {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const compiled = await compileLarge(
    list(version),
    table(names),
    async (name, bytes) => void objects.set(name, bytes),
  );
  const deltas: Manifest['deltas'] = [];
  if (from) {
    const bytes = await makeDelta(await held(from), await held({ compiled, objects }));
    const sha256 = await sha256Hex(bytes);
    objects.set(sha256, bytes);
    deltas.push({ from: from.version, sha256, size: bytes.length });
  }
  const manifest: Manifest = {
    spec: 1,
    epoch: 0,
    created: new Date(NOW - 3_600_000).toISOString(),
    expires: new Date(NOW + 30 * 24 * 3_600_000).toISOString(),
    deltas,
    key: on.publisher.signer.text,
    ...described(list(version), compiled),
    ...changes,
  };
  on.hosts.files.set(`${BASE}watchlist.jws`, await on.publisher.sign(manifest));
  for (const [sha256, bytes] of objects) on.hosts.files.set(`${BASE}o/${sha256}`, bytes);
  return { compiled, objects, version, manifest };
}

async function held({ compiled, objects }: Made) {
  const index = readIndex(compiled.index);
  const part = await partsIn({ index: compiled.index, objects });
  if (!index || !part) throw new Error('not read');
  return { index, part };
}

const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `name_${from + i}`);
const PAGE = { id: 'statemark', url: 'https://x.com/', tab: { id: 1 } as never, frameId: 0 };

async function answered(keys: string[]): Promise<string[]> {
  const { verdicts } = await on.handlers.lookup({ keys }, PAGE);
  return verdicts.flatMap(([key, said]) => said.map(({ list: of, identifier }) => `${key} ${of} ${identifier}`));
}

describe('a list with a table of names', () => {
  it('marks its names, and says why, over the life of the worker', async () => {
    await publish(1, names(0, NAMES));
    expect(await on.add()).toEqual({ ok: true });
    expect((await on.state()).identifiers).toBe(NAMES + 4);
    for (const isRestarted of [false, true]) {
      if (isRestarted) on.restart();
      expect(await answered(['x@name_7', 'x@name_2999', 'x@name_3000', 'x@model', 'x@name0'])).toEqual([
        'x@name_7 news x@name_7',
        'x@name_2999 news x@name_2999',
        'x@model news a-model',
        'x@name0 news a-0',
      ]);
      const evidence = await on.handlers.evidence({ list: 'news', identifier: 'x@name_7' }, PAGE);
      expect(evidence?.identifier).toMatchObject({ id: 'x@name_7', value: 'name_7' });
      expect(evidence?.claims.map((one) => one.claim.id)).toEqual(['c-model', 'c-one']);
      expect(await on.handlers.evidence({ list: 'news', identifier: 'x@nobody' }, PAGE)).toBeNull();
    }
  });

  it('is asked in the background: tabs get no filter', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    const stored = (await browser.storage.local.get(TAB_FILTER))[TAB_FILTER];
    expect(stored).toEqual({ generation: (await on.library.lists()).generation });
  });

  it('answers questions, and is in the dossier without its names', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    const { answers } = await on.handlers.check({ text: '@name_7' }, OURS);
    expect(answers[0]?.findings.map(({ evidence }) => evidence.identifier.id)).toEqual(['x@name_7']);
    const shown = (await on.handlers.watchlists(null, OURS)).find((one) => one.list.list.id === 'news');
    expect(shown).toMatchObject({ on: true, paged: NAMES + 4 });
    expect(shown?.list.identifiers).toEqual([]);
    expect(shown?.list.claims).toHaveLength(2);
  });

  it('is brought up to date by a delta, and tells of the names', async () => {
    const first = await publish(1, names(0, NAMES));
    await on.add();
    const second = await publish(2, names(5, NAMES + 7), first);
    const before = on.hosts.asked.length;
    const state = await on.update();
    expect(state.version).toBe(2);
    expect(on.hosts.paths().slice(before)).toHaveLength(3);
    expect(state.history[0]).toMatchObject({ added: 8, removed: 6, changed: 0, bytes: expect.any(Number) });
    expect(state.history[0]?.names?.added).toContain(`@name_${NAMES}`);
    expect(state.history[0]?.bytes).toBeLessThan(second.manifest.bytes / 4);
    expect(await answered(['x@name_4', 'x@name_5', `x@name_${NAMES + 6}`])).toEqual([
      'x@name_5 news x@name_5',
      `x@name_${NAMES + 6} news x@name_${NAMES + 6}`,
    ]);
  });

  it('that loses a third of its names waits for the reader', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    await publish(2, names(NAMES / 3, NAMES + NAMES / 3));
    expect((await on.update()).waiting).toMatchObject({ version: 2, why: 'shrunk' });
    expect(await answered(['x@name_4'])).toHaveLength(1);
  });

  it('of which the disk spoils a part while it is installed has that part fetched again', async () => {
    await publish(1, names(0, NAMES));
    const { store } = on.library;
    const put = store.putParts.bind(store);
    let spoiled = 0;
    vi.spyOn(store, 'putParts').mockImplementation((parts, at) => {
      const [first] = [...parts.keys()].toReversed();
      if (spoiled > 0 || first === undefined || parts.size < 2) return put(parts, at);
      spoiled++;
      return put(new Map(parts).set(first, new Uint8Array(parts.get(first)?.length ?? 0)), at);
    });
    expect(await on.add()).toEqual({ ok: true });
    expect(spoiled).toBe(1);
    expect(await answered(['x@name_7', 'x@name_2999'])).toHaveLength(2);
  });

  it('has a filter that may lie in several rows, all of which are kept while the list is', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    const pieces = await cutFilter(3);
    on.restart();
    await on.update();
    const put = vi.spyOn(on.library.store, 'putParts');
    expect(await answered(['x@name_7', 'x@name_2999', 'x@nobody'])).toHaveLength(2);
    expect(put).not.toHaveBeenCalled();
    expect((await on.rows()).parts.filter((name) => name.startsWith('filter-'))).toEqual(pieces);
    await on.handlers.removeList({ id: 'news' }, OURS);
    expect((await on.rows()).parts).toEqual([]);
  });

  it('leaves nothing behind', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    expect((await on.rows()).parts.filter((name) => name.startsWith('filter-'))).toHaveLength(1);
    await on.handlers.removeList({ id: 'news' }, OURS);
    expect((await on.rows()).parts).toEqual([]);
    expect(await answered(['x@name_4'])).toEqual([]);
  });
});

describe('a list with a table of names that is damaged', () => {
  it('is refused where its manifest counts otherwise', async () => {
    const { manifest } = await publish(1, names(0, NAMES));
    await publish(1, names(0, NAMES), undefined, { counts: { ...manifest.counts, keys: 5 } });
    expect(await on.add()).toMatchObject({ ok: false, problem: 'bad-list' });
  });

  it('has its filter made anew', async () => {
    await publish(1, names(0, NAMES));
    await on.add();
    await rot((name) => name.startsWith('filter-'));
    on.restart();
    expect(await answered(['x@name_7'])).toEqual(['x@name_7 news x@name_7']);
  });

  it('answers nothing, says so, and is fetched again', async () => {
    const { compiled } = await publish(1, names(0, NAMES));
    await on.add();
    const keys = readIndex(compiled.index)?.stores.get('keys') ?? [];
    await rot((name) => keys.some(({ part }) => part?.sha256 === name));
    on.restart();
    expect(await answered(['x@name_7'])).toEqual([]);
    await vi.waitFor(async () => expect((await on.state()).lost?.at).toBe(NOW));
    expect((await on.update()).lost).toBeUndefined();
    expect(await answered(['x@name_7'])).toEqual(['x@name_7 news x@name_7']);
  });
});

/** As filters of very long lists lie there. @returns the names of the rows */
async function cutFilter(into: number): Promise<string[]> {
  const database = await openDB('statemark');
  const rows = (await database.getAll('parts')) as { sha256: string; bytes: Uint8Array }[];
  const { sha256, bytes } = rows.find((row) => row.sha256.startsWith('filter-')) ?? expect.unreachable();
  const filter = bytes.slice(40);
  const size = Math.ceil(filter.length / into);
  const cut = Array.from({ length: into }, (_, i) => ({
    sha256: i === 0 ? sha256 : `${sha256}-000${i}`,
    bytes: filterRow(filter, i * size, size),
  }));
  for (const row of cut) await database.put('parts', row);
  database.close();
  return cut.map((row) => row.sha256);
}

async function rot(isIt: (name: string) => boolean): Promise<void> {
  const database = await openDB('statemark');
  for (const row of (await database.getAll('parts')) as { sha256: string; bytes: Uint8Array }[]) {
    if (!isIt(row.sha256)) continue;
    row.bytes[40] = (row.bytes[40] ?? 0) ^ 1;
    await database.put('parts', row);
  }
  database.close();
}
