import { parentsOf } from '../../core/evidence.ts';
import type { Claim, Entity } from '../../core/list-schema.ts';
import { periodText } from '../../sentences.ts';
import { localise, number, t } from '../../text.ts';
import { entityKind } from '../../wording.ts';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { ReportLink } from '../report-link.tsx';
import { ClaimList } from './claim-list.tsx';
import { IdentifiersTable } from './identifiers-table.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { KindLine } from './kind-line.tsx';
import { symbolOf } from './names.ts';
import { Facts, Page, Section } from './page.tsx';
import { PagedNote } from './paged-note.tsx';
import { EntityList } from './row-lists.tsx';
import { SideList, sidesAgainst } from './side-list.tsx';
import { Timeline } from './timeline.tsx';
import { timelineOf } from './timeline-data.ts';

/** What it is, who says so, its names, what happened, who disagrees. */
export function EntityPage({ rows, entity }: { rows: InstalledRows; entity: Entity }) {
  const identifiers = rows.identifiersOf.get(entity.id) ?? [];
  const events = rows.eventsOf.get(entity.id) ?? [];
  const parts = rows.parts.get(entity.id) ?? [];
  const { claims, others } = claimsOf(rows, entity);
  const disputed = [...claims, ...others].filter(isDisputed);
  const sides = sidesAgainst(rows, disputed);
  return (
    <Page
      title={localise(entity.label)}
      heading={<LocalText text={entity.label} />}
      list={rows}
      above={
        <KindLine name={symbolOf(entity.type)}>
          {entityKind({ entity, parents: parentsOf(rows.entities, entity) })}
        </KindLine>
      }
    >
      {entity.description && (
        <p class="lead">
          <LocalText text={entity.description} />
        </p>
      )}
      <EntityFacts rows={rows} entity={entity} disputed={disputed.length} />
      <Section title="whoSaysSo" of={claims}>
        <ClaimList rows={rows} claims={claims} subject={entity.id} />
      </Section>
      <PagedNote rows={rows} />
      <Section title="sectionNames" of={identifiers}>
        <IdentifiersTable rows={rows} items={identifiers} />
      </Section>
      <Section title="claimsOnNames" of={others}>
        <ClaimList rows={rows} claims={others} />
      </Section>
      <Section title="contradictedBy" of={sides}>
        <SideList rows={rows} sides={sides} />
      </Section>
      <Section title="events" of={events}>
        <Timeline items={timelineOf(rows, events)} />
      </Section>
      <Section title="partsOfIt" of={parts}>
        <EntityList rows={rows} items={parts} />
      </Section>
      <p>
        <ReportLink about={{ list: rows.head, entity, claims: [...claims, ...others].map((claim) => ({ claim })) }} />
      </p>
    </Page>
  );
}

/** Those about the entity itself, and those about its names alone. */
function claimsOf(rows: InstalledRows, { id }: Entity): { claims: readonly Claim[]; others: Claim[] } {
  const claims = rows.claimsAbout.get(id) ?? [];
  const names = rows.identifiersOf.get(id) ?? [];
  const ofNames = names.flatMap((name) => rows.claimsAbout.get(name.id) ?? []);
  return { claims, others: [...new Set(ofNames)].filter((claim) => !claims.includes(claim)) };
}

/** A list's own word for it, or another source that says otherwise. */
function isDisputed({ status, counter }: Claim): boolean {
  return status === 'disputed' || status === 'overstated' || status === 'retracted' || (counter ?? []).length > 0;
}

function EntityFacts({ rows, entity, disputed }: { rows: InstalledRows; entity: Entity; disputed: number }) {
  const { wikidata, part_of: above } = entity;
  const parent = rows.entities.get(above ?? '');
  return (
    <Facts
      rows={[
        [
          'partOfLabel',
          parent && (
            <DossierLink route={{ page: 'entity', list: rows.head.id, id: parent.id }}>
              <LocalText text={parent.label} />
            </DossierLink>
          ),
        ],
        ['activeDates', periodText(entity.started, entity.ended)],
        ['disputes', disputed === 0 ? t('disputesNone') : t('disputesSome', number(disputed))],
        [
          'wikidata',
          wikidata && <OutsideLink href={`https://www.wikidata.org/wiki/${wikidata}`}>{wikidata}</OutsideLink>,
        ],
      ]}
    />
  );
}
