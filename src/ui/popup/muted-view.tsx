import type { ReportedMatch } from '../../messages.ts';
import { isolated, localise, number, t } from '../../text.ts';
import { identifierWhere, listed } from '../../wording.ts';
import { Disclosure } from '../disclosure.tsx';
import { matchKey } from './group-matches.ts';
import type { MatchActions } from './name-actions.tsx';

/** What the reader muted and this page holds: at the end and closed, but never hidden. */
export function MutedView({ matches, actions }: { matches: readonly ReportedMatch[]; actions: MatchActions }) {
  if (matches.length === 0) return null;
  const single = matches.filter((match) => !actions.isEntityMuted(match));
  const whole = Map.groupBy(
    matches.filter(actions.isEntityMuted),
    ({ evidence: { list, entity } }) => `${list.id}/${entity.id}`,
  );
  return (
    <div class="muted">
      <Disclosure title={t('mutedHere')} aside={number(matches.length)}>
        <ul class="muted-names">
          {[...whole].map(([key, group]) => (
            <EntityRow key={key} group={group} actions={actions} />
          ))}
          {single.map((match) => (
            <li key={matchKey(match)}>
              <span>
                {identifierWhere(match.evidence.identifier)}
                <span class="from">
                  <bdi>{localise(match.evidence.entity.label)}</bdi>
                </span>
              </span>
              <button type="button" class="act" onClick={() => actions.unmute(match)}>
                {t('unmute')}
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** An entity that is muted as a whole, with those of its names that stand here. */
function EntityRow({ group, actions }: { group: readonly ReportedMatch[]; actions: MatchActions }) {
  const [first] = group;
  if (!first) return null;
  const name = localise(first.evidence.entity.label);
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        <span class="from">{listed(group.map(({ evidence }) => identifierWhere(evidence.identifier)))}</span>
      </span>
      <button
        type="button"
        class="act"
        aria-label={t('labelled', t('unmute'), isolated(name))}
        onClick={() => actions.unmuteEntity(first)}
      >
        {t('unmute')}
      </button>
    </li>
  );
}
