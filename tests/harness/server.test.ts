import { request } from 'node:https';
import { afterEach, expect, it } from 'vitest';
import { type Handler, startServer } from './server.ts';

const ending = new AbortController();
afterEach(() => ending.abort());

type Reply = { status: number | undefined; body: string };

function get(port: number, host: string, path: string): Promise<Reply> {
  const where = {
    host: '127.0.0.1',
    port,
    servername: host,
    path,
    headers: { host },
    rejectUnauthorized: false,
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const sent = request(where, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, body });
    });
    sent.on('error', reject).end();
  });
}

it('routes by host name, logs each request, refuses hosts it does not know', async () => {
  const echo: Handler = ({ url }) => ({ body: `${url.host} ${url.searchParams.get('q')}` });
  const broken: Handler = () => Promise.reject(new Error('broken on purpose'));
  const sites = new Map([
    ['a.test', echo],
    ['b.test', () => ({ status: 404 })],
    ['c.test', broken],
  ] as const);
  const server = await startServer(sites, { signal: ending.signal });

  expect(await get(server.port, 'a.test', '/x?q=%23tag')).toEqual({ status: 200, body: 'a.test #tag' });
  expect(await get(server.port, 'b.test', '/')).toEqual({ status: 404, body: '' });
  expect((await get(server.port, 'c.test', '/')).status).toBe(500);
  await expect(get(server.port, 'elsewhere.test', '/')).rejects.toThrow();

  expect(server.requests.map(({ method, host, path }) => `${method} ${host}${path}`)).toEqual([
    'GET a.test/x?q=%23tag',
    'GET b.test/',
    'GET c.test/',
  ]);
  expect(server.refused).toEqual(['elsewhere.test']);
});

it('stops with its signal', async () => {
  const stop = new AbortController();
  const server = await startServer(new Map([['a.test', () => ({ body: 'here' })]]), { signal: stop.signal });
  expect((await get(server.port, 'a.test', '/')).body).toBe('here');
  stop.abort();
  await expect(get(server.port, 'a.test', '/')).rejects.toThrow('ECONNREFUSED');
});
