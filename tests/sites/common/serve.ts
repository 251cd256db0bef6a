import { existsSync, readFileSync } from 'node:fs';
import type { Answer, Handler } from '../../harness/server.ts';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
const common = new URL('./app/', import.meta.url);

export type App = {
  /** Folder of the network's own `main.js` and `style.css`; what is not there is common. */
  dir: URL;
  /** What `/assets/data.js` exports. */
  data: Record<string, unknown>;
  /** The element that the page is drawn into, as the network has it. */
  root: string;
  /** What the network's server writes into the page besides: data for its own script. */
  extra?(url: URL): string;
};

/** As strict as the real sites in what matters to an extension: nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self' 'nonce-sample'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** Serves a sample site whose pages are drawn by a script of its own. */
export function serveApp(app: App): Handler {
  return ({ url }) => {
    const asset = /^\/assets\/([a-z-]+\.(?:js|css))$/.exec(url.pathname)?.[1];
    if (asset === 'data.js') return file('js', dataModule(app.data));
    if (asset) return file(asset.split('.').at(-1) ?? '', readFileSync(placeOf(asset, app.dir)));
    if (url.pathname === '/favicon.ico') return { status: 204 };
    // Every other address is the application, which reads it itself.
    return file('html', page(app, url), { 'content-security-policy': policy });
  };
}

function placeOf(asset: string, dir: URL): URL {
  const own = new URL(asset, dir);
  return existsSync(own) ? own : new URL(asset, common);
}

function page({ root, extra }: App, url: URL): string {
  return `<!doctype html>
<html dir="ltr" lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sample timeline</title>
    <link rel="stylesheet" href="/assets/common.css">
    <link rel="stylesheet" href="/assets/style.css">
    <script type="module" src="/assets/main.js"></script>
  </head>
  <body>
    ${root}
    ${extra?.(url) ?? ''}
  </body>
</html>`;
}

function dataModule(data: Record<string, unknown>): string {
  const rows = Object.entries(data).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  return rows.join('');
}

function file(type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': `${types[type]}; charset=utf-8`, ...headers }, body };
}

/** JSON that may stand in a script element. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003C');
}
