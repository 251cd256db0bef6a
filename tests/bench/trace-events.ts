import type { Page } from 'puppeteer-core';
import { objectsIn } from './objects-in.ts';

/** One of a trace as Chromium writes it. Times in microseconds; `tdur` is processor time of the thread. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: {
    data?: { url?: string; message?: string };
    name?: string;
    chrome_mojo_event_info?: { mojo_interface_tag?: string };
  };
}

/** Until it is asked for them, the browser of a page writes down what happens. */
export async function startTrace(page: Page, categories: string[]): Promise<() => Promise<Generator<TraceEvent>>> {
  await page.tracing.start({ categories, screenshots: false });
  return async () => {
    const bytes = await page.tracing.stop();
    if (bytes === undefined) throw new Error('the browser gave no trace');
    return objectsIn(bytes) as Generator<TraceEvent>;
  };
}

/** The main thread that spent most time in its tasks is that of the page under work. Whole events alone. */
export function busiestPage(events: readonly TraceEvent[]): TraceEvent[] {
  const pages = threadsNamed(events, 'CrRendererMain');
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = threadOf(event);
    if (!pages.has(thread)) continue;
    const own = byThread.get(thread);
    if (own) own.push(event);
    else byThread.set(thread, [event]);
  }
  return [...byThread.values()].sort((a, b) => busy(b) - busy(a))[0] ?? [];
}

export function threadsNamed(events: Iterable<TraceEvent>, thread: string): Set<string> {
  const threads = new Set<string>();
  for (const event of events) {
    if (event.name === 'thread_name' && event.args.name === thread) threads.add(threadOf(event));
  }
  return threads;
}

export function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

export function isTask({ name, ph }: TraceEvent): boolean {
  return name === 'RunTask' && ph === 'X';
}

/** Whether the script that runs is one of an extension's. */
export function isOfExtension({ args }: TraceEvent): boolean {
  return args.data?.url?.startsWith('chrome-extension://') ?? false;
}

/** Tasks together. Milliseconds. */
export function busy(events: readonly TraceEvent[]): number {
  return events.filter(isTask).reduce((sum, event) => sum + spent(event), 0);
}

/** Milliseconds of the thread's own processor time. */
export function spent({ tdur, dur = 0 }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}

export function longestTask(events: readonly TraceEvent[]): number {
  return events.filter(isTask).reduce((most, event) => Math.max(most, spent(event)), 0);
}
