import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** Kept before any test puts something in its place. */
const realFetch = globalThis.fetch;

export type Served = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);

/**
 * Hosts of lists, by address: a real server on loopback, and a `fetch` that leads every https address there as
 * the sample hosts of the real browsers do.
 */
export class Hosts {
  /** What is served, by whole address. A test may change it at any time. */
  readonly files = new Map<string, Served>();
  /** What was asked for, oldest first. */
  readonly asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  private readonly server: Server = createServer((request, response) => this.answer(request, response));
  private port = 0;

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  readonly fetch: typeof fetch = (input, init) => {
    const url = new URL(String(input));
    const headers = { ...(init?.headers as Record<string, string>), 'x-host': url.host };
    return realFetch(`http://127.0.0.1:${this.port}${url.pathname}${url.search}`, { ...init, headers });
  };

  paths(): string[] {
    return this.asked.map(({ url }) => url);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = `https://${request.headers['x-host']}${request.url}`;
    this.asked.push({ url, headers: request.headers });
    const served = this.files.get(url);
    if (typeof served === 'function') served(request, response);
    else if (served === undefined) response.writeHead(404).end('not here');
    else response.writeHead(200).end(served);
  }
}

export function status(code: number, headers: Record<string, string> = {}): Served {
  return (_request, response) => void response.writeHead(code, headers).end('said');
}
