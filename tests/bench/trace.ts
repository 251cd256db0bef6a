import type { Page } from 'puppeteer-core';
import {
  busiestPage,
  busy,
  isOfExtension,
  isTask,
  longestTask,
  spent,
  startTrace,
  type TraceEvent,
  threadOf,
  threadsNamed,
} from './trace-events.ts';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * How long a page's main thread ran extensions' scripts for the first time, compilation included. Milliseconds of its
 * own processor time. Tracing costs time itself: compare with nothing but other traces.
 */
export async function startingIn(page: Page, work: () => Promise<unknown>): Promise<number> {
  const stop = await startTrace(page, CATEGORIES);
  await work();
  const events = busiestPage([...(await stop())]);
  return outermost(events.filter((event) => event.name === 'EvaluateScript' && isOfExtension(event)));
}

/** Nothing but tasks: a trace of minutes stays small enough to be read. */
const TASKS = ['disabled-by-default-devtools.timeline'];

/** What the threads of a name did, each task in its own processor time. Milliseconds. @param thread `ServiceWorker thread` */
export async function tasksOf(
  page: Page,
  thread: string,
  work: () => Promise<unknown>,
): Promise<{ longest: number; all: number }> {
  const stop = await startTrace(page, TASKS);
  await work();
  const kept: TraceEvent[] = [];
  for (const event of await stop()) if (isTask(event) || event.name === 'thread_name') kept.push(event);
  const threads = threadsNamed(kept, thread);
  const tasks = kept.filter((event) => isTask(event) && threads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error(`the trace has no task of a ${thread}`);
  return { longest: longestTask(tasks), all: busy(tasks) };
}

/** Calls within calls are counted once. */
function outermost(events: readonly TraceEvent[]): number {
  let sum = 0;
  let until = -Infinity;
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    if (event.ts < until || event.ph !== 'X') continue;
    until = event.ts + (event.dur ?? 0);
    sum += spent(event);
  }
  return sum;
}
