import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { findInstalled } from '../harness/find-browser.ts';

/** What the numbers were measured on. */
export function machine(): Record<string, string> {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    processor: `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    chromium: versionOf('chrome'),
    firefox: versionOf('firefox'),
    load: loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
  };
}

function versionOf(kind: 'chrome' | 'firefox'): string {
  const path = findInstalled(kind);
  if (path === undefined) return 'none';
  try {
    const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? said.trim();
  } catch {
    return 'unknown';
  }
}
