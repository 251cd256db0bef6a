import { readersDay } from '../../days.ts';
import type { DayCount } from '../../statistics.ts';
import { date, number, t } from '../../text.ts';
import { DataTable } from '../data-table.tsx';
import { Disclosure } from '../disclosure.tsx';
import { lastDays } from './totals.ts';

const DAYS = 30;

/** A bar a day; the table beneath has every day in numbers, for whoever cannot see the bars and for the older ones. */
export function DayChart({ days }: { days: readonly DayCount[] }) {
  const shown = lastDays(days, readersDay(), DAYS);
  const most = Math.max(1, ...shown.map(({ total }) => total));
  const [first, last] = [shown[0], shown.at(-1)];
  return (
    <>
      <figure class="day-chart">
        <figcaption>
          {t('statisticsChart', number(DAYS))} <span class="from">{t('statisticsMost', number(most))}</span>
        </figcaption>
        <div class="day-bars" aria-hidden="true">
          {shown.map(({ day, total }) => (
            <span key={day} class="day-bar" title={t('labelled', date(day), number(total))}>
              <span style={{ blockSize: `${(100 * total) / most}%` }} />
            </span>
          ))}
        </div>
        <div class="day-ends from" aria-hidden="true">
          <span>{first && date(first.day)}</span>
          <span>{last && date(last.day)}</span>
        </div>
      </figure>
      <Disclosure title={t('statisticsByDay')} aside={number(days.length)}>
        <DataTable caption={t('statisticsByDay')} head={[t('dayColumn'), t('countColumn')]}>
          {days.toReversed().map(({ day, total }) => (
            <tr key={day}>
              <td>{date(day)}</td>
              <td class="number">{number(total)}</td>
            </tr>
          ))}
        </DataTable>
      </Disclosure>
    </>
  );
}
