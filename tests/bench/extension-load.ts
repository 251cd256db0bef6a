import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from '../harness/session.ts';
import { tasksOf } from './trace.ts';

/** What the background was seen to do while something went on. NaN for what cannot be told on this system. */
export interface Load {
  /** Milliseconds from its beginning to its end. */
  took: number;
  /** Processor time of all threads of the extension's process. Milliseconds. */
  work: number;
  /** The longest that the background's thread did not listen, in its own processor time. Milliseconds. */
  slice: number;
  /** The most memory of the extension's process above what it had before. Bytes. */
  peak: number;
}

const SAMPLE_EVERY = 20;

/** Watches the background and its process. @param page one of the extension's own */
export async function watched(session: Session, page: Page, work: () => Promise<unknown>): Promise<Load> {
  const pids = processesOf(session);
  const before = { memory: memoryOf(session), cpu: processorTime(pids) };
  const samples: Sample[] = [];
  let most = before.memory;
  const sampling = setInterval(() => {
    most = Math.max(most, held(pids));
    samples.push({ at: Date.now(), ran: mainThreadTime(pids) });
  }, SAMPLE_EVERY);
  let took = 0;
  const timed = async (): Promise<void> => {
    const begun = performance.now();
    await work();
    took = performance.now() - begun;
  };
  try {
    const slice =
      session.kind === 'chrome'
        ? (await tasksOf(page, 'ServiceWorker thread', timed)).longest
        : await longestGap(page, timed, samples);
    return { took, work: processorTime(pids) - before.cpu, slice, peak: most - before.memory };
  } finally {
    clearInterval(sampling);
  }
}

interface Sample {
  at: number;
  /** Processor time of the thread so far. Milliseconds. */
  ran: number;
}

/**
 * In Firefox all pages of an extension share one thread: a timer in one of them comes late while another works.
 * Of each such gap counts what the thread ran: the rest it waited for a processor.
 */
async function longestGap(page: Page, work: () => Promise<void>, samples: readonly Sample[]): Promise<number> {
  await page.evaluate(startHeart);
  await work();
  const gaps = JSON.parse(await page.evaluate(stopHeart)) as [from: number, to: number][];
  const ranBy = (time: number): number => samples.findLast(({ at }) => at <= time)?.ran ?? Number.NaN;
  return gaps.reduce((most, [from, to]) => {
    // The samples are as old as their pace: the gap may have begun later than the one before it.
    const ran = Number.isNaN(ranBy(to)) ? to - from : ranBy(to) - ranBy(from);
    return Math.max(most, Math.min(to - from, ran || 0));
  }, 0);
}

interface Heart {
  heart?: { gaps: [number, number][]; timer: ReturnType<typeof setInterval> };
}

/** Beats as often as timers may, and remembers when it came late. */
function startHeart(): void {
  const gaps: [number, number][] = [];
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > 20) gaps.push([last, now]);
    last = now;
  }, 4);
  (globalThis as Heart).heart = { gaps, timer };
}

function stopHeart(): string {
  const { heart } = globalThis as Heart;
  clearInterval(heart?.timer);
  return JSON.stringify(heart?.gaps ?? []);
}

function workerTarget(session: Session) {
  return session.browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(session.extensionUrl('')));
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
export function memoryOf(session: Session): number {
  return held(processesOf(session));
}

function held(pids: readonly number[]): number {
  return summed(pids, (pid) => Number(/^RssAnon:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1] ?? 0) * 1024);
}

/** User and system time. Milliseconds; Linux counts in hundredths of a second. */
function processorTime(pids: readonly number[]): number {
  return summed(pids, (pid) => {
    const fields = read(pid, 'stat')
      .replace(/^.*\) /, '')
      .split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  });
}

function mainThreadTime(pids: readonly number[]): number {
  return summed(pids, (pid) => Number(read(pid, 'schedstat').split(' ')[0]) / 1e6);
}

function summed(pids: readonly number[], of: (pid: number) => number): number {
  return pids.length === 0 ? Number.NaN : pids.reduce((sum, pid) => sum + of(pid), 0);
}

/** Those that the extension's own scripts run in. */
function processesOf({ browser, kind }: Session): number[] {
  const root = browser.process()?.pid;
  if (process.platform !== 'linux' || root === undefined) return [];
  return descendants(root).filter((pid) =>
    kind === 'chrome'
      ? read(pid, 'cmdline').includes('--extension-process')
      : read(pid, 'comm').trim().startsWith('WebExtensions'),
  );
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
