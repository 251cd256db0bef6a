import { LOOK_ALIKES } from '../../../src/core/look-alike-ref.ts';
import type { ListState } from '../../../src/list-messages.ts';
import type { ResemblanceEvidence } from '../../../src/look-alike-messages.ts';
import type { Settings } from '../../../src/settings.ts';
import type { Statistics } from '../../../src/statistics.ts';
import { evidenceOf, LISTS, match, report, someMatches } from './evidence.ts';
import type { InPage } from './in-page.ts';
import { longPersian } from './long-persian.ts';
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
  hash?: string;
  /** Opens whatever can be unfolded. */
  unfolded?: boolean;
  /** Also as on a phone and at 200 %. */
  narrow?: boolean;
}

const DAY = new Date().toISOString().slice(0, 10);
const NOON = Date.parse(`${DAY}T12:00:00Z`);

const LIST_STATES: ListState[] = LISTS.map(({ list, identifiers }) => ({
  id: list.id,
  title: list.title,
  ...(list.description && { description: list.description }),
  publisher: list.publisher,
  licence: list.licence,
  bundled: true,
  on: true,
  version: list.version,
  updated: list.updated,
  identifiers: identifiers.length,
  bytes: 90_000,
  fingerprint: '5f0c9a7e'.repeat(8),
  freshness: 'fresh',
  expires: '2027-12-01T00:00:00Z',
  history: [],
}));

/** The first list as fetched from elsewhere, in some trouble. */
function troubled(change: Partial<ListState>): ListState[] {
  const [first, ...others] = LIST_STATES;
  const fetched = {
    bundled: false,
    address: 'https://lists.example.org/watchlist.jws',
    checked: NOON,
    nextCheck: NOON + 86_400_000,
  };
  return first ? [{ ...first, ...fetched, ...change }, ...others] : [];
}

function someStatistics(): Statistics {
  const days = Array.from({ length: 45 }, (_, i): Statistics['days'][number] => {
    const [one, two] = [(i * 7) % 11, (i * 5) % 4];
    const day = new Date(NOON - (44 - i) * 86_400_000).toISOString().slice(0, 10);
    return { day, total: one + two, counts: [one, two].map((count, at) => [at, count]) };
  });
  return { version: 1, entities: ['seed-documents/e-presstv', 'seed-documents/e-irna'], days };
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

type Change = Partial<Omit<State, 'surface' | 'name'>> & { settings?: Partial<Settings> };

function state(surface: Surface, name: string, { settings, stored, replies, ...change }: Change = {}): State {
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

const ONE = [match(evidenceOf('seed-documents', 'a-presstv'), { count: 2 })];
const SOME = [
  match(evidenceOf('seed-documents', 'h-qassemsoleimani'), { count: 3, places: ['hashtag'] }),
  match(evidenceOf('seed-documents', 'h-nahnu-qasim'), { places: ['hashtag'] }),
  ...ONE,
  match(evidenceOf('seed-documents', 'a-khamenei-ir')),
];
const [FIRST, ...REST] = SOME;
const tab = (change: Parameters<typeof report>[0]): Change => ({ replies: { tabReport: report(change) } });
const { site: _, host: __, ...NOWHERE } = report({ status: 'unsupported' });

/** What the popup and the panel can say of a page. */
function ofPages(surface: 'popup' | 'panel'): State[] {
  return [
    state(surface, 'empty', { ...tab({}), narrow: true }),
    state(surface, 'one match', { ...tab({ matches: ONE }), narrow: true }),
    state(surface, 'some matches, unfolded', { ...tab({ matches: SOME }), unfolded: true, narrow: true }),
    state(surface, 'some matches', tab({ matches: SOME })),
    state(surface, 'fifty matches', tab({ matches: someMatches(50) })),
    state(surface, 'long Persian names', { ...tab({ matches: longPersian() }), unfolded: true }),
    state(surface, 'muted', {
      ...tab({ matches: SOME.map((one) => ({ ...one, muted: true })) }),
      settings: { muted: [{ list: 'seed-documents', identifier: 'a-presstv', since: DAY }] },
      unfolded: true,
    }),
    state(
      surface,
      'hidden by filters',
      tab({ matches: [...(FIRST ? [FIRST] : []), ...REST.map((one) => ({ ...one, filtered: true as const }))] }),
    ),
    state(surface, 'reading', tab({ status: 'reading', posts: 0 })),
    state(surface, 'unreadable', tab({ status: 'unreadable', posts: 0 })),
    state(surface, 'no permission', { ...tab({ status: 'no-permission' }), granted: false }),
    state(surface, 'site off', { ...tab({ status: 'site-off' }), settings: { sitesOff: ['x'] } }),
    state(surface, 'everything off', { ...tab({ status: 'off' }), settings: { enabled: false } }),
    state(surface, 'not a site that is read', { replies: { tabReport: NOWHERE } }),
    state(surface, 'one that could be switched on', tab({ status: 'unsupported', host: 'social.example.org' })),
    state(surface, 'no answer', { replies: { tabReport: undefined } }),
  ];
}

const MUTED: Partial<Settings> = {
  sitesOff: ['x', 'telegram'],
  sitesOn: ['social.example.org'],
  muted: [
    { list: 'seed-documents', identifier: 'a-presstv', since: DAY },
    { list: 'gone', identifier: 'x-an-id-that-no-list-holds-any-more', since: '2026-01-01' },
  ],
  mutedEntities: [{ list: 'seed-documents', entity: 'e-presstv', since: DAY }],
  filters: { countries: ['RU'], kinds: ['site'], grades: ['disputed'] },
};

const OPTIONS = [
  state('options', 'as installed', { narrow: true }),
  state('options', 'muted, filtered, sites off', { settings: MUTED }),
  state('options', 'statistics', {
    settings: { statistics: true },
    stored: { statistics: someStatistics() },
    unfolded: true,
    narrow: true,
  }),
  state('options', 'stale list', {
    replies: { listStates: troubled({ freshness: 'stale', expires: '2026-05-01T00:00:00Z' }) },
  }),
  state('options', 'list so old that it marks nothing', {
    replies: { listStates: troubled({ freshness: 'stopped', expires: '2025-05-01T00:00:00Z' }) },
  }),
  state('options', 'refused update', {
    replies: {
      listStates: troubled({
        problem: { code: 'bad-signature', at: NOON },
        history: [{ at: NOON, version: 9, outcome: 'refused', problem: 'bad-signature' }],
      }),
    },
    unfolded: true,
  }),
  state('options', 'offline', { replies: { listStates: troubled({ problem: { code: 'unreachable', at: NOON } }) } }),
  state('options', 'update that waits', {
    replies: { listStates: troubled({ waiting: { version: 9, identifiers: 3, why: 'shrunk' } }) },
  }),
  state('options', 'update under way', {
    replies: { listStates: troubled({}) },
    session: { updateProgress: { list: LIST_STATES[0]?.id, step: 'fetching', done: 400_000, total: 900_000 } },
  }),
  state('options', 'no answer', { replies: { listStates: undefined, countries: undefined } }),
];

const ALL = LISTS.map((list) => ({ list, on: true }));
const DOSSIER = [
  state('dossier', 'start', { replies: { watchlists: ALL }, narrow: true }),
  state('dossier', 'search', { replies: { watchlists: ALL }, hash: '#/search?q=press', narrow: true }),
  state('dossier', 'search without a result', { hash: '#/search?q=nothing-of-this-name' }),
  state('dossier', 'entity', { hash: '#/entity/seed-documents/e-presstv', narrow: true }),
  state('dossier', 'identifier', { hash: '#/identifier/seed-documents/h-qassemsoleimani' }),
  state('dossier', 'event', { hash: '#/event/seed-documents/v-google-2018-08' }),
  state('dossier', 'source', { hash: '#/source/seed-documents/s-afp-2022' }),
  state('dossier', 'list', { hash: '#/list/seed-documents' }),
  state('dossier', 'address that leads nowhere', { hash: '#/entity/seed-documents/none' }),
  state('dossier', 'no answer', { replies: { watchlists: undefined } }),
];

const WELCOME = [
  state('welcome', 'first run', { narrow: true }),
  state('welcome', 'hosts not granted', { granted: false }),
];

const RESEMBLANCE: ResemblanceEvidence = {
  ref: { list: LOOK_ALIKES, identifier: 'x@press_tv' },
  of: { platform: 'x', name: 'PressTV', list: 'seed-documents', entity: 'e-presstv' },
  tricks: [{ kind: 'separator-added', sign: '_' }],
  shown: { platform: 'x', name: 'press_tv' },
  listTitle: evidenceOf('seed-documents', 'a-presstv').list.title,
  entityLabel: evidenceOf('seed-documents', 'a-presstv').entity.label,
};

/** What is drawn in pages of sites. */
const IN_PAGES = [
  state('marks', 'of every kind', { inPage: 'marks', narrow: true }),
  state('card', 'an account', { ...tab({ matches: ONE }), inPage: 'card', narrow: true }),
  state('card', 'a hashtag', { ...tab({ matches: SOME.slice(0, 1) }), inPage: 'card' }),
  state('card', 'an office that ended', { ...tab({ matches: SOME.slice(3) }), inPage: 'card' }),
  state('card', 'two at once', { ...tab({ matches: SOME.slice(1, 3) }), inPage: 'card' }),
  state('card', 'long Persian names', { ...tab({ matches: longPersian().slice(0, 1) }), inPage: 'card', narrow: true }),
  state('card', 'a look-alike', { replies: { tabReport: report(), resemblance: RESEMBLANCE }, inPage: 'card' }),
  state('card', 'muted', { ...tab({ matches: ONE }), inPage: 'card', press: '.acts button + button', narrow: true }),
  state('card', 'looking', { ...tab({ matches: ONE }), inPage: 'card-that-looks' }),
  state('card', 'an entry that is gone', { ...tab({ matches: ONE }), inPage: 'card-of-nothing' }),
  state('card', 'no answer', { ...tab({ matches: ONE }), inPage: 'card-without-answer' }),
];

export const STATES: readonly State[] = [
  ...ofPages('popup'),
  ...ofPages('panel'),
  ...OPTIONS,
  ...DOSSIER,
  ...WELCOME,
  ...IN_PAGES,
];
