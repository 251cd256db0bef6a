import * as v from 'valibot';
import { browser } from '../browser.ts';
import { decompile } from '../core/compiled/decompile.ts';
import type { Manifest } from '../core/compiled/manifest.ts';
import { partsIn } from '../core/compiled/part-reader.ts';
import { readIndex } from '../core/compiled/read-index.ts';
import { sha256Hex } from '../core/compiled/sha256.ts';
import type { Watchlist } from '../core/list-schema.ts';
import { BUNDLE_KEY } from './bundle-key.ts';
import { openOffer } from './updates/ask-manifest.ts';

/** A list that the package carries. It needs no network and no database. */
export interface BundledList {
  id: string;
  /** Whether readers get it switched on. */
  default: 'on' | 'off';
  /** Where newer versions come from, and under whose key; absent for a list that only comes with the package. */
  updates?: { address: string; key: string; epoch?: number };
  manifest: Manifest;
  /** SHA-256 of the key that the package is signed with. */
  fingerprint: string;
}

/** As the build writes `lists/index.json`: the one place that names the bundled lists. */
const indexSchema = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    default: v.picklist(['on', 'off']),
    updates: v.exactOptional(
      v.object({ address: v.string(), key: v.string(), epoch: v.exactOptional(v.pipe(v.number(), v.integer())) }),
    ),
  }),
);

/** @throws Error when the package itself is damaged */
export async function bundledLists(): Promise<BundledList[]> {
  const entries = v.parse(indexSchema, await (await packaged('index.json')).json());
  return Promise.all(
    entries.map(async (entry) => {
      const offer = await openOffer(await (await packaged(`${entry.id}/watchlist.jws`)).text(), BUNDLE_KEY);
      if (!offer.ok) throw damaged(entry.id, offer.detail ?? offer.problem);
      if (offer.manifest.list !== entry.id) throw damaged(entry.id, `it is ${offer.manifest.list}`);
      return { ...entry, manifest: offer.manifest, fingerprint: offer.key.fingerprint };
    }),
  );
}

/** @throws Error when the package itself is damaged */
export async function readBundled({ list: id, index: { sha256 } }: Manifest): Promise<Watchlist> {
  const bytes = await object(id, sha256);
  const index = readIndex(bytes);
  if ((await sha256Hex(bytes)) !== sha256 || index === undefined) throw damaged(id, 'its index');
  const packs = index.packs.map(async (pack) => [pack.sha256, await object(id, pack.sha256)] as const);
  const parts = await partsIn({ index: bytes, objects: new Map(await Promise.all(packs)) });
  const read = parts && (await decompile(bytes, parts));
  if (!read?.ok) throw damaged(id, read?.detail ?? 'its objects');
  return read.list;
}

async function object(id: string, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await packaged(`${id}/o/${sha256}`)).arrayBuffer());
}

function packaged(path: string): Promise<Response> {
  return fetch(browser.runtime.getURL(`/lists/${path}`));
}

function damaged(id: string, what: string): Error {
  return new Error(`the bundled list ${id} is damaged: ${what}`);
}
