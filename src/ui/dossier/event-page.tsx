import type { ListEvent } from '../../core/list-schema.ts';
import { countsText, eventText, inWords } from '../../event-sentences.ts';
import { date, localise, type TextKey, t } from '../../text.ts';
import { listed } from '../../wording.ts';
import { LocalText } from '../local-text.tsx';
import { SourceReference } from '../source-reference.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { eventKindName, platformName } from './names.ts';
import { Facts, Page, Section } from './page.tsx';
import { EntityList, SourceLink } from './row-lists.tsx';

/** What happened, by the best evidence and by the document, side by side, each with its source. */
export function EventPage({ rows, event }: { rows: InstalledRows; event: ListEvent }) {
  const entities = (event.entities ?? []).flatMap((id) => rows.entities.get(id) ?? []);
  return (
    <Page
      title={localise(event.title)}
      heading={<LocalText text={event.title} />}
      list={rows}
      above={eventKindName(event.kind)}
    >
      <Facts
        rows={[
          ['dateLabel', date(event.date)],
          ['platform', event.platform && listed(event.platform.map(platformName))],
          ['by', <LocalText key="by" text={inWords(event.by)} />],
          ['tipFrom', event.tip && <LocalText text={inWords(event.tip)} />],
          ['attributed', <LocalText key="attributed" text={event.attributed} />],
        ]}
      />
      <div class="beside">
        <Tellings rows={rows} title="eventFound" tellings={event.found} />
        <Tellings rows={rows} title="eventInDocument" tellings={event.in_document} />
      </div>
      <p class="verdict">{eventText(event).verdict}</p>
      {event.note && (
        <p class="weigh">
          <LocalText text={event.note} />
        </p>
      )}
      <Section title="sectionEntities" of={entities}>
        <EntityList rows={rows} items={entities} />
      </Section>
    </Page>
  );
}

interface TellingsProps {
  rows: InstalledRows;
  title: TextKey;
  tellings: ListEvent['found'];
}

function Tellings({ rows, title, tellings }: TellingsProps) {
  return (
    <Section title={title} class="tellings">
      {tellings.map((telling) => {
        const source = rows.sources.get(telling.source);
        return (
          <div key={`${telling.source} ${telling.says.en}`} class="telling">
            <p class="figure">{telling.counts ? countsText(telling.counts) : t('noFigure')}</p>
            <p>
              <LocalText text={telling.says} />
            </p>
            {source && (
              <p class="from">
                <SourceLink rows={rows} source={source} />
                <br />
                <SourceReference source={source} locator={telling.locator} />
              </p>
            )}
          </div>
        );
      })}
    </Section>
  );
}
