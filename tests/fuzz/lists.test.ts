import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../src/core/compiled/base64url.ts';
import { decodeBundle, encodeBundle } from '../../src/core/compiled/bundle.ts';
import { utf8 } from '../../src/core/compiled/bytes.ts';
import { decompile } from '../../src/core/compiled/decompile.ts';
import { applyDelta, isDelta, makeDelta } from '../../src/core/compiled/delta.ts';
import { readJws, verifyJws } from '../../src/core/compiled/jws.ts';
import { openManifest, parseManifest, signManifest } from '../../src/core/compiled/manifest.ts';
import { readIndex } from '../../src/core/compiled/read-index.ts';
import { readRecords } from '../../src/core/compiled/read-records.ts';
import { STORES } from '../../src/core/compiled/records.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { goodHeader, heldList, manifest, newSigner, type Signer, signed } from '../core/compiled/fixtures.ts';
import { entity, source, watchlist } from '../fixtures/list.ts';
import { fuzzed } from './fuzzed.ts';
import { damaged, damagedBytes, hostileJson, hostileText, isPolluted, unsafeIn, WITHIN } from './runs.ts';

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
  fuzzed('a list with something wrong in it: is taken whole and safe to show, or refused with reasons', 6_000, () => {
    const tried = fc.property(damaged(watchlist()), (raw) => {
      const parsed = parseList(raw);
      if (parsed.ok) expect(unsafeIn(parsed.list)).toEqual([]);
      else expect(parsed.faults.every(({ path, reason }) => path !== '' && reason !== '')).toBe(true);
    });
    return tried;
  });

  it.each(['\u202a', '\u0000', '\u200f', '\u2066'])('has no address with an invisible letter in it: %j', (letter) => {
    const raw = watchlist({ sources: [source({ url: `https://example.org/report${letter}` })] });
    expect(parseList(raw).ok).toBe(false);
  });

  fuzzed('anything at all: is no list, and is refused with reasons', 8_000, () => {
    return fc.property(hostileJson, (raw) => {
      expect(parseList(raw).ok).toBe(false);
    });
  });
});

describe('a manifest', { timeout: WITHIN }, () => {
  fuzzed(
    'a manifest with something wrong in it: is taken whole and safe to show, or refused with a reason',
    10_000,
    () => {
      const tried = fc.property(damaged(manifest()), (raw) => {
        const parsed = parseManifest(utf8(JSON.stringify(raw) ?? ''));
        if (parsed.ok) expect(unsafeIn(parsed.manifest)).toEqual([]);
        else expect(parsed.detail).not.toBe('');
      });
      return tried;
    },
  );

  fuzzed('any bytes: are no manifest', 8_000, () => {
    const tried = fc.property(fc.oneof(fc.uint8Array(), hostileText.map(utf8)), (bytes) => {
      expect(parseManifest(bytes).ok).toBe(false);
    });
    return tried;
  });

  fuzzed('a signed manifest with bytes changed: is believed only as it was signed', 1_500, async () => {
    const tried = fc.asyncProperty(damagedBytes(utf8(good)), async (bytes) => {
      const text = new TextDecoder().decode(bytes);
      const opened = await openManifest(text, [signer.key]);
      expect(opened.ok).toBe(text === good);
    });
    return tried;
  });

  fuzzed('nonsense that the publisher’s own key signed: is refused by its form', 1_000, async () => {
    const tried = fc.asyncProperty(damaged(manifest()), async (raw) => {
      const opened = await openManifest(await signed(signer, goodHeader(signer), JSON.stringify(raw) ?? ''), [
        signer.key,
      ]);
      if (opened.ok) expect(unsafeIn(opened.manifest)).toEqual([]);
      else expect(opened.problem).toBe('bad-form');
    });
    return tried;
  });
});

describe('a signature', { timeout: WITHIN }, () => {
  fuzzed(
    'a signature’s envelope: has one form alone, and texts and headers of any kind are told from it',
    10_000,
    () => {
      const header = damaged(goodHeader(signer)).map((raw) => toBase64url(utf8(JSON.stringify(raw) ?? '')));
      const jws = fc.tuple(fc.oneof(header, hostileText), hostileText, hostileText).map((parts) => parts.join('.'));
      return fc.property(fc.oneof(jws, hostileText), (text) => {
        expect(typeof readJws(text)).toBe('string');
      });
    },
  );

  fuzzed('a signature under another header: proves nothing, however well it is signed', 1_000, async () => {
    const tried = fc.asyncProperty(damaged(goodHeader(signer)), async (header) => {
      const text = JSON.stringify(header) ?? '';
      const proved = await verifyJws(await signed(signer, text, '{}'), [signer.key]);
      const isGood = Object.keys(Object(header)).sort().join() === 'alg,kid,typ' && proved.ok;
      expect(proved.ok).toBe(isGood);
    });
    return tried;
  });
});

describe('compiled files', { timeout: WITHIN }, () => {
  fuzzed('an index: read to its last byte, or not at all', 12_000, () => {
    const tried = fc.property(
      fc.oneof(damagedBytes(held.compiled.index), fc.uint8Array({ maxLength: 200 })),
      (bytes) => {
        const read = readIndex(bytes);
        expect(read === undefined || read.packs.length > 0).toBe(true);
      },
    );
    return tried;
  });

  fuzzed('a part: records of its store, or none', 9_000, async () => {
    const parts = await Promise.all(
      STORES.map(async (store) => {
        const sha256 = held.index.stores.get(store)?.find(({ part }) => part)?.part?.sha256;
        return [store, (sha256 && (await held.part(sha256))) || new Uint8Array()] as const;
      }),
    );
    const damagedParts = parts.map(([store, bytes]) => fc.tuple(fc.constant(store), damagedBytes(bytes)));
    const tried = fc.property(fc.oneof(...damagedParts), ([store, raw]) => {
      const records = readRecords(store, raw);
      expect(records === undefined || Array.isArray(records)).toBe(true);
    });
    return tried;
  });

  fuzzed('a delta: leads to what the new index names, or nowhere', 2_000, async () => {
    const delta = await makeDelta(held, next);
    const tried = fc.asyncProperty(damagedBytes(delta), async (bytes) => {
      isDelta(bytes);
      const made = await applyDelta(held.index, next.index, bytes, held.part);
      for (const [name, part] of made ?? []) expect(part).toEqual(await next.part(name));
    });
    return tried;
  });

  fuzzed('a bundle: its manifest and objects by their hashes, or nothing', 1_500, async () => {
    const bundle = encodeBundle(good, held.compiled.objects);
    const tried = fc.asyncProperty(fc.oneof(damagedBytes(bundle), fc.uint8Array({ maxLength: 100 })), async (bytes) => {
      const read = await decodeBundle(bytes);
      expect(read === undefined || typeof read.jws === 'string').toBe(true);
    });
    return tried;
  });

  fuzzed('a list of which a part or the index is damaged: is never another list', 1_000, async () => {
    const whole = await decompile(held.compiled.index, held.part);
    const tried = fc.asyncProperty(damagedBytes(held.compiled.index), fc.nat(9), async (index, which) => {
      const damagedIndex = which < 5;
      const read = await decompile(damagedIndex ? index : held.compiled.index, async (name) => {
        const part = await held.part(name);
        return damagedIndex || part === undefined ? part : part.slice(which - 4);
      });
      if (read.ok) expect(read).toEqual(whole);
    });
    return tried;
  });
});
