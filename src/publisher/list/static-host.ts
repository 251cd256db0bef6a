import { createReadStream, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** What a published folder consists of; a folder may hold several lists in folders of their own. */
const PUBLISHED = /^\/(?:[\w-]{1,64}\/){0,4}(?:watchlist\.jws|o\/[0-9a-f]{64}|[a-z0-9-]{1,64}\.statemark)$/;

/** Serves what `build` writes, with the headers that every host of lists should send, and nothing else. */
export function staticHost(dir: string, log: (line: string) => void): RequestListener {
  const root = realpathSync(dir);
  return (request, response) => {
    const status = answer(root, request, response);
    log(`${request.method} ${(request.url ?? '').slice(0, 200)} ${status}`);
  };
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): number {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(response, 405, 'only GET and HEAD');
  }
  // Matched as it was sent: no escapes, no dots, so no path that leads out of the folder.
  const path = (request.url ?? '').replace(/\?.*$/, '');
  const found = PUBLISHED.test(path) ? within(root, path) : undefined;
  if (found === undefined) return end(response, 404, 'not found');
  response.setHeader('Content-Type', path.endsWith('.jws') ? 'application/jose' : 'application/octet-stream');
  // Objects never change: their name is their hash. The manifest is all that is asked for again.
  const isObject = /\/o\/[^/]+$/.test(path);
  response.setHeader('Cache-Control', isObject ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
  response.setHeader('Content-Length', found.stats.size);
  response.statusCode = 200;
  if (request.method === 'HEAD') response.end();
  else pipeline(createReadStream(found.file), response, () => {});
  return 200;
}

/** A link may not lead out of the folder either. */
function within(root: string, path: string): { file: string; stats: Stats } | undefined {
  try {
    const file = realpathSync(join(root, path));
    const stats = statSync(file);
    return file.startsWith(root.endsWith(sep) ? root : root + sep) && stats.isFile() ? { file, stats } : undefined;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, text: string): number {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  return status;
}
