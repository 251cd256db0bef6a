import type { ListEvent } from '../../core/list-schema.ts';
import { type DossierRoute, dossierHash } from '../../dossier-path.ts';
import { localise } from '../../text.ts';
import type { InstalledRows } from './installed-rows.ts';

/** One row of the timeline and of its table. */
export interface TimelineItem {
  key: string;
  /** Stands beside the symbol and in the table's row. */
  number: number;
  kind: ListEvent['kind'];
  title: string;
  /** As the list has it: a day, a month or a year. */
  date: string;
  /** Last day, month or year of what lasted. */
  until?: string;
  href: string;
  event?: ListEvent;
  list: InstalledRows;
}

/** Events of all lists, and campaigns that no event tells of, oldest first. */
export function timelineItems(lists: readonly InstalledRows[]): TimelineItem[] {
  const items = lists.flatMap((rows) => [...eventItems(rows, rows.list.events), ...campaignItems(rows)]);
  return numbered(items);
}

export function timelineOf(rows: InstalledRows, events: readonly ListEvent[]): TimelineItem[] {
  return numbered(eventItems(rows, events));
}

type Item = Omit<TimelineItem, 'number'>;

function eventItems(list: InstalledRows, events: readonly ListEvent[]): Item[] {
  return events.map((event) => ({
    ...at(list, { page: 'event', list: list.head.id, id: event.id }),
    kind: event.kind,
    title: localise(event.title),
    date: event.date,
    event,
  }));
}

function campaignItems(list: InstalledRows): Item[] {
  return list.list.entities.flatMap((entity) => {
    if (entity.type !== 'campaign' || entity.started === undefined) return [];
    if (list.eventsOf.get(entity.id)?.some(({ kind }) => kind === 'campaign')) return [];
    return [
      {
        ...at(list, { page: 'entity', list: list.head.id, id: entity.id }),
        kind: 'campaign' as const,
        title: localise(entity.label),
        date: entity.started,
        ...(entity.ended !== undefined && { until: entity.ended }),
      },
    ];
  });
}

function at(list: InstalledRows, route: DossierRoute): Pick<Item, 'key' | 'href' | 'list'> {
  const href = dossierHash(route);
  return { key: href, href, list };
}

function numbered(items: Item[]): TimelineItem[] {
  return items
    .toSorted((a, b) => spanOf(a)[0] - spanOf(b)[0] || (a.key < b.key ? -1 : 1))
    .map((item, i) => ({ ...item, number: i + 1 }));
}

/** First moment and the one after the last, in milliseconds since 1970: a month is drawn as a month, not as its first day. */
export function spanOf({ date, until }: Pick<TimelineItem, 'date' | 'until'>): [from: number, to: number] {
  const [from, end] = bounds(date);
  return [from, Math.max(end, until === undefined ? end : bounds(until)[1])];
}

function bounds(day: string): [number, number] {
  const [year = 0, month, dayOfMonth] = day.split('-').map(Number);
  if (month === undefined) return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  if (dayOfMonth === undefined) return [Date.UTC(year, month - 1), Date.UTC(year, month)];
  return [Date.UTC(year, month - 1, dayOfMonth), Date.UTC(year, month - 1, dayOfMonth + 1)];
}
