import * as v from 'valibot';
import { address, id, localised, text } from '../list-values.ts';
import { fromJson, fromUtf8 } from './bytes.ts';
import { CAP } from './caps.ts';
import { type JwsProblem, readJws, signText, verifyJws } from './jws.ts';
import { type PublicKey, readPublicKey } from './keys.ts';
import { isSha256, sha256Hex } from './sha256.ts';

const o = v.exactOptional;
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** Becomes part of an address: nothing but hexadecimal digits gets through. */
const sha256 = v.pipe(v.string(), v.check(isSha256, 'must be 64 lower-case hexadecimal digits'));
const object = { sha256, size: whole(1, CAP.objectBytes) };

const version = whole(1, CAP.counted);
const instant = v.pipe(v.string(), v.check(isInstant, 'must be an instant: YYYY-MM-DDThh:mm:ssZ'));
const base = v.pipe(
  address,
  v.check((raw) => /^[^?#]*\/$/.test(raw), 'must end with / and have no query'),
);

const manifestSchema = v.pipe(
  v.strictObject({
    spec: v.literal(1),
    list: id,
    /** Counts the publisher's keys: it rises by one with each change of key, and versions begin anew. */
    epoch: whole(0, CAP.counted),
    version,
    created: instant,
    expires: instant,
    title: localised,
    description: o(localised),
    publisher: text(120),
    licence: text(120),
    homepage: o(address),
    contact: o(address),
    counts: v.strictObject({
      identifiers: whole(0, CAP.counted),
      keys: whole(0, CAP.counted),
      entities: whole(0, CAP.counted),
      sources: whole(0, CAP.counted),
      claims: whole(0, CAP.counted),
      events: whole(0, CAP.counted),
    }),
    /** Of the index and all packs: what a first install fetches. */
    bytes: whole(1, CAP.listBytes),
    index: v.strictObject(object),
    /** From older versions to this one, each applied to the index of that version. */
    deltas: v.pipe(
      v.array(v.strictObject({ from: version, sha256, size: whole(1, CAP.deltaBytes) })),
      v.maxLength(CAP.deltas),
    ),
    /** Fingerprint of the key that the next epoch will be signed with. */
    next: o(sha256),
    /** The key of this manifest itself, where it is a new one. */
    key: o(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url'))),
    /** Base addresses that hold the same files. */
    mirrors: o(v.pipe(v.array(base), v.maxLength(CAP.mirrors))),
    /** Hours between two checks, as the publisher would have it. */
    every: o(whole(6, 336)),
  }),
  v.check((m) => Date.parse(m.created) < Date.parse(m.expires), 'expires before it was created'),
  v.check((m) => m.index.size <= m.bytes, 'the index alone is larger than all'),
  v.check((m) => m.deltas.every((delta) => delta.from < m.version), 'a delta is not from an older version'),
);

/** What a publisher signs: the one file of a list that changes. */
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Counts = Manifest['counts'];

export type ParsedManifest = { ok: true; manifest: Manifest } | { ok: false; detail: string };

/** Never throws. `detail` names the place and what is wrong with it. */
export function parseManifest(payload: Uint8Array): ParsedManifest {
  const words = fromUtf8(payload);
  if (words === undefined) return { ok: false, detail: 'not UTF-8' };
  return checkManifest(fromJson(words));
}

function checkManifest(raw: unknown): ParsedManifest {
  const parsed = v.safeParse(manifestSchema, raw, { abortEarly: true });
  if (parsed.success) return { ok: true, manifest: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, detail: `${v.getDotPath(issue) ?? 'manifest'}: ${issue.message}`.slice(0, 300) };
}

/** @throws RangeError for a manifest that no reader would take */
export async function signManifest(manifest: Manifest, key: CryptoKey, fingerprint: string): Promise<string> {
  const checked = checkManifest(manifest);
  if (!checked.ok) throw new RangeError(checked.detail);
  return signText(JSON.stringify(checked.manifest), key, fingerprint);
}

export type OpenedManifest =
  | {
      ok: true;
      manifest: Manifest;
      /** SHA-256 of the signed bytes: two manifests of one version must not differ. */
      hash: string;
      key: PublicKey;
      /** Signed by the key that the last manifest announced, not by one of those pinned. */
      rotated: boolean;
    }
  | { ok: false; problem: JwsProblem; detail: string };

/**
 * Verifies, then reads.
 * @param next what the last accepted manifest announced as `next`: the fingerprint of one more key to believe,
 * which the offered manifest must itself bring along
 */
export async function openManifest(jws: string, keys: readonly PublicKey[], next?: string): Promise<OpenedManifest> {
  let verified = await verifyJws(jws, keys);
  let rotated = false;
  if (!verified.ok && verified.problem === 'unknown-key' && next !== undefined) {
    const announced = await announcedKey(jws, next);
    if (announced) {
      verified = await verifyJws(jws, [announced]);
      rotated = true;
    }
  }
  if (!verified.ok) return verified;
  const parsed = parseManifest(verified.payload);
  if (!parsed.ok) return { ok: false, problem: 'bad-form', detail: parsed.detail };
  return { ok: true, manifest: parsed.manifest, hash: await sha256Hex(verified.payload), key: verified.key, rotated };
}

/** Read from what nothing has proved yet: only its hash makes the key worth trying. */
async function announcedKey(jws: string, next: string): Promise<PublicKey | undefined> {
  const form = readJws(jws);
  const parsed = typeof form === 'string' ? undefined : parseManifest(form.payload);
  if (!parsed?.ok || parsed.manifest.key === undefined) return undefined;
  const key = await readPublicKey(parsed.manifest.key);
  return key?.fingerprint === next ? key : undefined;
}

function isInstant(raw: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(raw)) return false;
  const time = Date.parse(raw);
  // 31 February must not become a day in March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(raw.slice(0, -1));
}
