import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { undoOnExit } from '../cleanup.ts';
import { looksOf } from './looks.ts';
import { sceneScript } from './scene.ts';
import type { State } from './state.ts';
import { STATES } from './states.ts';

/** The extension with a page for each state beside its own: `popup-3-fa.html`. */
export interface Staged {
  dir: string;
  states: State[];
  remove(): void;
}

export function pageOf(state: State, language: string): string {
  return state.page.replace('.html', `-${STATES.indexOf(state)}-${language}.html`);
}

/** @param extensionDir a built extension; pages that it does not have are left out */
export async function stageStates(extensionDir: string): Promise<Staged> {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-sheet-'));
  const forget = undoOnExit(remove);
  function remove(): void {
    rmSync(dir, { recursive: true, force: true });
    forget();
  }
  cpSync(extensionDir, dir, { recursive: true });
  await writePageOfSite(dir);
  const { host_permissions: hosts } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const states = STATES.filter(({ page }) => existsSync(join(dir, page)));
  for (const state of states) {
    const html = readFileSync(join(dir, state.page), 'utf8');
    for (const language of new Set(looksOf(state).map((look) => look.language))) {
      const page = pageOf(state, language);
      const script = page.replace('.html', '.scene.js');
      const texts = JSON.parse(readFileSync(resolve(`src/locales/${language}.json`), 'utf8')) as Record<string, string>;
      const { replies, stored, session, granted, inPage } = state;
      const scene = sceneScript({ language, texts, replies, stored, session, granted, hosts });
      writeFileSync(join(dir, script), inPage ? `${scene}globalThis.inPage = ${JSON.stringify(inPage)};\n` : scene);
      writeFileSync(join(dir, page), html.replace('<head>', `<head><script src="/${script}"></script>`));
    }
  }
  return { dir, states, remove };
}

interface Manifest {
  host_permissions: string[];
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page of some site</title>
<link rel="stylesheet" href="/in-page.css"></head><body><script type="module" src="/in-page.js"></script></body></html>`;

/** A page that shows what is drawn in pages of sites: scripts there may style, the extension's own pages may not. */
async function writePageOfSite(dir: string): Promise<void> {
  const here = fileURLToPath(new URL('./', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'webextension-polyfill': resolve('src/browser-native.ts') } },
    build: {
      outDir: dir,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      lib: { entry: join(here, 'in-page.ts'), formats: ['es'], fileName: () => 'in-page.js' },
    },
  });
  cpSync(join(here, 'in-page.css'), join(dir, 'in-page.css'));
  writeFileSync(join(dir, 'in-page.html'), PAGE);
  const manifest = join(dir, 'manifest.json');
  const styled = readFileSync(manifest, 'utf8').replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  writeFileSync(manifest, styled);
}
