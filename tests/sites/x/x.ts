import { existsSync, readFileSync } from 'node:fs';
import type { Answer, SiteRequest } from '../../harness/server.ts';
import type { SampleSite } from '../site.ts';
import { authors } from './authors.ts';
import { decoys, planted } from './expected.ts';
import { posts } from './posts.ts';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
const app = new URL('./app/', import.meta.url);
const common = new URL('../common/app/', import.meta.url);

/** As strict as the real site's in what matters to an extension: no inline script, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** A look-alike of X's structure, with posts of our own. */
export const x: SampleSite = {
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'],
  startPath: '/home',
  darkPath: '/home?theme=dark',
  rtlPath: '/home?dir=rtl&lang=fa',
  pictured: '[data-testid="tweetText"]',
  handler,
  planted,
  decoys,
};

function handler({ url }: SiteRequest): Answer {
  const asset = /^\/assets\/([a-z-]+\.(?:js|css))$/.exec(url.pathname)?.[1];
  if (asset === 'data.js') return file('js', dataModule());
  if (asset)
    return file(
      asset.split('.').at(-1) ?? '',
      readFileSync(new URL(asset, existsSync(new URL(asset, app)) ? app : common)),
    );
  if (url.pathname === '/favicon.ico') return { status: 204 };
  // Every other address is the application, which reads it itself.
  return file('html', readFileSync(new URL('index.html', app)), { 'content-security-policy': policy });
}

function dataModule(): string {
  return `export const posts = ${JSON.stringify(posts)};\nexport const authors = ${JSON.stringify([...authors.values()])};\n`;
}

function file(type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': `${types[type]}; charset=utf-8`, ...headers }, body };
}
