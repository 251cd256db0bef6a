import { expect, it, test } from 'vitest';
import { type Shares, sharesOf } from './shares.ts';
import type { TraceEvent } from './trace-events.ts';

const OURS = { data: { url: 'chrome-extension://abc/content.js' } };
const PAGES = { data: { url: 'https://x.com/app.js' } };
const MESSAGE = { chrome_mojo_event_info: { mojo_interface_tag: 'extensions.mojom.MessagePort' } };

type Told = [name: string, ts: number, ms: number, args?: TraceEvent['args']];

/** Events of one page's main thread; times in milliseconds. */
function thread(events: readonly Told[], pid = 1): TraceEvent[] {
  const on = { pid, tid: pid };
  return [
    { ...on, name: 'thread_name', ph: 'M', ts: 0, args: { name: 'CrRendererMain' } },
    ...events.map(([name, ts, ms, args = {}]) => ({
      ...on,
      ...(name === 'TimeStamp' ? { ph: 'I' } : { ph: 'X', dur: ms * 1_000, tdur: ms * 1_000 }),
      name,
      ts: ts * 1_000,
      args,
    })),
  ];
}

/** Of one piece. */
function parts(...events: Told[]): Partial<Shares> {
  const [shares] = sharesOf(thread([['TimeStamp', 0, 0], ...events]));
  return Object.fromEntries(Object.entries(shares ?? {}).filter(([, value]) => value !== 0));
}

test.each<[string, Told[], Partial<Shares>]>([
  ['a task of nothing that is known', [['RunTask', 1, 5]], { other: 5, longest: 5 }],
  [
    'what an observer does after the page’s own script',
    [
      ['RunTask', 1, 20],
      ['FunctionCall', 1, 8, PAGES],
      ['RunMicrotasks', 10, 9],
      ['FunctionCall', 11, 7, OURS],
    ],
    { script: 8, extension: 7, other: 5, longest: 20 },
  ],
  [
    'layout that an extension asks for',
    [
      ['RunTask', 1, 20],
      ['FunctionCall', 1, 1, PAGES],
      ['FunctionCall', 2, 15, OURS],
      ['UpdateLayoutTree', 3, 2],
      ['Layout', 6, 4],
    ],
    { script: 1, extension: 9, style: 2, layout: 4, other: 4, longest: 20, drawings: 2 },
  ],
  [
    'a layout within a layout, and of what is painted',
    [
      ['RunTask', 1, 30],
      ['Layout', 2, 10],
      ['Layout', 3, 4],
      ['Paint', 15, 10],
      ['UpdateLayoutTree', 16, 2],
    ],
    { layout: 10, paint: 10, other: 10, longest: 30, drawings: 1 },
  ],
  [
    'a collection of garbage, wherever it falls',
    [
      ['RunTask', 1, 10],
      ['FunctionCall', 1, 8, OURS],
      ['MinorGC', 2, 3],
      ['V8.GC_SCAVENGER', 2.5, 2],
    ],
    { extension: 7, garbage: 3, longest: 10 },
  ],
  [
    'a timer of an extension, with what is around it',
    [
      ['RunTask', 1, 10],
      ['TimerFire', 2, 8],
      ['FunctionCall', 3, 5, OURS],
    ],
    { extension: 10, longest: 10 },
  ],
  [
    'a message to an extension, whose promises no call tells of',
    [
      ['RunTask', 1, 10],
      ['Receive mojo message', 2, 1, MESSAGE],
      ['RunMicrotasks', 4, 6],
      ['Layout', 5, 2],
    ],
    { extension: 8, layout: 2, longest: 10, drawings: 1 },
  ],
  [
    'a message between others',
    [
      ['RunTask', 1, 10],
      ['Receive mojo message', 2, 1],
    ],
    { other: 10, longest: 10 },
  ],
])('%s', (_, events, expected) => {
  expect(parts(...events)).toEqual(expected);
});

it('counts processor time, where the thread had to wait for a processor', () => {
  const events = thread([
    ['TimeStamp', 0, 0],
    ['RunTask', 1, 10],
  ]).map((event) => (event.name === 'RunTask' ? { ...event, tdur: 4_000 } : event));
  expect(sharesOf(events)[0]?.other).toBe(4);
});

it('tells the pieces apart, a task that sets a mark with those after it', () => {
  const pieces = sharesOf(
    thread([
      ['RunTask', 1, 100],
      ['RunTask', 200, 10],
      ['TimeStamp', 205, 0],
      ['RunTask', 220, 20],
      ['RunTask', 300, 5],
      ['TimeStamp', 301, 0],
      ['RunTask', 400, 7],
    ]),
  );
  expect(pieces.map(({ other, longest }) => [other, longest])).toEqual([
    [30, 20],
    [12, 7],
  ]);
});

it('is of the page that works, and of no other thread', () => {
  const quiet = thread([['RunTask', 1, 1]], 2);
  const marked = thread([
    ['TimeStamp', 0, 0],
    ['RunTask', 1, 5],
  ]);
  expect(sharesOf([...quiet, ...marked]).map(({ other }) => other)).toEqual([5]);
});
