import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from '../harness/session.ts';

/** What the background was seen to do while something went on. */
export interface Load {
  /** Milliseconds from its beginning to its end. */
  took: number;
  /** The longest that the background's thread did not answer. Milliseconds. */
  slice: number;
  /** The most memory of the extension's process above what it had before. Bytes; NaN where the system does not tell. */
  peak: number;
}

const SAMPLE_EVERY = 40;

/** Watches the background from within and its process from outside. @param page one of the extension's own */
export async function watched(session: Session, page: Page, work: () => Promise<unknown>): Promise<Load> {
  const before = memoryOf(session);
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(session));
  }, SAMPLE_EVERY);
  const thread = await backgroundThread(session, page);
  try {
    await thread.evaluate(startHeart);
    const begun = performance.now();
    await work();
    const took = performance.now() - begun;
    return { took, slice: await thread.evaluate(stopHeart), peak: most - before };
  } finally {
    clearInterval(sampling);
  }
}

/** In Firefox all that an extension has shares one thread; Chromium's worker has its own. */
async function backgroundThread(session: Session, page: Page): Promise<Pick<Page, 'evaluate'>> {
  if (session.kind === 'firefox') return page;
  const worker = await workerTarget(session)?.worker();
  if (!worker) throw new Error('the worker is not awake');
  return worker as unknown as Pick<Page, 'evaluate'>;
}

function workerTarget(session: Session) {
  return session.browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(session.extensionUrl('')));
}

interface Heart {
  heart?: { longest: number; last: number; timer: ReturnType<typeof setInterval> };
}

/** Beats as often as timers may; a beat that comes late tells how long something else had the thread. */
function startHeart(): void {
  const heart = { longest: 0, last: performance.now(), timer: 0 as unknown as ReturnType<typeof setInterval> };
  heart.timer = setInterval(() => {
    const now = performance.now();
    heart.longest = Math.max(heart.longest, now - heart.last - 4);
    heart.last = now;
  }, 4);
  (globalThis as Heart).heart = heart;
}

function stopHeart(): number {
  const { heart } = globalThis as Heart;
  clearInterval(heart?.timer);
  return heart?.longest ?? Number.NaN;
}

/** Bytes in use after full collections, with those outside of the heap: of a page, or of Chromium's worker. */
export async function heapOf(at: Page | Session): Promise<number> {
  const session = await ('kind' in at ? workerTarget(at)?.createCDPSession() : at.createCDPSession());
  return session ? collected(session) : Number.NaN;
}

/** Two collections: the first frees what finalisers held. */
async function collected(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usedSize + backingStorageSize;
}

/** What the process of the extension's own scripts has for itself, as Linux counts it. Bytes; NaN elsewhere. */
export function memoryOf({ browser, kind }: Session): number {
  const root = browser.process()?.pid;
  if (process.platform !== 'linux' || root === undefined) return Number.NaN;
  let sum = Number.NaN;
  for (const pid of descendants(root)) {
    const isOurs =
      kind === 'chrome'
        ? read(pid, 'cmdline').split('\0').includes('--extension-process')
        : read(pid, 'comm').trim().startsWith('WebExtensions');
    if (!isOurs) continue;
    const held = /^RssAnon:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1];
    if (held !== undefined) sum = (Number.isNaN(sum) ? 0 : sum) + Number(held) * 1024;
  }
  return sum;
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? /^PPid:\s+(\d+)$/m.exec(read(Number(name), 'status'))?.[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const under = (pid: number | undefined): boolean => pid !== undefined && (pid === root || under(parents.get(pid)));
  return [...parents.keys()].filter((pid) => under(parents.get(pid)));
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
}
