import type { Settings } from '../../../src/settings.ts';
import { evidenceOf, LISTS, report } from './evidence.ts';
import type { InPage } from './in-page.ts';
import { LIST_STATES } from './list-states.ts';
import type { Scene } from './scene.ts';

export type Surface = 'popup' | 'panel' | 'options' | 'dossier' | 'welcome' | 'card' | 'marks';

/** One state of one page of the extension. */
export interface State extends Pick<Scene, 'replies' | 'stored' | 'session' | 'granted'> {
  surface: Surface;
  name: string;
  /** As the build has it, or `in-page.html`; a page that is not there yet is left out. */
  page: string;
  /** What is drawn in a page of a site. */
  inPage?: InPage;
  /** What is pressed before one looks, within the card. */
  press?: string;
  /** The card is read to its end. */
  toEnd?: boolean;
  hash?: string;
  /** Opens whatever can be unfolded. */
  unfolded?: boolean;
  /** Also as on a phone and at 200 %. */
  narrow?: boolean;
}

const LABELS = Object.fromEntries(
  LISTS.flatMap(({ entities }) => entities.map(({ id, label }) => [`entityLabel/${id}`, label])),
);

/** Where a page is not called as what it shows. */
const PAGES: Partial<Record<Surface, string>> = {
  panel: 'sidepanel.html',
  card: 'in-page.html',
  marks: 'in-page.html',
};

export type Change = Partial<Omit<State, 'surface' | 'name'>> & { settings?: Partial<Settings> };

/** What is not changed is as in a browser where all is well: three lists, every host granted, nothing found. */
export function state(surface: Surface, name: string, { settings, stored, replies, ...change }: Change = {}): State {
  return {
    surface,
    name,
    page: PAGES[surface] ?? `${surface}.html`,
    session: {},
    granted: true,
    ...change,
    stored: { settings: settings ?? {}, ...stored },
    replies: {
      tabReport: report(),
      listStates: LIST_STATES,
      watchlists: LISTS.filter(({ list }) => list.id === 'seed-documents').map((list) => ({ list, on: true })),
      countries: [
        { code: 'IR', entries: 412 },
        { code: 'RU', entries: 388 },
        { code: 'CN', entries: 305 },
        { code: '', entries: 12 },
      ],
      entityLabel: null,
      ...LABELS,
      evidence: evidenceOf('seed-documents', 'a-presstv'),
      resemblance: null,
      setSettings: null,
      ...replies,
    },
  };
}
