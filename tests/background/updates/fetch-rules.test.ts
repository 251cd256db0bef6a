import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AT_MOST, fetchCapped, NO_PROGRESS, retryAfter } from '../../../src/background/updates/fetch-rules.ts';
import { Hosts, type Served, status } from './host.ts';

const URL = 'https://lists.example.org/file';
let hosts: Hosts;
beforeEach(async () => {
  hosts = new Hosts();
  await hosts.open();
});
afterEach(async () => {
  vi.useRealTimers();
  await hosts.close();
});

const get = (served: Served, cap = 1_000, signal = new AbortController().signal) => {
  hosts.files.set(URL, served);
  return fetchCapped(hosts.fetch, URL, cap, signal);
};

it('gives the bytes', async () => {
  const got = await get(new Uint8Array([1, 2, 3]));
  expect(got).toEqual({ ok: true, bytes: new Uint8Array([1, 2, 3]) });
});

it('gives exactly as many as may be', async () => {
  expect(await get('a'.repeat(1_000))).toMatchObject({ ok: true });
  expect(await get('a'.repeat(1_001))).toMatchObject({ problem: 'too-large' });
});

it('asks with nothing of the reader’s, keeps nothing, follows nowhere', async () => {
  const fetcher = vi.fn(async () => new Response('x'));
  await fetchCapped(fetcher, URL, 10, new AbortController().signal);
  expect(fetcher).toHaveBeenCalledWith(URL, {
    method: 'GET',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    cache: 'no-store',
    mode: 'cors',
    headers: { Accept: '*/*', 'Accept-Language': '*' },
    signal: expect.any(AbortSignal),
  });
});

describe('a redirect is not followed', () => {
  it.each([301, 302, 303, 307, 308])('%i', async (code) => {
    const location = 'https://lists.example.org/other';
    hosts.files.set(location, 'here');
    expect(await get(status(code, { location }))).toEqual({ ok: false, problem: 'redirected' });
    expect(hosts.paths()).toEqual([URL]);
  });

  it('as browsers show one', async () => {
    const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    expect(await fetchCapped(async () => opaque, URL, 10, new AbortController().signal)).toMatchObject({
      problem: 'redirected',
    });
  });
});

describe('too large is', () => {
  it('what says so', async () => {
    let sent = 0;
    const served: Served = (_request, response) => {
      response.writeHead(200, { 'content-length': '5000000000' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    };
    expect(await get(served)).toMatchObject({ problem: 'too-large' });
    expect(sent).toBeLessThan(50_000_000);
  });

  it('what does not end', async () => {
    const served: Served = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await get(served, 70_000)).toMatchObject({ problem: 'too-large' });
  });

  it('what was small while it was packed', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(70_000);
    const served: Served = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    };
    expect(await get(served, 70_000)).toMatchObject({ problem: 'too-large' });
  });
});

describe('a host that is slow', () => {
  /** Sends a byte at each of these times and then nothing. */
  function slow(...times: number[]): typeof fetch {
    return async (_url, init) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
          for (const time of times) {
            setTimeout(() => init?.signal?.aborted || controller.enqueue(new Uint8Array([1])), time);
          }
        },
      });
      return new Response(body);
    };
  }
  const outcome = async (fetcher: typeof fetch, signal = new AbortController().signal) => {
    vi.useFakeTimers();
    const got = fetchCapped(fetcher, URL, 1_000, signal);
    let ended: number | undefined;
    const start = Date.now();
    void got.then(() => {
      ended = Date.now() - start;
    });
    await vi.advanceTimersByTimeAsync(AT_MOST + 1_000);
    return { ...(await got), ended };
  };

  it('at first', async () => {
    expect(await outcome(slow())).toMatchObject({ problem: 'timed-out', ended: NO_PROGRESS });
  });

  it('in between, is given time as long as something comes', async () => {
    expect(await outcome(slow(29_000, 58_000, 80_000))).toMatchObject({
      problem: 'timed-out',
      ended: 80_000 + NO_PROGRESS,
    });
  });

  it('for ever, is given ten minutes', async () => {
    const times = Array.from({ length: 100 }, (_, i) => i * 20_000);
    expect(await outcome(slow(...times))).toMatchObject({ problem: 'timed-out', ended: AT_MOST });
  });
});

it('ends when it is cancelled', async () => {
  const cancel = new AbortController();
  const served: Served = (_request, response) => {
    response.writeHead(200);
    response.write('a');
    cancel.abort();
  };
  expect(await get(served, 100, cancel.signal)).toEqual({ ok: false, problem: 'cancelled' });
  expect(await get('never asked for', 100, AbortSignal.abort())).toEqual({ ok: false, problem: 'cancelled' });
});

it('says of a host that is not there that it is not', async () => {
  await hosts.close();
  expect(await get('')).toMatchObject({ ok: false, problem: 'unreachable', detail: expect.any(String) });
});

describe('Retry-After', () => {
  const NOW = Date.parse('2026-02-01T12:00:00Z');
  it.each<[string | null, number | undefined]>([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['0', 0],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['999999999999', 7 * 24 * 3_600_000],
    ['Sun, 01 Feb 2026 13:00:00 GMT', 3_600_000],
    ['Sun, 01 Feb 2026 11:00:00 GMT', 0],
    ['Mon, 01 Feb 2027 11:00:00 GMT', 7 * 24 * 3_600_000],
  ])('%j', (header, wanted) => {
    expect(retryAfter(header, NOW)).toBe(wanted);
  });
});
