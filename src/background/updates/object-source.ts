import { sha256Hex } from '../../core/compiled/sha256.ts';
import { cancelled, type Failure, failure } from './failure.ts';
import { type Fetched, fetchCapped } from './fetch-rules.ts';
import { objectAddress } from './list-address.ts';

/** As a manifest or an index names it. */
export interface ObjectName {
  sha256: string;
  size: number;
}

/**
 * Where objects come from: a host and its mirrors, or a file. What it gives has the size and hash asked for, and is the
 * asker's own.
 */
export type ObjectSource = (object: ObjectName) => Promise<Fetched>;

/**
 * One base after the other until one gives the very bytes.
 * @param bases addresses that `o/<sha256>` is relative to, the publisher's own first
 */
export function fromHosts(fetcher: typeof fetch, bases: readonly string[], signal: AbortSignal): ObjectSource {
  return async (object) => {
    let last: Failure = failure('unreachable', 'no host');
    for (const base of bases) {
      if (signal.aborted) return cancelled();
      const fetched = await fetchCapped(fetcher, objectAddress(base, object.sha256), object.size, signal);
      const checked = fetched.ok ? await checkObject(object, fetched.bytes) : fetched;
      if (checked.ok || checked.problem === 'cancelled') return checked;
      last = checked;
    }
    return last;
  };
}

export function fromFile(objects: ReadonlyMap<string, Uint8Array>): ObjectSource {
  return async (object) => {
    const bytes = objects.get(object.sha256);
    return bytes ? checkObject(object, bytes.slice()) : failure('not-found', object.sha256);
  };
}

async function checkObject({ sha256, size }: ObjectName, bytes: Uint8Array): Promise<Fetched> {
  if (bytes.length !== size) return failure('wrong-hash', `${sha256}: ${bytes.length} bytes instead of ${size}`);
  if ((await sha256Hex(bytes)) !== sha256) return failure('wrong-hash', sha256);
  return { ok: true, bytes: bytes as Uint8Array<ArrayBuffer> };
}
