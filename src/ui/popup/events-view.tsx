import type { ListEvent } from '../../core/list-schema.ts';
import { eventText } from '../../event-sentences.ts';
import { number, t } from '../../text.ts';
import { Disclosure } from '../disclosure.tsx';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import { SaidList } from '../said-list.tsx';

/** Removals and disclosures that touch the entity: apart from the claims, for they are separate events. */
export function EventsView({ events, list }: { events: readonly ListEvent[]; list: string }) {
  if (events.length === 0) return null;
  return (
    <Disclosure title={t('events')} aside={number(events.length)}>
      <ul class="events">
        {events.map((event) => {
          const { title, by, told, verdict } = eventText(event);
          return (
            <li key={event.id}>
              <h4>
                <DossierLink route={{ page: 'event', list, id: event.id }}>
                  <LocalText text={title} />
                </DossierLink>
              </h4>
              <p class="from">{by}</p>
              <SaidList rows={told} />
              <p class="from">{verdict}</p>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
