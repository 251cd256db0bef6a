import { writtenKey } from '../../core/written-name.ts';
import type { DossierRoute } from '../../dossier-path.ts';
import { dossierHash } from '../../dossier-path.ts';
import { t } from '../../text.ts';
import { DossierLink, InDossier } from '../dossier-link.tsx';
import { BrandMark } from '../symbol.tsx';
import { CheckPage } from './check-page.tsx';
import { EntityPage } from './entity-page.tsx';
import { EventPage } from './event-page.tsx';
import { IdentifierPage } from './identifier-page.tsx';
import type { InstalledRows } from './installed-rows.ts';
import { ListPage } from './list-page.tsx';
import { Moved, Page } from './page.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchPage } from './search-page.tsx';
import { SourcePage } from './source-page.tsx';
import { StartPage } from './start-page.tsx';
import { useUnfoldedPrint } from './use-print.ts';
import { useRoute } from './use-route.ts';
import { useWatchlists } from './use-watchlists.ts';

/** The full page where lists, entities, sources and events are read and searched. */
export function Dossier() {
  const { route, moved } = useRoute();
  const { lists, failed } = useWatchlists();
  useUnfoldedPrint();
  return (
    <InDossier.Provider value={true}>
      <Moved.Provider value={moved}>
        <div class="dossier">
          <button type="button" class="skip" onClick={() => document.querySelector('h1')?.focus()}>
            {t('skipToContent')}
          </button>
          <header>
            <DossierLink route={{ page: 'start' }} class="home">
              <BrandMark />
              {t('dossier')}
            </DossierLink>
            <SearchBox route={route} />
          </header>
          <main>
            {lists ? (
              <View key={viewKey(route)} route={route} lists={lists} />
            ) : (
              <>
                <h1 tabIndex={-1}>{t('dossier')}</h1>
                <p role="status">{t(failed ? 'dossierFailed' : 'loading')}</p>
              </>
            )}
          </main>
        </div>
      </Moved.Provider>
    </InDossier.Provider>
  );
}

/** A search that goes on stays the same page; anything else is another one. */
function viewKey(route: DossierRoute | undefined): string {
  if (route === undefined) return location.hash;
  return route.page === 'search' ? 'search' : dossierHash(route);
}

function View({ route, lists }: { route: DossierRoute | undefined; lists: readonly InstalledRows[] }) {
  if (route?.page === 'start') return <StartPage lists={lists} />;
  if (route?.page === 'search') return <SearchPage query={route.query} lists={lists} />;
  if (route?.page === 'check') return <CheckPage query={route.query} asked={route.asked} />;
  const rows = route && lists.find(({ head }) => head.id === route.list);
  return (rows && route && <RowView route={route} rows={rows} />) ?? <NotFound />;
}

type RowRoute = Exclude<DossierRoute, { page: 'start' | 'search' | 'check' }>;

function RowView({ route, rows }: { route: RowRoute; rows: InstalledRows }) {
  switch (route.page) {
    case 'list':
      return <ListPage rows={rows} />;
    case 'entity': {
      const entity = rows.entities.get(route.id);
      return entity ? <EntityPage rows={rows} entity={entity} /> : <NotFound />;
    }
    case 'identifier': {
      const identifier = rows.identifiers.get(route.id);
      if (identifier) return <IdentifierPage rows={rows} identifier={identifier} />;
      const name = rows.paged === undefined ? undefined : writtenKey(route.id);
      return name === undefined ? <NotFound /> : <CheckPage query={name} />;
    }
    case 'event': {
      const event = rows.events.get(route.id);
      return event ? <EventPage rows={rows} event={event} /> : <NotFound />;
    }
    case 'source': {
      const source = rows.sources.get(route.id);
      return source ? <SourcePage rows={rows} source={source} claim={route.claim} /> : <NotFound />;
    }
  }
}

function NotFound() {
  return (
    <Page title={t('notFound')}>
      <p>{t('notFoundWhy')}</p>
      <p class="act">
        <DossierLink route={{ page: 'start' }}>{t('dossier')}</DossierLink>
      </p>
    </Page>
  );
}
