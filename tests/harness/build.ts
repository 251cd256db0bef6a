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
export function buildExtension(kind: BrowserKind): Promise<string> {
  return build(builtExtension(kind), ['-b', kind], 'inherit');
}

const built = new Map<BrowserKind, Promise<string>>();

/** The same without a word, and once: what is measured one after the other is measured on one build. */
export function builtOnce(kind: BrowserKind): Promise<string> {
  const known = built.get(kind) ?? build(builtExtension(kind), ['-b', kind], 'ignore');
  built.set(kind, known);
  return known;
}

/** One that can be made to stop at any moment of an update: in a folder of its own, never for readers. */
export function builtWithKillPoints(kind: BrowserKind): string {
  return `${builtExtension(kind)}-killpoints`;
}

export function buildWithKillPoints(kind: BrowserKind): Promise<string> {
  const args = ['-b', kind, '--mode', 'killpoints'];
  return build(builtWithKillPoints(kind), args, 'ignore', { STATEMARK_KILL_POINTS: '1' });
}

async function build(
  dir: string,
  args: readonly string[],
  stdio: 'inherit' | 'ignore',
  env: Record<string, string> = {},
): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build', ...args], { cwd: root, stdio, env: { ...process.env, ...env } });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The build failed (wxt build ${args.join(' ')}, exit code ${code}).`);
  if (!existsSync(join(dir, 'manifest.json'))) throw new Error(`The build left no manifest in ${dir}.`);
  return dir;
}
