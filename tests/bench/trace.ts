import type { Page } from 'puppeteer-core';
import { objectsIn } from './objects-in.ts';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string }; name?: string };
}

export interface Traced {
  /** The longest task of the page's main thread, in its own processor time. Milliseconds. */
  longest: number;
  /** Spent in functions of extensions, without what they have the browser do later. Milliseconds. */
  inExtensions: number;
  /** Running extensions' scripts for the first time, compilation included. Milliseconds. */
  starting: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** What a trace says of a page's main thread. Tracing costs time itself: compare with nothing but other traces. */
export async function traced(page: Page, work: () => Promise<unknown>): Promise<Traced> {
  await page.tracing.start({ categories: CATEGORIES, screenshots: false });
  await work();
  const bytes = await page.tracing.stop();
  if (bytes === undefined) throw new Error('the browser gave no trace');
  return read([...eventsIn(bytes)]);
}

/** Nothing but tasks: a trace of minutes stays small enough to be read. */
const TASKS = ['disabled-by-default-devtools.timeline'];

/** What the threads of a name did, each task in its own processor time. Milliseconds. @param thread `ServiceWorker thread` */
export async function tasksOf(
  page: Page,
  thread: string,
  work: () => Promise<unknown>,
): Promise<{ longest: number; all: number }> {
  await page.tracing.start({ categories: TASKS, screenshots: false });
  await work();
  const bytes = await page.tracing.stop();
  if (bytes === undefined) throw new Error('the browser gave no trace');
  const threads = new Set<string>();
  const all: TraceEvent[] = [];
  for (const event of eventsIn(bytes)) {
    if (event.name === 'thread_name' && event.args.name === thread) threads.add(threadOf(event));
    if (event.ph === 'X' && isTask(event)) all.push(event);
  }
  const tasks = all.filter((event) => threads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error(`the trace has no task of a ${thread}`);
  return { longest: tasks.reduce((most, event) => Math.max(most, spent(event)), 0), all: busy(tasks) };
}

function eventsIn(trace: Uint8Array): Generator<TraceEvent> {
  return objectsIn(trace) as Generator<TraceEvent>;
}

/** The main thread that spent most time in its tasks is that of the page under work. */
export function read(events: readonly TraceEvent[]): Traced {
  const renderers = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = threadOf(event);
    if (event.ph !== 'X' || !renderers.has(thread)) continue;
    const own = byThread.get(thread);
    if (own) own.push(event);
    else byThread.set(thread, [event]);
  }
  const busiest = [...byThread.values()].sort((a, b) => busy(b) - busy(a))[0] ?? [];
  return {
    longest: busiest.filter(isTask).reduce((most, event) => Math.max(most, spent(event)), 0),
    inExtensions: outermost(busiest.filter((event) => event.name === 'FunctionCall' && isOurs(event))),
    starting: outermost(busiest.filter((event) => event.name === 'EvaluateScript' && isOurs(event))),
  };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

function isTask({ name }: TraceEvent): boolean {
  return name === 'RunTask';
}

function isOurs({ args }: TraceEvent): boolean {
  return args.data?.url?.startsWith('chrome-extension://') ?? false;
}

function busy(events: readonly TraceEvent[]): number {
  return events.filter(isTask).reduce((sum, event) => sum + spent(event), 0);
}

function spent({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}

/** Calls within calls are counted once. */
function outermost(events: readonly TraceEvent[]): number {
  let sum = 0;
  let until = -Infinity;
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    if (event.ts < until) continue;
    until = event.ts + (event.dur ?? 0);
    sum += spent(event);
  }
  return sum;
}
