import type { ComponentChild } from 'preact';
import { parentsOf } from '../../core/evidence.ts';
import type { DossierRoute } from '../../dossier-path.ts';
import { sourceLine } from '../../sentences.ts';
import { date, isolated, localise } from '../../text.ts';
import { dotted, entityKind, identifierWhere } from '../../wording.ts';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { eventKindName } from './names.ts';
import type { Result, ResultKind } from './search-index.ts';

/** What is shown of a result: its name, which is a link, and a line that tells it from others of the name. */
interface Told {
  route: DossierRoute;
  name: ComponentChild;
  lang?: string;
  from: string | undefined;
}

export function ResultView({ result, lists }: { result: Result; lists: readonly InstalledRows[] }) {
  const rows = lists.find(({ head }) => head.id === result.list);
  const told = rows && TELL[result.kind](rows, result.id);
  if (!rows || !told) return null;
  return (
    <>
      <DossierLink route={told.route} lang={told.lang}>
        {told.name}
      </DossierLink>
      <span class="from">
        {dotted([told.from, lists.length > 1 ? isolated(localise(rows.head.title)) : undefined])}
      </span>
    </>
  );
}

const TELL: Record<ResultKind, (rows: InstalledRows, id: string) => Told | undefined> = {
  entity(rows, id) {
    const entity = rows.entities.get(id);
    return (
      entity && {
        route: { page: 'entity', list: rows.head.id, id },
        name: <LocalText text={entity.label} />,
        from: entityKind({ entity, parents: parentsOf(rows.entities, entity) }),
      }
    );
  },
  identifier(rows, id) {
    const identifier = rows.identifiers.get(id);
    const label = rows.entities.get(identifier?.entity ?? '')?.label;
    return (
      identifier && {
        route: { page: 'identifier', list: rows.head.id, id },
        name: identifierWhere(identifier),
        from: label && isolated(localise(label)),
      }
    );
  },
  source(rows, id) {
    const source = rows.sources.get(id);
    return (
      source && {
        route: { page: 'source', list: rows.head.id, id },
        name: <bdi>{source.title}</bdi>,
        lang: source.lang,
        from: sourceLine(source),
      }
    );
  },
  claim(rows, id) {
    const claim = rows.claims.get(id);
    const source = claim && rows.sources.get(claim.source);
    return (
      source && {
        route: { page: 'source', list: rows.head.id, id: source.id, claim: id },
        name: <LocalText text={claim.assertion} />,
        from: sourceLine(source, claim.locator),
      }
    );
  },
  event(rows, id) {
    const event = rows.events.get(id);
    return (
      event && {
        route: { page: 'event', list: rows.head.id, id },
        name: <LocalText text={event.title} />,
        from: dotted([date(event.date), eventKindName(event.kind)]),
      }
    );
  },
};
