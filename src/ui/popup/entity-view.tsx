import { useEffect, useState } from 'preact/hooks';
import type { ClaimEvidence } from '../../core/evidence.ts';
import type { ReportedMatch } from '../../messages.ts';
import { isolated, localise, number, plural, t, written } from '../../text.ts';
import { entityKind, gradeMeaning, gradeName } from '../../wording.ts';
import { ClaimView } from '../claim-view.tsx';
import { Chevron } from '../disclosure.tsx';
import { DossierLink } from '../dossier-link.tsx';
import { Tile } from '../symbol.tsx';
import { EventsView } from './events-view.tsx';
import { type EntityGroup, matchKey, reintroduced } from './group-matches.ts';
import { type MatchActions, NameActions } from './name-actions.tsx';
import { NameNotes } from './name-notes.tsx';
import { NamesView } from './names-view.tsx';
import { ResolutionView } from './resolution-view.tsx';

interface EntityViewProps {
  group: EntityGroup;
  actions: MatchActions;
  /** Opens at first sight: it is all there is. Later the reader alone opens and closes. */
  alone: boolean;
  /** Which list it is from, where there are several. */
  listed: boolean;
}

export function EntityView({ group, actions, alone, listed }: EntityViewProps) {
  const [open] = useState(alone);
  const whole = useWhole(open);
  const { evidence, grade } = group;
  const all = group.names.flatMap(({ matches }) => matches);
  const sure = all.some((match) => match.evidence.grade === 'confirmed');
  return (
    <details class={`entity kind-${evidence.kind}`} open={open}>
      <summary>
        <Tile name={evidence.kind} sure={sure} />
        <span class="entity-head">
          <h2>
            <bdi>{localise(evidence.entity.label)}</bdi>
          </h2>
          <span class="entity-kind">
            {entityKind(evidence)} {grade && grade !== 'confirmed' && <span class="pill">{gradeName(grade)}</span>}
          </span>
        </span>
        <span class="aside" aria-hidden="true">
          {number(group.count)}
        </span>
        <span class="unseen">{plural('marks', group.count)}</span>
        <Chevron />
      </summary>
      {whole && <EntityBody group={group} actions={actions} listed={listed} />}
    </details>
  );
}

/** What stands in a closed part is drawn after the first paint: fifty of them would make the reader wait. */
function useWhole(open: boolean): boolean {
  const [whole, setWhole] = useState(open);
  useEffect(() => setWhole(true), []);
  return whole;
}

function EntityBody({ group, actions, listed }: Omit<EntityViewProps, 'alone'>) {
  const { evidence, grade } = group;
  const { description } = evidence.entity;
  const all = group.names.flatMap(({ matches }) => matches);
  const again = reintroduced(group);
  return (
    <div class="entity-body">
      {description && <p {...written(description)}>{localise(description)}</p>}
      {grade && <p class="from">{gradeMeaning(grade)}</p>}
      <Claims claims={group.common} again={again} list={evidence.list.id} />
      {group.names.map((names) => (
        <section key={names.matches.map(matchKey).join(' ')} class="name-group">
          <NamesView matches={names.matches} grades={!grade} />
          <Claims claims={names.claims} again={again} list={evidence.list.id} />
          <NameNotes matches={names.matches} />
          <ResolutionView matches={names.matches} />
        </section>
      ))}
      <EventsView events={evidence.events} list={evidence.list.id} />
      {listed && <p class="from">{t('labelled', t('inList'), isolated(localise(evidence.list.title)))}</p>}
      <div>
        {all.map((match) => (
          <NameActions key={matchKey(match)} match={match} actions={actions} named={all.length > 1} />
        ))}
        {all[0] && <EntityActions match={all[0]} actions={actions} />}
      </div>
    </div>
  );
}

function EntityActions({ match, actions }: { match: ReportedMatch; actions: MatchActions }) {
  const { list, entity } = match.evidence;
  const name = isolated(localise(entity.label));
  return (
    <div class="actions">
      <span class="act">
        <DossierLink route={{ page: 'entity', list: list.id, id: entity.id }}>{t('openDossier')}</DossierLink>
      </span>
      <button
        type="button"
        class="act"
        aria-label={t('labelled', t('muteEntity'), name)}
        onClick={() => actions.muteEntity(match)}
      >
        {t('muteEntity')}
      </button>
    </div>
  );
}

interface ClaimsProps {
  claims: readonly ClaimEvidence[];
  again: ReadonlySet<ClaimEvidence>;
  list: string;
}

function Claims({ claims, again, list }: ClaimsProps) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>{t('whoSaysSo')}</h3>
      <ul class="claims">
        {claims.map((evidence) => (
          <ClaimView key={evidence.claim.id} evidence={evidence} again={again.has(evidence)} list={list} />
        ))}
      </ul>
    </>
  );
}
