import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { undoOnExit } from '../cleanup.ts';
import { looksOf } from './looks.ts';
import { sceneScript } from './scene.ts';
import { STATES, type State } from './states.ts';

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
export function stageStates(extensionDir: string): Staged {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-sheet-'));
  const forget = undoOnExit(remove);
  function remove(): void {
    rmSync(dir, { recursive: true, force: true });
    forget();
  }
  cpSync(extensionDir, dir, { recursive: true });
  const states = STATES.filter(({ page }) => existsSync(join(dir, page)));
  for (const state of states) {
    const html = readFileSync(join(dir, state.page), 'utf8');
    for (const language of new Set(looksOf(state).map((look) => look.language))) {
      const page = pageOf(state, language);
      const script = page.replace('.html', '.scene.js');
      const texts = JSON.parse(readFileSync(resolve(`src/locales/${language}.json`), 'utf8')) as Record<string, string>;
      const { replies, stored, session, granted } = state;
      writeFileSync(join(dir, script), sceneScript({ language, texts, replies, stored, session, granted }));
      writeFileSync(join(dir, page), html.replace('<head>', `<head><script src="/${script}"></script>`));
    }
  }
  return { dir, states, remove };
}
