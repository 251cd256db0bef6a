import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './session.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the build of the extension for that browser lies. */
export function builtExtension(kind: BrowserKind): string {
  return join(root, '.output', `${kind}-mv3`);
}

/** Builds the extension, with the builder's progress on the terminal. Returns its folder. */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build', '-b', kind], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The build failed (wxt build -b ${kind}, exit code ${code}).`);
  const dir = builtExtension(kind);
  if (!existsSync(join(dir, 'manifest.json'))) throw new Error(`The build left no manifest in ${dir}.`);
  return dir;
}
