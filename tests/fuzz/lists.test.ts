import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../src/core/compiled/base64url.ts';
import { decodeBundle, encodeBundle } from '../../src/core/compiled/bundle.ts';
import { utf8 } from '../../src/core/compiled/bytes.ts';
import { decompile } from '../../src/core/compiled/decompile.ts';
import { applyDelta, makeDelta } from '../../src/core/compiled/delta.ts';
import { readEdits } from '../../src/core/compiled/delta-form.ts';
import { readJws, verifyJws } from '../../src/core/compiled/jws.ts';
import { openManifest, parseManifest, signManifest } from '../../src/core/compiled/manifest.ts';
import { readIndex } from '../../src/core/compiled/read-index.ts';
import { readRecords } from '../../src/core/compiled/read-records.ts';
import { STORES } from '../../src/core/compiled/records.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { goodHeader, heldList, manifest, newSigner, type Signer, signed } from '../core/compiled/fixtures.ts';
import { entity, source, watchlist } from '../fixtures/list.ts';
import { damaged, damagedBytes, hostileJson, hostileText, isPolluted, runs, unsafeIn, WITHIN } from './runs.ts';

type Held = Awaited<ReturnType<typeof heldList>>;

let signer: Signer;
let held: Held;
let next: Held;
let good: string;
beforeAll(async () => {
  signer = await newSigner();
  held = await heldList(watchlist());
  next = await heldList(watchlist({ entities: [entity({ country: 'RU' }), entity({ id: 'e-more' })] }));
  good = await signManifest(manifest(), signer.secret, signer.key.fingerprint);
});
afterEach(() => expect(isPolluted()).toBe(false));

describe('a list in source form', { timeout: WITHIN }, () => {
  it('is taken whole and safe to show, or refused with reasons: lists with something wrong in them', () => {
    const tried = fc.property(damaged(watchlist()), (raw) => {
      const parsed = parseList(raw);
      if (parsed.ok) expect(unsafeIn(parsed.list)).toEqual([]);
      else expect(parsed.faults.every(({ path, reason }) => path !== '' && reason !== '')).toBe(true);
    });
    fc.assert(tried, runs(6_000));
  });

  it.each(['\u202a', '\u0000', '\u200f', '\u2066'])('has no address with an invisible letter in it: %j', (letter) => {
    const raw = watchlist({ sources: [source({ url: `https://example.org/report${letter}` })] });
    expect(parseList(raw).ok).toBe(false);
  });

  it('is refused with reasons: anything at all', () => {
    fc.assert(
      fc.property(hostileJson, (raw) => {
        expect(parseList(raw).ok).toBe(false);
      }),
      runs(8_000),
    );
  });
});

describe('a manifest', { timeout: WITHIN }, () => {
  it('is taken whole and safe to show, or refused with a reason', () => {
    const tried = fc.property(damaged(manifest()), (raw) => {
      const parsed = parseManifest(utf8(JSON.stringify(raw) ?? ''));
      if (parsed.ok) expect(unsafeIn(parsed.manifest)).toEqual([]);
      else expect(parsed.detail).not.toBe('');
    });
    fc.assert(tried, runs(10_000));
  });

  it('is refused, whatever bytes come', () => {
    const tried = fc.property(fc.oneof(fc.uint8Array(), hostileText.map(utf8)), (bytes) => {
      expect(parseManifest(bytes).ok).toBe(false);
    });
    fc.assert(tried, runs(8_000));
  });

  it('is believed only as it was signed', async () => {
    const tried = fc.asyncProperty(damagedBytes(utf8(good)), async (bytes) => {
      const text = new TextDecoder().decode(bytes);
      const opened = await openManifest(text, [signer.key]);
      expect(opened.ok).toBe(text === good);
    });
    await fc.assert(tried, runs(1_500));
  });

  it('is refused by form where the publisher’s own key signed nonsense', async () => {
    const tried = fc.asyncProperty(damaged(manifest()), async (raw) => {
      const opened = await openManifest(await signed(signer, goodHeader(signer), JSON.stringify(raw) ?? ''), [
        signer.key,
      ]);
      if (opened.ok) expect(unsafeIn(opened.manifest)).toEqual([]);
      else expect(opened.problem).toBe('bad-form');
    });
    await fc.assert(tried, runs(1_000));
  });
});

describe('a signature', { timeout: WITHIN }, () => {
  it('has one form alone: texts and headers of any kind are told from it', () => {
    const header = damaged(goodHeader(signer)).map((raw) => toBase64url(utf8(JSON.stringify(raw) ?? '')));
    const jws = fc.tuple(fc.oneof(header, hostileText), hostileText, hostileText).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.oneof(jws, hostileText), (text) => {
        expect(typeof readJws(text)).toBe('string');
      }),
      runs(10_000),
    );
  });

  it('proves nothing for another header, however well it is signed', async () => {
    const tried = fc.asyncProperty(damaged(goodHeader(signer)), async (header) => {
      const text = JSON.stringify(header) ?? '';
      const proved = await verifyJws(await signed(signer, text, '{}'), [signer.key]);
      const isGood = Object.keys(Object(header)).sort().join() === 'alg,kid,typ' && proved.ok;
      expect(proved.ok).toBe(isGood);
    });
    await fc.assert(tried, runs(1_000));
  });
});

describe('compiled files', { timeout: WITHIN }, () => {
  it('an index: read to its last byte, or not at all', () => {
    const tried = fc.property(
      fc.oneof(damagedBytes(held.compiled.index), fc.uint8Array({ maxLength: 200 })),
      (bytes) => {
        const read = readIndex(bytes);
        expect(read === undefined || read.packs.length > 0).toBe(true);
      },
    );
    fc.assert(tried, runs(12_000));
  });

  it('a part: records of its store, or none', async () => {
    const parts = await Promise.all(
      STORES.map(async (store) => {
        const sha256 = held.index.stores.get(store)?.find(({ part }) => part)?.part?.sha256;
        return [store, (sha256 && (await held.part(sha256))) || new Uint8Array()] as const;
      }),
    );
    for (const [store, bytes] of parts) {
      const tried = fc.property(damagedBytes(bytes), (raw) => {
        const records = readRecords(store, raw);
        expect(records === undefined || Array.isArray(records)).toBe(true);
      });
      fc.assert(tried, runs(1_500));
    }
  });

  it('a delta: leads to what the new index names, or nowhere', async () => {
    const delta = await makeDelta(held, next);
    const tried = fc.asyncProperty(damagedBytes(delta), async (bytes) => {
      readEdits(bytes);
      const made = await applyDelta(held.index, next.index, bytes, held.part);
      for (const [name, part] of made ?? []) expect(part).toEqual(await next.part(name));
    });
    await fc.assert(tried, runs(2_000));
  });

  it('a bundle: its manifest and objects by their hashes, or nothing', async () => {
    const bundle = encodeBundle(good, held.compiled.objects);
    const tried = fc.asyncProperty(fc.oneof(damagedBytes(bundle), fc.uint8Array({ maxLength: 100 })), async (bytes) => {
      const read = await decodeBundle(bytes);
      expect(read === undefined || typeof read.jws === 'string').toBe(true);
    });
    await fc.assert(tried, runs(1_500));
  });

  it('a list of which a part or the index is damaged is never another list', async () => {
    const whole = await decompile(held.compiled.index, held.part);
    const tried = fc.asyncProperty(damagedBytes(held.compiled.index), fc.nat(9), async (index, which) => {
      const damagedIndex = which < 5;
      const read = await decompile(damagedIndex ? index : held.compiled.index, async (name) => {
        const part = await held.part(name);
        return damagedIndex || part === undefined ? part : part.slice(which - 4);
      });
      if (read.ok) expect(read).toEqual(whole);
    });
    await fc.assert(tried, runs(1_000));
  });
});
