import { countsText } from '../../event-sentences.ts';
import { date, isolated, number, t } from '../../text.ts';
import { listed } from '../../wording.ts';
import { DataTable } from '../data-table.tsx';
import { LocalText } from '../local-text.tsx';
import { eventKindName, platformName } from './names.ts';
import { TableToggle } from './table-toggle.tsx';
import type { TimelineItem } from './timeline-data.ts';
import { TimelinePlot } from './timeline-plot.tsx';
import { useSome } from './use-some.tsx';

/** More symbols than these are a cloud; the table has them all. */
const DRAWN = 400;
/** A table of so many rows stands open from the start. */
const SHORT = 15;

/** The plot, and the same as a table: with each event's two figures side by side. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const { shown, more } = useSome(items, 100);
  if (items.length === 0) return <p class="from">{t('timelineNone')}</p>;
  return (
    <>
      <p class="from">{t('timelineNote')}</p>
      <TimelinePlot items={items.slice(0, DRAWN)} />
      <TableToggle open={items.length <= SHORT}>
        <DataTable
          caption={t('timelineTable')}
          head={[t('numberColumn'), t('dateLabel'), t('what'), t('platform'), t('eventFound'), t('eventInDocument')]}
        >
          {shown.map((item) => (
            <TimelineRow key={item.key} item={item} />
          ))}
        </DataTable>
        {more}
      </TableToggle>
    </>
  );
}

function TimelineRow({ item }: { item: TimelineItem }) {
  const { event } = item;
  return (
    <tr>
      <td>{number(item.number)}</td>
      <td class="day">
        {item.until === undefined ? date(item.date) : t('validBetween', date(item.date), date(item.until))}
      </td>
      <th scope="row">
        <a href={item.href}>{event ? <LocalText text={event.title} /> : <bdi>{item.title}</bdi>}</a>
        <span class="from">{eventKindName(item.kind)}</span>
      </th>
      <td>{event?.platform && listed(event.platform.map(platformName).map(isolated))}</td>
      <td>{event && figures(event.found)}</td>
      <td>{event && figures(event.in_document)}</td>
    </tr>
  );
}

type Tellings = NonNullable<TimelineItem['event']>['found'];

/** Each telling's own count, never added up; silence is said as well. */
function figures(tellings: Tellings): string {
  const counted = tellings.flatMap(({ counts }) => (counts ? [countsText(counts)] : []));
  return counted.length === 0 ? t('noFigure') : counted.join(' / ');
}
