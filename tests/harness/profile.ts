import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { undoOnExit } from './cleanup.ts';

/** A fresh profile folder; deleted when the browser closes or the process ends early. */
export type Profile = {
  dir: string;
  /** Says which browser uses it, so that an early end of the process ends that too. */
  usedBy(browser: Browser): void;
  /** Ends the browser, waits for it, deletes the folder. */
  close(): Promise<void>;
};

export function freshProfile(kind: string): Profile {
  const dir = mkdtempSync(join(tmpdir(), `statemark-${kind}-`));
  let browser: Browser | undefined;
  const forget = undoOnExit(() => {
    kill(browser);
    remove(dir);
  });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await browser?.close();
    remove(dir);
    forget();
  };
  return {
    dir,
    usedBy(started) {
      browser = started;
    },
    close: () => (closing ??= close()),
  };
}

function kill(browser: Browser | undefined): void {
  const pid = browser?.process()?.pid;
  if (pid === undefined) return;
  try {
    // The whole group: its helper processes outlive the first one by a moment and write to the profile.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function remove(dir: string): void {
  // Helper processes may still write for a moment after the browser has ended.
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
