import { check } from '../../../src/background/check.ts';
import { LOOK_ALIKES } from '../../../src/core/look-alike-id.ts';
import type { ResemblanceEvidence } from '../../../src/look-alike-messages.ts';
import type { TabReport } from '../../../src/messages.ts';
import type { Settings } from '../../../src/settings.ts';
import type { Statistics } from '../../../src/statistics.ts';
import { match } from '../../fixtures/evidence.ts';
import { evidenceOf, LISTS, report, someMatches } from './evidence.ts';
import { DAY, LIST_STATES, NOON, troubled } from './list-states.ts';
import { longPersian } from './long-persian.ts';
import { type Change, type State, state } from './state.ts';

function someStatistics(): Statistics {
  const days = Array.from({ length: 45 }, (_, i): Statistics['days'][number] => {
    const [one, two] = [(i * 7) % 11, (i * 5) % 4];
    const day = new Date(NOON - (44 - i) * 86_400_000).toISOString().slice(0, 10);
    return { day, total: one + two, counts: [one, two].map((count, at) => [at, count]) };
  });
  return { version: 1, entities: ['seed-documents/e-presstv', 'seed-documents/e-irna'], days };
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
const STALE = troubled({ freshness: 'stale', expires: '2026-05-01T00:00:00Z' });
const { site: _, host: __, ...NOWHERE } = report({ status: 'unsupported' });

const RESEMBLANCE: ResemblanceEvidence = {
  ref: { list: LOOK_ALIKES, identifier: 'x@press_tv' },
  of: { platform: 'x', name: 'PressTV', list: 'seed-documents', entity: 'e-presstv' },
  tricks: [{ kind: 'separator-added', sign: '_' }],
  shown: { platform: 'x', name: 'press_tv' },
  listTitle: evidenceOf('seed-documents', 'a-presstv').list.title,
  entityLabel: evidenceOf('seed-documents', 'a-presstv').entity.label,
};

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
    state(surface, 'one that could be switched on', {
      replies: { tabReport: { ...NOWHERE, host: 'social.example.org' } },
    }),
    state(surface, 'look-alikes', tab({ matches: ONE, lookAlikes: [alike(false), alike(true)] })),
    state(surface, 'clean page', { ...tab({ matches: ONE }), settings: { markStyle: 'clean' } }),
    state(surface, 'half read', tab({ matches: ONE, withText: 0 })),
    state(surface, 'stale list', { replies: { tabReport: report({ matches: ONE }), listStates: STALE } }),
    state(surface, 'no answer', { replies: { tabReport: undefined } }),
  ];
}

function alike(muted: boolean): NonNullable<TabReport['lookAlikes']>[number] {
  return { resemblance: RESEMBLANCE, count: 2, places: ['author'], muted };
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
  state('options', 'stale list', { replies: { listStates: STALE } }),
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
  state('options', 'lost list', {
    replies: {
      listStates: troubled({ lost: { at: NOON, detail: 'UnknownError' }, problem: { code: 'rolled-back', at: NOON } }),
    },
  }),
  state('options', 'offline', { replies: { listStates: troubled({ problem: { code: 'unreachable', at: NOON } }) } }),
  state('options', 'update that waits', {
    replies: { listStates: troubled({ waiting: { version: 9, identifiers: 3, why: 'shrunk' } }) },
  }),
  state('options', 'update under way', {
    replies: { listStates: troubled({}) },
    session: { updateProgress: { list: LIST_STATES[0]?.id, step: 'fetching', done: 400_000, total: 900_000 } },
  }),
  state('options', 'look-alikes and guarded names', {
    settings: { lookAlikes: true, guarded: ['any@my_newsroom', 'x@another_newsroom'] },
  }),
  state('options', 'no lists', { replies: { listStates: [], countries: [] } }),
  state('options', 'no answer', { replies: { listStates: undefined, countries: undefined } }),
];

const ALL = LISTS.map((list) => ({ list, on: true }));
const OFF = LISTS.map((list) => ({ list, on: false }));
/** Listed, near what is listed, kept from being marked, an entity, not listed, and what cannot be answered. */
const ASKED = ['#نحن_قاسم', 'presstv', 't.me/nobody_here', '#Soleimani', 'IRIB', 'https://t.co/abc'].join('\n');
const DOSSIER = [
  state('dossier', 'start', { replies: { watchlists: ALL }, narrow: true }),
  state('dossier', 'search', { replies: { watchlists: ALL }, hash: '#/search?q=press', narrow: true }),
  state('dossier', 'search without a result', { hash: '#/search?q=nothing-of-this-name' }),
  state('dossier', 'entity', { hash: '#/entity/seed-documents/e-presstv', narrow: true }),
  state('dossier', 'identifier', { hash: '#/identifier/seed-documents/h-qassemsoleimani' }),
  state('dossier', 'event', { hash: '#/event/seed-documents/v-google-2018-08' }),
  state('dossier', 'source', { hash: '#/source/seed-documents/s-afp-2022' }),
  state('dossier', 'list', { hash: '#/list/seed-documents', narrow: true }),
  state('dossier', 'list that is off', { replies: { watchlists: OFF }, hash: '#/list/takedown-reports' }),
  state('dossier', 'is this listed, one', {
    replies: { check: check('@PressTV', ALL, DAY) },
    hash: '#/check?q=%40PressTV',
    narrow: true,
  }),
  state('dossier', 'is this listed, several', {
    replies: { check: check(ASKED, OFF, DAY) },
    hash: `#/check?q=${encodeURIComponent(ASKED)}`,
  }),
  state('dossier', 'no lists', { replies: { watchlists: [] } }),
  state('dossier', 'address that leads nowhere', { hash: '#/entity/seed-documents/none' }),
  state('dossier', 'no answer', { replies: { watchlists: undefined } }),
];

const WELCOME = [
  state('welcome', 'first run', { narrow: true }),
  state('welcome', 'hosts not granted', { granted: false }),
];

/** What is drawn in pages of sites. */
const IN_PAGES = [
  state('marks', 'of every kind', { inPage: 'marks', narrow: true }),
  state('card', 'an account', { ...tab({ matches: ONE }), inPage: 'card', narrow: true }),
  state('card', 'an account, at its end', { ...tab({ matches: ONE }), inPage: 'card', toEnd: true }),
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
