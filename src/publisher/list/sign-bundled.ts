import { compile } from '../../core/compiled/compile.ts';
import { describe } from '../../core/compiled/describe.ts';
import { readPublicKey } from '../../core/compiled/keys.ts';
import { type Manifest, signManifest } from '../../core/compiled/manifest.ts';
import type { Watchlist } from '../../core/list-schema.ts';

/** The key that lists in the package are signed with, as `data/keys/development.json` holds it. */
export interface BundleKey {
  /** 32 bytes each, base64url. */
  public: string;
  private: string;
}

/** Where a bundled list is updated from, and the key that its publisher signs with. */
export interface Pin {
  address: string;
  /** 32 bytes, base64url. */
  key: string;
  /** Of that key; 0 where the publisher never changed it. */
  epoch?: number;
}

export interface ToBundle {
  list: Watchlist;
  updates?: Pin;
}

const DAY = 24 * 3_600_000;
/** Whoever does not update the extension for so long is told that the list is old. */
const KEEPS_FOR = 400 * DAY;

/**
 * The lists as a package carries them, by path: `lists/index.json` names them, each has the files of a list's
 * host. The same lists give the same bytes.
 * @param created instant of every manifest; by default the day on which the list itself says it was updated
 * @throws RangeError for a list or a key that no reader would take
 */
export async function bundledFiles(
  lists: readonly ToBundle[],
  key: BundleKey,
  created?: string,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  // The order in which readers see them: what is on by default comes first.
  const ordered = lists.toSorted((a, b) => rank(a).localeCompare(rank(b), 'en'));
  for (const one of ordered) await addList(files, one, key, created);
  const index = ordered.map(({ list: { list }, updates }) => ({
    id: list.id,
    default: list.default,
    ...(updates && { updates }),
  }));
  files.set('lists/index.json', `${JSON.stringify(index, null, 2)}\n`);
  return files;
}

function rank({ list: { list } }: ToBundle): string {
  return `${list.default === 'on' ? 0 : 1} ${list.id}`;
}

async function addList(
  files: Map<string, string | Uint8Array>,
  { list, updates }: ToBundle,
  { public: shown, private: secret }: BundleKey,
  created?: string,
): Promise<void> {
  const publicKey = await readPublicKey(shown);
  if (publicKey === undefined) throw new RangeError('the bundle key is not usable');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: shown, d: secret };
  const signing = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  const compiled = await compile(list);
  const made = created ?? `${list.list.updated}${'-01-01'.slice(list.list.updated.length - 4)}T00:00:00Z`;
  const manifest: Manifest = {
    spec: 1,
    epoch: updates?.epoch ?? 0,
    created: made,
    expires: new Date(Date.parse(made) + KEEPS_FOR).toISOString(),
    deltas: [],
    ...describe(list, compiled),
  };
  const dir = `lists/${list.list.id}`;
  files.set(`${dir}/watchlist.jws`, await signManifest(manifest, signing, publicKey.fingerprint));
  for (const [sha256, object] of compiled.objects) files.set(`${dir}/o/${sha256}`, object);
}
