import { type Evidence, evidenceFor } from '../../core/evidence.ts';
import type { Identifier } from '../../core/list-schema.ts';
import { readersDay } from '../../days.ts';
import { certaintyName, identifierNotes, identifierState, resolution } from '../../identifier-sentences.ts';
import { isolated, t } from '../../text.ts';
import { entityKind, gradeMeaning, identifierText, identifierWhere, listed } from '../../wording.ts';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import { ReportLink } from '../report-link.tsx';
import { ResolutionText } from '../resolution-text.tsx';
import { ClaimList } from './claim-list.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { KindLine } from './kind-line.tsx';
import { platformName } from './names.ts';
import { Facts, Page, Section } from './page.tsx';

/** One name: whose it is said to be, who says so, how it was found and how sure that is. */
export function IdentifierPage({ rows, identifier }: { rows: InstalledRows; identifier: Identifier }) {
  const evidence = evidenceFor(rows.list, identifier.id, readersDay());
  const entity = rows.entities.get(identifier.entity);
  const own = rows.claimsAbout.get(identifier.id) ?? [];
  const inherited = (rows.claimsAbout.get(identifier.entity) ?? []).filter((claim) => !own.includes(claim));
  const found = evidence && resolution(evidence);
  return (
    <Page title={identifierWhere(identifier)} list={rows} above={evidence && <EvidenceKind evidence={evidence} />}>
      {entity && (
        <p class="lead">
          <DossierLink route={{ page: 'entity', list: rows.head.id, id: entity.id }}>
            <LocalText text={entity.label} />
          </DossierLink>
        </p>
      )}
      <p>{evidence ? gradeMeaning(evidence.grade) : t('standsNothing')}</p>
      <IdentifierFacts identifier={identifier} />
      {evidence && <Notes evidence={evidence} />}
      <Section title="whoSaysSo" of={[...own, ...inherited]}>
        <ClaimList rows={rows} claims={[...own, ...inherited]} subject={identifier.id} />
      </Section>
      {found && (
        <Section title="howResolved">
          <ResolutionText found={found} />
        </Section>
      )}
      <p>
        <ReportLink
          about={{ list: rows.head, identifier, claims: [...own, ...inherited].map((claim) => ({ claim })) }}
        />
      </p>
    </Page>
  );
}

function EvidenceKind({ evidence }: { evidence: Evidence }) {
  return (
    <KindLine name={evidence.kind} sure={evidence.grade === 'confirmed'}>
      {entityKind(evidence)}
    </KindLine>
  );
}

function IdentifierFacts({ identifier }: { identifier: Identifier }) {
  const { aliases, stable_id: stable, platform, origin, certainty } = identifier;
  return (
    <Facts
      rows={[
        ['platform', platformName(platform)],
        ['alsoNamed', aliases && listed(aliases.map((value) => identifierText({ ...identifier, value })))],
        ['stableId', stable && isolated(stable)],
        ['state', identifierState(identifier)],
        ['certainty', certaintyName(certainty)],
        ['origin', t(origin === 'in-document' ? 'originDocument' : 'originResolved')],
      ]}
    />
  );
}

function Notes({ evidence }: { evidence: Evidence }) {
  const notes = identifierNotes(evidence, Number.POSITIVE_INFINITY);
  if (notes.length === 0) return null;
  return (
    <section class="weigh">
      <h2>{t('aboutName')}</h2>
      <ul class="said">
        {notes.map((note) => (
          <li key={note.text} {...note.written}>
            {note.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
