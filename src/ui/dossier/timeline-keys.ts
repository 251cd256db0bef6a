import type { Point, TimelineLayout } from './timeline-layout.ts';

/**
 * Which event a key leads to, as the symbols stand: along the axis from event to event in time, up and down to the
 * nearest of the lane beside.
 * @param at the event's key
 * @param mirrored time runs from right to left
 * @returns the other event's key; undefined for keys that lead nowhere
 */
export function eventBeside(
  key: string,
  lanes: TimelineLayout['lanes'],
  at: string,
  mirrored: boolean,
): string | undefined {
  const points = lanes.flatMap((lane) => lane.points).sort((a, b) => a.item.number - b.item.number);
  const lane = lanes.findIndex((one) => one.points.some(({ item }) => item.key === at));
  const place = points.findIndex(({ item }) => item.key === at);
  const here = points[place];
  if (here === undefined) return undefined;
  const along = (by: number): Point | undefined => points[place + (mirrored ? -by : by)];
  const across = (by: number): Point | undefined => nearest(lanes[lane + by]?.points ?? [], here.x);
  const ways: Record<string, () => Point | undefined> = {
    ArrowRight: () => along(1),
    ArrowLeft: () => along(-1),
    ArrowDown: () => across(1),
    ArrowUp: () => across(-1),
    Home: () => points[0],
    End: () => points.at(-1),
  };
  return Object.hasOwn(ways, key) ? ways[key]?.()?.item.key : undefined;
}

function nearest(points: readonly Point[], x: number): Point | undefined {
  return points.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
}
