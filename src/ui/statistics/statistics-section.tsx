import { send } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { MOST_DAYS, MOST_ENTITIES, type Statistics } from '../../statistics.ts';
import { date, number, plural, t } from '../../text.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { Switch } from '../switch.tsx';
import { change } from '../use-settings.ts';
import { DayChart } from './day-chart.tsx';
import { EntityTable } from './entity-table.tsx';
import { totalOf } from './totals.ts';
import { useStatistics } from './use-statistics.ts';
import './statistics.css';

/** What was counted on this machine, where the reader wishes it: the switch says what is kept. */
export function StatisticsSection({ settings }: { settings: Settings | undefined }) {
  const statistics = useStatistics();
  const on = settings?.statistics;
  return (
    <section class="statistics">
      <h2>{t('statistics')}</h2>
      <div class="setting-row">
        <span>
          <b aria-hidden="true">{t('statisticsSwitch')}</b>
          <span class="from">{t('statisticsWhy', number(MOST_DAYS), number(MOST_ENTITIES))}</span>
        </span>
        <Switch label={t('statisticsSwitch')} on={on} change={(statistics) => change({ statistics })} />
      </div>
      {statistics?.since !== undefined && on === false && <p class="from">{t('statisticsPaused')}</p>}
      {statistics?.since === undefined && on === true && <p class="from">{t('statisticsNone')}</p>}
      {statistics?.since !== undefined && <Counted statistics={statistics} since={statistics.since} />}
    </section>
  );
}

function Counted({ statistics, since }: { statistics: Statistics; since: string }) {
  return (
    <>
      <p>{t('statisticsSum', plural('matches', totalOf(statistics.days)), date(since))}</p>
      <DayChart days={statistics.days} />
      <EntityTable statistics={statistics} />
      <ConfirmedAct
        title={t('statisticsErase')}
        why={t('statisticsEraseWhy')}
        yes={t('erase')}
        act={() => void send('eraseStatistics', null)}
      />
    </>
  );
}
