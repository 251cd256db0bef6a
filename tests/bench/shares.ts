import { busiestPage, isOfExtension, isTask, longestTask, spent, startTrace, type TraceEvent } from './trace-events.ts';

/** What a trace must hold for `sharesOf`: tasks and what is drawn, runs of microtasks, and who sent a message. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', 'mojom'];

export const startSharing = (page: Parameters<typeof startTrace>[0]): ReturnType<typeof startTrace> =>
  startTrace(page, CATEGORIES);

const PARTS = ['extension', 'script', 'layout', 'style', 'paint', 'garbage', 'other'] as const;
type Part = (typeof PARTS)[number];

/**
 * What the main thread of a page did, in milliseconds of its own processor time; each counts once, for what it was
 * for. `extension` is the script of extensions with all that the engine does for it in its tasks: messages, timers,
 * promises; `script` is the page's own. What a script makes the browser lay out counts as layout, whoever asked.
 */
export type Shares = Record<Part, number> & {
  /** The longest task. Milliseconds. */
  longest: number;
  /** How often something was laid out or styled. */
  drawings: number;
};

/** By the part that it is found in; all else belongs to what it happens in. */
const BY_NAME: Record<string, Part> = {
  Layout: 'layout',
  UpdateLayoutTree: 'style',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
  PaintImage: 'paint',
  MinorGC: 'garbage',
  MajorGC: 'garbage',
};
const GARBAGE = /^(?:V8\.GC|BlinkGC\.|CppGC\.)/;
const DRAWN: readonly Part[] = ['layout', 'style', 'paint'];

/** One for each piece of a trace that begins with `console.timeStamp`; what came before the first is left out. */
export function sharesOf(events: readonly TraceEvent[]): Shares[] {
  const page = busiestPage(events);
  const marks = page.filter(({ name }) => name === 'TimeStamp').map(({ ts }) => ts);
  const pieces: TraceEvent[][] = marks.map(() => []);
  for (const task of tasksOf(page)) {
    const [{ ts, dur = 0 }] = task as [TraceEvent];
    // The task that sets the mark is of the piece that it begins.
    const piece = marks.findLastIndex((mark) => mark <= ts + dur);
    pieces[piece]?.push(...task);
  }
  return pieces.map(sharesIn);
}

function sharesIn(events: readonly TraceEvent[]): Shares {
  const shares = { ...zeroes(), longest: longestTask(events), drawings: 0 };
  for (const task of tasksOf(events)) {
    const { parts, drawings } = shareTask(task);
    for (const part of PARTS) shares[part] += parts[part];
    shares.drawings += drawings;
  }
  return shares;
}

/** Each task with what happened in it, in the order in which it began. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const whole = events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: TraceEvent[][] = [];
  let end = -Infinity;
  for (const event of whole) {
    if (event.ts < end) tasks.at(-1)?.push(event);
    else if (isTask(event)) {
      tasks.push([event]);
      end = event.ts + (event.dur ?? 0);
    }
  }
  return tasks;
}

function shareTask(task: readonly TraceEvent[]): { parts: Record<Part, number>; drawings: number } {
  const parts = zeroes();
  const around: { end: number; part: Part }[] = [];
  let drawings = 0;
  for (const event of task) {
    while (around.length > 0 && event.ts >= (around.at(-1)?.end ?? 0)) around.pop();
    const outer = around.at(-1)?.part;
    const part = partOf(event, outer ?? 'other');
    if (outer) parts[outer] -= spent(event);
    parts[part] += spent(event);
    if (BY_NAME[event.name] === part && part !== outer && (part === 'layout' || part === 'style')) drawings++;
    around.push({ end: event.ts + (event.dur ?? 0), part });
  }
  if (isForExtensions(task)) {
    parts.extension += parts.other;
    parts.other = 0;
  }
  return { parts, drawings };
}

/** A picture that is loaded to be painted has a layout of its own: that is part of painting. */
function partOf(event: TraceEvent, outer: Part): Part {
  if (event.name === 'FunctionCall' || event.name === 'EvaluateScript') {
    return isOfExtension(event) ? 'extension' : 'script';
  }
  if (GARBAGE.test(event.name)) return 'garbage';
  const own = BY_NAME[event.name];
  return own === undefined || (DRAWN.includes(own) && DRAWN.includes(outer)) ? outer : own;
}

/** A task in which the page itself runs nothing: a timer, or a message, of an extension. */
function isForExtensions(task: readonly TraceEvent[]): boolean {
  const calls = task.filter(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript');
  return calls.every(isOfExtension) && (calls.length > 0 || task.some(isMessage));
}

function isMessage({ name, args }: TraceEvent): boolean {
  return (
    name === 'Receive mojo message' &&
    args.chrome_mojo_event_info?.mojo_interface_tag?.startsWith('extensions.') === true
  );
}

function zeroes(): Record<Part, number> {
  return Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
}
