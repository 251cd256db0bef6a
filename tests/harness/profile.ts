import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { undoOnExit } from './cleanup.ts';

/** A profile folder; deleted when the browser closes or the process ends early. */
export type Profile = {
  dir: string;
  /** Says which browser uses it, so that an early end of the process ends that too. */
  usedBy(browser: Browser): void;
  /** Ends the browser as a crash does: at once, with everything that it holds in memory. Keeps the folder. */
  kill(): Promise<void>;
  /** Ends the browser, waits for it, deletes the folder. */
  close(): Promise<void>;
};

/** @param used the folder of a browser that was killed, to go on from; a fresh one by default */
export function profileFor(kind: string, used?: string): Profile {
  const dir = used ?? mkdtempSync(join(tmpdir(), `statemark-${kind}-`));
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
    async kill() {
      const ended = browser?.process();
      const gone = ended && ended.exitCode === null && ended.signalCode === null && once(ended, 'exit');
      kill(browser);
      await gone;
      await tidied(dir);
      // Whoever goes on from the folder deletes it.
      forget();
    },
    close: () => (closing ??= close()),
  };
}

const TIDIES_WITHIN = 5_000;

/** The driver puts back what it found in Firefox's folder, some time after the browser has ended. */
async function tidied(dir: string): Promise<void> {
  const end = Date.now() + TIDIES_WITHIN;
  while (Date.now() < end && readdirSync(dir).some((file) => file.endsWith('.puppeteer'))) await pause(50);
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
