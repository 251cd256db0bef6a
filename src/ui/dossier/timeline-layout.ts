import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { ListEvent } from '../../core/list-schema.ts';
import { EVENT_KINDS } from '../../core/names.ts';
import { spanOf, type TimelineItem } from './timeline-data.ts';

/** Pixels. */
const SIZE = {
  edge: 22,
  axis: 26,
  /** The lane's name, above its symbols. */
  name: 20,
  row: 26,
  /** Symbol, number and the gap to the next. */
  symbol: 40,
  /** The longest month of a language and its year. */
  tick: 84,
} as const;

export interface Point {
  item: TimelineItem;
  x: number;
  y: number;
  /** Where what lasted begins and ends. */
  from: number;
  to: number;
}

interface Lane {
  kind: ListEvent['kind'];
  /** Of its name. */
  y: number;
  points: Point[];
}

export interface TimelineLayout {
  height: number;
  lanes: Lane[];
  /** `day` is what the tick says, as a year, month or day. */
  ticks: { x: number; day: string }[];
  /** Where the axis stands. */
  axis: number;
}

/**
 * One lane for each kind of event; events that would stand on one another get rows of their own.
 * @param width pixels
 * @param mirrored time runs from right to left, as the text does
 */
export function timelineLayout(items: readonly TimelineItem[], width: number, mirrored: boolean): TimelineLayout {
  const [first, last] = bounds(items);
  const ends = [SIZE.edge, Math.max(width - SIZE.edge - (SIZE.symbol - SIZE.edge), SIZE.edge + 1)];
  const range = mirrored ? ends.map((x) => width - x) : ends;
  const scale = scaleUtc().domain([first, last]).range(range);
  let y = SIZE.axis;
  const lanes: Lane[] = [];
  for (const kind of EVENT_KINDS) {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) continue;
    const { points, rows } = lanePoints(own, scale, y + SIZE.name);
    lanes.push({ kind, y: y + SIZE.name - 6, points });
    y += SIZE.name + rows * SIZE.row + 4;
  }
  const ticks = ticksOf(scale, width).map((time) => ({ x: scale(time), day: tickDay(time) }));
  return { height: y, lanes, axis: SIZE.axis, ticks };
}

/** As many as have room for their words: D3 takes a number of them as a hint, and gives up to half as many again. */
function ticksOf(scale: ScaleTime<number, number>, width: number): Date[] {
  for (let wanted = Math.floor(width / SIZE.tick); ; wanted--) {
    const ticks = scale.ticks(Math.max(2, wanted));
    const [first, second] = ticks;
    const gap = first && second ? Math.abs(scale(second) - scale(first)) : width;
    if (gap >= SIZE.tick || wanted <= 2) return ticks;
  }
}

function lanePoints(
  items: readonly TimelineItem[],
  scale: (time: number) => number,
  top: number,
): { points: Point[]; rows: number } {
  const ends: { from: number; to: number }[][] = [];
  const points = items.map((item) => {
    const [start, end] = spanOf(item);
    const [from, to] = [scale(start), scale(end)];
    const x = (from + to) / 2;
    const taken = { from: Math.min(from, to, x - SIZE.symbol / 2), to: Math.max(from, to, x + SIZE.symbol / 2) };
    const free = ends.findIndex((row) => row.every((one) => one.to <= taken.from || one.from >= taken.to));
    const row = free < 0 ? ends.push([]) - 1 : free;
    ends[row]?.push(taken);
    return { item, x, from, to, y: top + row * SIZE.row + SIZE.row / 2 };
  });
  return { points, rows: ends.length };
}

/** With room to breathe: one event alone stands in the middle of a year. */
function bounds(items: readonly TimelineItem[]): [first: number, last: number] {
  const spans = items.map(spanOf);
  // Not `Math.min(...)`: a list may have more events than a call takes arguments.
  const first = spans.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = spans.reduce((most, [, to]) => Math.max(most, to), Number.NEGATIVE_INFINITY);
  const pad = Math.max((last - first) * 0.03, last - first < HALF_YEAR ? HALF_YEAR : 0);
  return [first - pad, last + pad];
}
const HALF_YEAR = 182 * 86_400_000;

/** `2018` at a new year, `2018-04` at a new month, else the day: in UTC, as the list's dates are. */
function tickDay(time: Date): string {
  const day = time.toISOString().slice(0, 10);
  return day.endsWith('-01-01') ? day.slice(0, 4) : day.endsWith('-01') ? day.slice(0, 7) : day;
}
