import { type Failure, failure } from './failure.ts';
import { giveBack } from './give-back.ts';

export type Fetched = { ok: true; bytes: Uint8Array<ArrayBuffer> } | Failure;

/** A host that sends nothing for so long will not. In milliseconds. */
export const NO_PROGRESS = 30_000;
/** One that sends a little now and then must not hold up the other lists for ever. */
export const AT_MOST = 600_000;
const WEEK = 7 * 24 * 3_600_000;

/**
 * Nothing that tells one reader from another leaves with a request: no cookie, no stored ETag, no referrer,
 * no languages. Nor does one follow a redirect: a list's address is the one that the reader saw and allowed.
 * `manual` ends at a redirect as `error` does, but lets us say that it was one.
 */
const RULES = {
  method: 'GET',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
  cache: 'no-store',
  mode: 'cors',
  headers: { Accept: '*/*', 'Accept-Language': '*' },
} as const satisfies RequestInit;

/**
 * Reads at most `cap` bytes from a host that may be hostile.
 * @returns a failure, never a throw: `cancelled` when `signal` ended it
 */
export async function fetchCapped(
  fetcher: typeof fetch,
  url: string,
  cap: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const clock = new AbortController();
  const late = (): void => clock.abort();
  const total = setTimeout(late, AT_MOST);
  let idle = setTimeout(late, NO_PROGRESS);
  const progressed = (): void => {
    clearTimeout(idle);
    idle = setTimeout(late, NO_PROGRESS);
  };
  try {
    const response = await fetcher(url, { ...RULES, signal: AbortSignal.any([signal, clock.signal]) });
    progressed();
    return refusedStatus(response) ?? (await readCapped(response, cap, progressed));
  } catch (error) {
    if (signal.aborted) return failure('cancelled');
    if (clock.signal.aborted) return failure('timed-out');
    return failure('unreachable', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    // Whatever is still on its way is not wanted.
    clock.abort();
  }
}

function refusedStatus({ status, type, headers }: Response): Failure | undefined {
  if (status === 200) return undefined;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return failure('redirected');
  const said = `HTTP ${status}`;
  if (status === 404 || status === 410) return failure('not-found', said);
  const wait = retryAfter(headers.get('retry-after'));
  const problem = status === 429 ? 'too-many-requests' : 'unreachable';
  return { ...failure(problem, said), ...(wait !== undefined && { retryAfter: wait }) };
}

async function readCapped(response: Response, cap: number, progressed: () => void): Promise<Fetched> {
  const tooLarge = (): Failure => failure('too-large', `more than ${cap} bytes`);
  if (Number(response.headers.get('content-length') ?? 0) > cap) return tooLarge();
  // As large as it may become: pieces that are put together at the end would be held twice.
  const bytes = new Uint8Array(cap);
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    progressed();
    if (length + value.length > cap) return tooLarge();
    bytes.set(value, length);
    length += value.length;
    giveBack(value);
  }
  return { ok: true, bytes: length === cap ? bytes : bytes.slice(0, length) };
}

/** In milliseconds, at most a week; seconds or a date. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const said = header.trim();
  const isDate = /^[a-z]{3,9}, /i.test(said);
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : isDate ? Date.parse(said) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), WEEK);
}
