import { parentsOf } from '../../core/evidence.ts';
import type { Entity, ListEvent, Source } from '../../core/list-schema.ts';
import { sourceLine } from '../../sentences.ts';
import { date } from '../../text.ts';
import { dotted, entityKind } from '../../wording.ts';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { eventKindName } from './names.ts';
import { Rows } from './rows.tsx';

/** Rows of a list by name, each a link to its page. */

interface Props<T> {
  rows: InstalledRows;
  items: readonly T[];
}

export function EntityList({ rows, items }: Props<Entity>) {
  return (
    <Rows items={items} keyOf={({ id }) => id}>
      {(entity) => (
        <>
          <DossierLink route={{ page: 'entity', list: rows.head.id, id: entity.id }}>
            <LocalText text={entity.label} />
          </DossierLink>
          <span class="from">{entityKind({ entity, parents: parentsOf(rows.entities, entity) })}</span>
        </>
      )}
    </Rows>
  );
}

export function SourceList({ rows, items }: Props<Source>) {
  return (
    <Rows items={items} keyOf={({ id }) => id}>
      {(source) => (
        <>
          <SourceLink rows={rows} source={source} />
          <span class="from">{sourceLine(source)}</span>
        </>
      )}
    </Rows>
  );
}

export function SourceLink({ rows, source }: { rows: InstalledRows; source: Source }) {
  return (
    <DossierLink route={{ page: 'source', list: rows.head.id, id: source.id }} lang={source.lang}>
      <bdi>{source.title}</bdi>
    </DossierLink>
  );
}

export function EventList({ rows, items }: Props<ListEvent>) {
  return (
    <Rows items={items} keyOf={({ id }) => id}>
      {(event) => (
        <>
          <DossierLink route={{ page: 'event', list: rows.head.id, id: event.id }}>
            <LocalText text={event.title} />
          </DossierLink>
          <span class="from">{dotted([date(event.date), eventKindName(event.kind)])}</span>
        </>
      )}
    </Rows>
  );
}
