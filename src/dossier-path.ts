import { decoded } from './core/decoded.ts';
/** What the dossier can show. Ids are those of a list: lower-case letters, digits and dashes. */
export type DossierRoute =
  | { page: 'start' }
  | { page: 'search'; query: string }
  /** @param asked where the question waits, for one that must not stand in an address: src/asked.ts */
  | { page: 'check'; query: string; asked?: string }
  | { page: 'list'; list: string }
  | { page: 'entity' | 'event' | 'identifier'; list: string; id: string }
  /** @param claim the one to be led to, among those that the source makes */
  | { page: 'source'; list: string; id: string; claim?: string };

const ROWS = ['entity', 'event', 'identifier', 'source'] as const;

/** The dossier's address within the extension, for links and for `runtime.getURL`. */
export function dossierPath(route: DossierRoute): string {
  return `dossier.html${dossierHash(route)}`;
}

/** The part of the address that says what is shown: `#/entity/seed-documents/e-irna`. */
export function dossierHash(route: DossierRoute): string {
  const part = encodeURIComponent;
  switch (route.page) {
    case 'start':
      return '#/';
    case 'search':
      return `#/search?q=${part(route.query)}`;
    case 'check':
      return route.asked === undefined ? `#/check?q=${part(route.query)}` : `#/check?asked=${part(route.asked)}`;
    case 'list':
      return `#/list/${part(route.list)}`;
    case 'source': {
      const to = `#/source/${part(route.list)}/${part(route.id)}`;
      return route.claim === undefined ? to : `${to}?claim=${part(route.claim)}`;
    }
    default:
      return `#/${route.page}/${part(route.list)}/${part(route.id)}`;
  }
}

/** @returns undefined for an address that leads nowhere: a link may be old, or typed by hand */
export function readDossierHash(hash: string): DossierRoute | undefined {
  const [path = '', ...rest] = hash.replace(/^#?\/?/, '').split('?');
  // What is asked about may be an address, with a question mark of its own.
  const query = rest.join('?');
  const asked = new URLSearchParams(query);
  const [page = '', list, id, ...more] = path.split('/').map(decoded);
  if (more.length > 0 || [list, id].includes('')) return undefined;
  if (page === '' && list === undefined) return { page: 'start' };
  if (page === 'search' && list === undefined) return { page, query: asked.get('q') ?? '' };
  if (page === 'check' && list === undefined) {
    const waits = asked.get('asked');
    return { page, query: asked.get('q') ?? '', ...(waits !== null && { asked: waits }) };
  }
  if (page === 'list' && list !== undefined && id === undefined) return { page, list };
  const row = ROWS.find((one) => one === page);
  if (row === undefined || list === undefined || id === undefined) return undefined;
  const claim = asked.get('claim');
  return row === 'source' ? { page: row, list, id, ...(claim !== null && { claim }) } : { page: row, list, id };
}
