import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { selfSignedCertificate } from './certificate.ts';

export type SiteRequest = { method: string; url: URL; headers: IncomingHttpHeaders; body: string };
export type Answer = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };
/** Answers one request, or writes to `response` itself (to stall, to cut off) and returns nothing. */
export type Handler = (
  request: SiteRequest,
  response: ServerResponse,
) => Answer | undefined | Promise<Answer | undefined>;

export type LoggedRequest = { method: string; host: string; path: string; headers: IncomingHttpHeaders };
export type SiteServer = {
  /** On 127.0.0.1; the browsers send every host name's port 443 here. */
  port: number;
  /** Every request answered for a known host, oldest first. */
  requests: LoggedRequest[];
  /** Every host name that was asked for and is not a site of ours, oldest first. */
  refused: string[];
  close(): Promise<void>;
};

/**
 * Serves `sites` (host name → handler) over HTTPS on a random loopback port.
 * The map is read at each request, so a test may change a handler while it runs.
 */
export async function startServer(
  sites: ReadonlyMap<string, Handler>,
  options: { signal?: AbortSignal } = {},
): Promise<SiteServer> {
  const certificate = selfSignedCertificate();
  const context = createSecureContext(certificate);
  const requests: LoggedRequest[] = [];
  const refused: string[] = [];
  const server = createServer({
    ...certificate,
    SNICallback(name, done) {
      if (sites.has(name)) return done(null, context);
      // A host that is not ours ends as it would without a network: no connection.
      refused.push(name);
      done(new Error(`no site ${name}`));
    },
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, response, sites, requests);
  });
  // Browsers open speculative connections and drop them; that is no fault of a test.
  server.on('tlsClientError', () => {});
  await listen(server);
  const close = () => closeServer(server);
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return { port: (server.address() as AddressInfo).port, requests, refused, close };
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  sites: ReadonlyMap<string, Handler>,
  log: LoggedRequest[],
): Promise<void> {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  const path = incoming.url ?? '/';
  const method = incoming.method ?? 'GET';
  log.push({ method, host, path, headers: incoming.headers });
  try {
    const handler = sites.get(host);
    if (!handler) return send(response, { status: 421, body: `no site ${host}` });
    const url = new URL(path, `https://${host}`);
    const request = { method, url, headers: incoming.headers, body: await readBody(incoming) };
    const result = await handler(request, response);
    if (result) send(response, result);
  } catch (error) {
    console.error(`The sample site failed at ${method} ${host}${path}:`, error);
    send(response, { status: 500, body: String(error) });
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'cache-control': 'no-store', ...headers });
  response.end(body);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: HttpsServer): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function closeServer(server: HttpsServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; without this, close() waits for them.
    server.closeAllConnections();
  });
}
