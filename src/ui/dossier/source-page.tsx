import { citeSource } from '../../core/citation.ts';
import type { Source } from '../../core/list-schema.ts';
import { readersDay } from '../../days.ts';
import { httpsOnly } from '../../sentences.ts';
import { date, isolated, t, writtenIn } from '../../text.ts';
import { listed } from '../../wording.ts';
import { LocalText } from '../local-text.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { CiteView } from './cite-view.tsx';
import { ClaimList } from './claim-list.tsx';
import { claimsQuoting, eventsTelling, type InstalledRows } from './installed-rows.ts';
import { languageName, sourceKindName } from './names.ts';
import { Facts, Page, Section } from './page.tsx';
import { EventList, SourceLink, SourceList } from './row-lists.tsx';
import { SideList, sidesAgainst } from './side-list.tsx';

/** A document: who put it out and why, what it claims here, and what others say against it. */
export function SourcePage({
  rows,
  source,
  claim,
}: {
  rows: InstalledRows;
  source: Source;
  claim: string | undefined;
}) {
  const claims = rows.claimsBy.get(source.id) ?? [];
  const against = sidesAgainst(rows, claims);
  const { counter, support } = claimsQuoting(rows, source.id);
  const events = eventsTelling(rows, source.id);
  const derived = rows.list.sources.filter((one) => one.derived_from === source.id);
  return (
    <Page
      title={source.title}
      list={rows}
      above={sourceKindName(source.kind)}
      heading={<SourceTitle source={source} />}
    >
      <SourceLinks source={source} />
      <SourceFacts rows={rows} source={source} />
      <Stake source={source} />
      <CiteView citation={citeSource(rows.head, source, readersDay())} />
      <Section title="whatItClaims">
        {claims.length === 0 ? (
          <p class="from">{t('claimsNothing')}</p>
        ) : (
          <ClaimList rows={rows} claims={claims} wanted={claim} untitled />
        )}
      </Section>
      <Section title="saidAgainst">
        {against.length === 0 ? <p class="from">{t('disputesNone')}</p> : <SideList rows={rows} sides={against} />}
      </Section>
      <Section title="contradicts" of={counter}>
        <ClaimList rows={rows} claims={counter} />
      </Section>
      <Section title="supports" of={support}>
        <ClaimList rows={rows} claims={support} />
      </Section>
      <Section title="tellsOf" of={events}>
        <EventList rows={rows} items={events} />
      </Section>
      <Section title="derivedSources" of={derived}>
        <SourceList rows={rows} items={derived} />
      </Section>
    </Page>
  );
}

/** What its publisher wants, and what the list's maker notes of the document. */
function Stake({ source: { stake, note } }: { source: Source }) {
  return (
    <section class="weigh">
      <h2>{t('publisherStake')}</h2>
      <p>
        <LocalText text={stake} />
      </p>
      {note && (
        <p>
          <LocalText text={note} />
        </p>
      )}
    </section>
  );
}

function SourceTitle({ source }: { source: Source }) {
  return <bdi {...writtenIn(source.lang)}>{source.title}</bdi>;
}

function SourceLinks({ source: { url, archive } }: { source: Source }) {
  if (!httpsOnly(url) && !httpsOnly(archive)) return <p class="from">{t('noAddress')}</p>;
  return (
    <p class="links">
      {httpsOnly(url) && <OutsideLink href={url}>{t('original')}</OutsideLink>}
      {httpsOnly(archive) && <OutsideLink href={archive}>{t('archive')}</OutsideLink>}
    </p>
  );
}

function SourceFacts({ rows, source }: { rows: InstalledRows; source: Source }) {
  const origin = rows.sources.get(source.derived_from ?? '');
  return (
    <Facts
      rows={[
        ['publisher', <bdi key="publisher">{source.publisher}</bdi>],
        ['author', source.author && <bdi>{source.author}</bdi>],
        ['dateLabel', date(source.date)],
        ['languageLabel', languageName(source.lang)],
        ['derivedFrom', origin && <SourceLink rows={rows} source={origin} />],
        ['readIn', source.via && listed(source.via.map(isolated))],
      ]}
    />
  );
}
