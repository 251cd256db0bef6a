import { date, number, ordinal, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { CheckBox } from '../check-box.tsx';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import { CountryChart } from './country-chart.tsx';
import { countByCountry } from './counts.ts';
import type { InstalledRows } from './installed-rows.ts';
import { Page, Section } from './page.tsx';
import { Timeline } from './timeline.tsx';
import { timelineItems } from './timeline-data.ts';

/** Where one begins: the lists, what they tell of over time, and what they hold. */
export function StartPage({ lists }: { lists: readonly InstalledRows[] }) {
  return (
    <Page title={t('dossier')}>
      <p class="lead">{t('dossierIntro')}</p>
      <Section title="checkTitle">
        <CheckBox />
      </Section>
      <Section title="lists">
        {lists.length === 0 && <p>{t('listsNone')}</p>}
        <ul class="rows">
          {lists.map((rows) => (
            <li key={rows.head.id}>
              <ListRow rows={rows} />
            </li>
          ))}
        </ul>
      </Section>
      {lists.length > 0 && (
        <>
          <Section title="timeline">
            <Timeline items={timelineItems(lists)} />
          </Section>
          <Section title="chartTitle">
            <CountryChart countries={countByCountry(lists)} />
          </Section>
        </>
      )}
    </Page>
  );
}

function ListRow({ rows: { head, list, on, paged } }: { rows: InstalledRows }) {
  return (
    <>
      <DossierLink route={{ page: 'list', list: head.id }}>
        <LocalText text={head.title} />
      </DossierLink>
      <span class="from">
        {dotted([
          t('listVersion', ordinal(head.version), date(head.updated)),
          t('labelled', t('sectionNames'), number(paged ?? list.identifiers.length)),
          t('labelled', t('sectionSources'), number(list.sources.length)),
          on ? undefined : t('listOff'),
        ])}
      </span>
    </>
  );
}
