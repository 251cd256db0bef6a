import { nearText } from '../check-sentences.ts';
import type { NearReason } from '../core/check-list.ts';
import type { Finding, NearFinding } from '../evidence-messages.ts';
import { identifierNotes, identifierState, resolution } from '../identifier-sentences.ts';
import { isolated, localise, t } from '../text.ts';
import { dotted, entityKind, gradeMeaning, gradeName, identifierWhere } from '../wording.ts';
import { ClaimView } from './claim-view.tsx';
import { Chevron } from './disclosure.tsx';
import { DossierLink } from './dossier-link.tsx';
import { ReportLink } from './report-link.tsx';
import { ResolutionText } from './resolution-text.tsx';
import { SaidList } from './said-list.tsx';
import { Tile } from './symbol.tsx';

/** A listed name: what it is, who says so and what to weigh, and where there is more. */
export function FindingView({ finding: { evidence, on }, open }: { finding: Finding; open: boolean }) {
  const { identifier, entity, grade, kind, claims, list } = evidence;
  const state = identifierState(identifier);
  return (
    <details class={`entity kind-${kind}`} open={open}>
      <summary>
        <Tile name={kind} sure={grade === 'confirmed'} />
        <span class="entity-head">
          <b class="name">{identifierWhere(identifier)}</b>
          <span class="entity-kind">
            <bdi>{localise(entity.label)}</bdi> · {entityKind(evidence)}{' '}
            {grade !== 'confirmed' && <span class="pill">{gradeName(grade)}</span>}
          </span>
        </span>
        <Chevron />
      </summary>
      <div class="entity-body">
        {!on && <p>{t('findingOff')}</p>}
        <p class="from">{gradeMeaning(grade)}</p>
        {state && <p class="from">{state}</p>}
        <h3>{t('whoSaysSo')}</h3>
        <ul class="claims">
          {claims.map((claim, i) => (
            <ClaimView
              key={claim.claim.id}
              evidence={claim}
              list={list.id}
              level={3}
              again={claims.slice(0, i).some(({ source }) => source.id === claim.source.id)}
            />
          ))}
        </ul>
        <Notes evidence={evidence} />
        <p class="from">{t('labelled', t('inList'), isolated(localise(list.title)))}</p>
        <p class="actions">
          <span class="act">
            <DossierLink route={{ page: 'entity', list: list.id, id: entity.id }}>{t('openDossier')}</DossierLink>
          </span>
          <ReportLink about={evidence} />
        </p>
      </div>
    </details>
  );
}

function Notes({ evidence }: Pick<Finding, 'evidence'>) {
  const notes = identifierNotes(evidence);
  const found = resolution(evidence);
  return (
    <>
      {notes.length > 0 && (
        <section class="weigh">
          <h3>{t('aboutName')}</h3>
          <SaidList rows={notes} />
        </section>
      )}
      {found && (
        <section>
          <h3>{t('howResolved')}</h3>
          <ResolutionText found={found} />
        </section>
      )}
    </>
  );
}

/** Names that are listed and are not what was asked about: why they are told, and no more than a way to them. */
export function NearView({ why, findings }: { why: NearReason; findings: readonly NearFinding[] }) {
  return (
    <li>
      <b class="said-label">{nearText(why)}</b>
      {findings.map(({ evidence: { identifier, entity, list }, on }) => (
        <span key={`${list.id}/${identifier.id}`} class="said-text">
          <DossierLink route={{ page: 'identifier', list: list.id, id: identifier.id }}>
            {identifierWhere(identifier)}
          </DossierLink>{' '}
          <span class="from">
            {dotted([isolated(localise(entity.label)), on ? undefined : t('nameOff', isolated(localise(list.title)))])}
          </span>
        </span>
      ))}
    </li>
  );
}
