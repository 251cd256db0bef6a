import type { Watchlist } from '../../core/list-schema.ts';
import { date, localise, number, ordinal, type TextKey, t } from '../../text.ts';
import { confidenceStep, entityTypeName, identifierWhere } from '../../wording.ts';
import { DataTable } from '../data-table.tsx';
import { LocalText } from '../local-text.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { CountryChart, countryName } from './country-chart.tsx';
import { countByCountry, tally } from './counts.ts';
import type { InstalledRows } from './installed-rows.ts';
import { ListChanges } from './list-changes.tsx';
import { platformName } from './names.ts';
import { Facts, Page, Section } from './page.tsx';
import { PagedNote } from './paged-note.tsx';
import { EntityList, SourceList } from './row-lists.tsx';
import { Rows } from './rows.tsx';
import { Timeline } from './timeline.tsx';
import { timelineOf } from './timeline-data.ts';

/** A list: what it is, whose it is, what it holds, what changed in it. */
export function ListPage({ rows }: { rows: InstalledRows }) {
  const { head, list } = rows;
  return (
    <Page title={localise(head.title)} heading={<LocalText text={head.title} />} list={rows} above={t('inList')}>
      <p class="lead">
        <LocalText text={head.description} />
      </p>
      <Facts
        rows={[
          ['publisher', <bdi key="publisher">{head.publisher}</bdi>],
          ['licence', <bdi key="licence">{head.licence}</bdi>],
          ['version', t('listVersion', ordinal(head.version), date(head.updated))],
          ['corrections', head.contact && <OutsideLink href={head.contact}>{head.contact}</OutsideLink>],
          ['homepage', head.homepage && <OutsideLink href={head.homepage}>{head.homepage}</OutsideLink>],
        ]}
      />
      <Section title="contents">
        <PagedNote rows={rows} />
        <Tallies rows={rows} />
      </Section>
      <Section title="chartTitle">
        <CountryChart countries={countByCountry([rows])} />
      </Section>
      <Section title="timeline">
        <Timeline items={timelineOf(rows, list.events)} />
      </Section>
      <Section title="lastChanges">
        <ListChanges list={head.id} />
      </Section>
      <Section title="sectionEntities">
        <EntityList rows={rows} items={list.entities} />
      </Section>
      <Section title="sectionSources">
        <SourceList rows={rows} items={list.sources} />
      </Section>
      <Section title="exceptions" of={list.exceptions}>
        <Exceptions items={list.exceptions} />
      </Section>
    </Page>
  );
}

/** How many there are of each kind, in four small tables. */
function Tallies({ rows }: { rows: InstalledRows }) {
  const { list, entities } = rows;
  return (
    <div class="tallies">
      <Tally
        caption="byPlatform"
        rows={tally(list.identifiers, (row) => row.platform).map((row) => [platformName(row.value), row.count])}
      />
      <Tally
        caption="byType"
        rows={tally(list.identifiers, (row) => entities.get(row.entity)?.type ?? 'state').map((row) => [
          entityTypeName(row.value),
          row.count,
        ])}
      />
      <Tally caption="byCountry" rows={countByCountry([rows]).map((row) => [countryName(row), row.total])} />
      <Tally
        caption="byConfidence"
        rows={tally(list.claims, (claim) => confidenceStep(claim.confidence)).map((row) => [t(row.value), row.count])}
      />
    </div>
  );
}

function Tally({ caption, rows }: { caption: TextKey; rows: readonly (readonly [name: string, count: number])[] }) {
  return (
    <DataTable caption={t(caption)} head={[t('kindColumn'), t('countColumn')]}>
      {rows.map(([name, count]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{number(count)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Names that are guarded: they resemble a listed one, and are somebody else's. */
function Exceptions({ items }: { items: Watchlist['exceptions'] }) {
  return (
    <Rows items={items} keyOf={({ platform, kind, value }) => `${platform} ${kind} ${value}`}>
      {(row) => (
        <>
          {identifierWhere(row)}
          <span class="from">
            <LocalText text={row.reason} />
          </span>
        </>
      )}
    </Rows>
  );
}
