import { spawnSync } from 'node:child_process';
import { browserPath } from './find-browser.ts';
import type { BrowserKind } from './session.ts';

/** The oldest that the extension's manifests let it run in. */
export const OLDEST = { chrome: 137, firefox: 142 } as const;

/**
 * A browser that the extension can run in. Asked for once, before anything is built.
 * @throws Error that says what is missing or too old, and how to get it
 */
export async function usableBrowser(kind: BrowserKind): Promise<string> {
  const path = await browserPath(kind);
  // On Windows a browser does not say its version, but opens a window.
  const said = process.platform === 'win32' ? '' : spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
  const fault = tooOld(kind, said ?? '');
  if (fault !== undefined) throw new Error(`${path} is ${fault}`);
  return path;
}

/** @param said what the program says of its version; what names none passes */
export function tooOld(kind: BrowserKind, said: string): string | undefined {
  const [name = '', version = ''] = /[A-Z][A-Za-z ]* (\d+)\./.exec(said) ?? [];
  if (version === '' || Number(version) >= OLDEST[kind]) return undefined;
  return `${name.slice(0, -1)}: too old, ${OLDEST[kind]} or newer is needed. Update it (Debian: with the security updates).`;
}
