import { spawnSync } from 'node:child_process';
import type { BrowserKind } from './session.ts';
import { usableBrowser } from './usable-browser.ts';

/** What tests look for outside the packages, so that a test can describe a machine without. */
export interface Outside {
  /** The one browser that is asked for, or undefined for both. */
  browser: string | undefined;
  /** @throws Error that says what is missing, and how to get it */
  browserPath(kind: BrowserKind): Promise<string>;
  runs(program: string): boolean;
}

const here: Outside = {
  browser: process.env.BROWSER,
  browserPath: usableBrowser,
  runs: (program) => spawnSync(program, ['version'], { stdio: 'ignore' }).error === undefined,
};

/** Everything at once that the tests would miss on this machine: a sentence each, with how to get it. */
export async function missing({ browser, browserPath: find, runs }: Outside = here): Promise<string[]> {
  const faults: string[] = [];
  for (const kind of ['chrome', 'firefox'] as const) {
    if (browser !== undefined && browser !== kind) continue;
    await find(kind).catch((error: Error) => faults.push(error.message));
  }
  if (!runs('openssl')) {
    faults.push(
      'No openssl was found: the sample sites need a certificate. Install it (Debian: apt-get install openssl).',
    );
  }
  if (!runs('git'))
    faults.push('No git was found: the release is tried with it. Install it (Debian: apt-get install git).');
  return faults;
}
