import { type Compiled, compile } from '../../../src/core/compiled/compile.ts';
import { makeDelta } from '../../../src/core/compiled/delta.ts';
import { describe } from '../../../src/core/compiled/describe.ts';
import { type Manifest, signManifest } from '../../../src/core/compiled/manifest.ts';
import { partsIn } from '../../../src/core/compiled/part-reader.ts';
import { readIndex } from '../../../src/core/compiled/read-index.ts';
import { sha256Hex } from '../../../src/core/compiled/sha256.ts';
import type { Watchlist } from '../../../src/core/list-schema.ts';
import { newSigner, type Signer } from '../../core/compiled/fixtures.ts';
import { account, tag, watchlist } from '../../fixtures/list.ts';
import { NOW } from '../packaged.ts';
import type { Hosts } from './host.ts';

export const ADDRESS = 'https://lists.example.org/news/watchlist.jws';
export const BASE = 'https://lists.example.org/news/';

type Changes = { [K in keyof Manifest]?: Manifest[K] | undefined };

/** A publisher of one list: makes versions of it and puts them on hosts. */
export class Publisher {
  signer!: Signer;
  epoch = 0;
  readonly hosts: Hosts;
  readonly id: string;
  private readonly made = new Map<number, Compiled>();

  constructor(hosts: Hosts, id = 'news') {
    this.hosts = hosts;
    this.id = id;
  }

  async begin(): Promise<this> {
    this.signer = await newSigner();
    return this;
  }

  /** The list with accounts n0, n1 … and the one that a version is told by. */
  list(version: number, names = 10): Watchlist {
    const list = watchlist();
    const accounts = Array.from({ length: names - 1 }, (_, i) => account({ id: `a-${i}`, value: `Name${i}` }));
    return {
      ...list,
      list: { ...list.list, id: this.id, version, title: { en: 'News' } },
      identifiers: [...accounts, tag({ id: `h-v${version}`, value: `Version${version}` })],
    };
  }

  async manifest(list: Watchlist, changes: Changes = {}): Promise<Manifest> {
    const compiled = await compile(list);
    this.made.set(list.list.version, compiled);
    const manifest = {
      spec: 1,
      epoch: this.epoch,
      created: new Date(NOW - 3_600_000).toISOString(),
      expires: new Date(NOW + 30 * 24 * 3_600_000).toISOString(),
      deltas: [],
      key: this.signer.text,
      ...describe(list, compiled),
      ...changes,
    };
    // A member that a test gives as undefined is not there.
    return JSON.parse(JSON.stringify(manifest)) as Manifest;
  }

  sign(manifest: Manifest, by = this.signer): Promise<string> {
    return signManifest(manifest, by.secret, by.key.fingerprint);
  }

  /** Puts a version on the host; the objects of those before stay, as they may on any host. */
  async publish(list: Watchlist, changes: Changes = {}, base = BASE): Promise<Manifest> {
    const manifest = await this.manifest(list, changes);
    this.hosts.files.set(`${base}watchlist.jws`, await this.sign(manifest));
    for (const [sha256, bytes] of this.objects(list.list.version)) this.hosts.files.set(`${base}o/${sha256}`, bytes);
    return manifest;
  }

  objects(version: number): Map<string, Uint8Array> {
    return this.made.get(version)?.objects ?? new Map();
  }

  /** What turns one published version into another, put on the host. */
  async delta(from: number, to: number, spoil = false): Promise<Manifest['deltas'][number]> {
    const bytes = await makeDelta(await this.held(from), await this.held(to));
    if (spoil) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const sha256 = await sha256Hex(bytes);
    this.hosts.files.set(`${BASE}o/${sha256}`, bytes);
    return { from, sha256, size: bytes.length };
  }

  private async held(version: number) {
    const compiled = this.made.get(version);
    const index = compiled && readIndex(compiled.index);
    const part = compiled && (await partsIn(compiled));
    if (!index || !part) throw new Error(`version ${version} was not made`);
    return { index, part };
  }
}
