import { describe, expect, test } from 'vitest';
import { readDossierHash } from '../../../src/dossier-path.ts';
import en from '../../../src/locales/en.json';
import { LISTS } from './evidence.ts';
import { looksOf } from './looks.ts';
import { sceneScript } from './scene.ts';
import { STATES } from './states.ts';

/** Names that a reviewer looks for: a state that is lost would be missed by nobody. */
const WANTED = [
  'empty',
  'one match',
  'fifty matches',
  'long Persian names',
  'muted',
  'no permission',
  'site off',
  'everything off',
  'no answer',
];

test.each(['popup', 'panel'])('the %s is shown in every state', (surface) => {
  const names = STATES.filter((one) => one.surface === surface).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(WANTED));
  expect(new Set(names).size).toBe(names.length);
});

test('the options are shown with lists in every trouble', () => {
  const names = STATES.filter(({ surface }) => surface === 'options').map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['stale list', 'refused update', 'lost list', 'offline', 'no answer']));
});

test('every state is seen in both themes, both directions, and some of each page on a phone and at 200 %', () => {
  for (const state of STATES) {
    expect(looksOf(state).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['light', 'dark', 'rtl-light', 'rtl-dark']),
    );
  }
  const narrow = STATES.filter((one) => looksOf(one).some(({ name }) => name === 'zoom'));
  expect(new Set(narrow.map(({ surface }) => surface))).toEqual(new Set(STATES.map(({ surface }) => surface)));
});

describe('pages of the dossier', () => {
  const hashes = STATES.flatMap(({ name, hash }) => (hash === undefined || name.includes('nowhere') ? [] : [hash]));
  test.each(hashes)('%s is there', (hash) => {
    const route = readDossierHash(hash);
    if (!route) throw new Error('leads nowhere');
    if (!('list' in route)) return;
    const list = LISTS.find((one) => one.list.id === route.list);
    expect(list).toBeDefined();
    if (!('id' in route)) return;
    const { entities = [], identifiers = [], events = [], sources = [] } = list ?? {};
    expect([...entities, ...identifiers, ...events, ...sources].map(({ id }) => id)).toContain(route.id);
  });
});

test('what stands in for the browser answers as the scene says, and only so', async () => {
  const scene = {
    language: 'en',
    texts: en,
    replies: { a: 1, entityLabel: null, 'entityLabel/e': { en: 'E' } },
    stored: { settings: { enabled: false } },
    session: {},
    granted: false,
    hosts: ['https://x.com/*'],
  };
  // A script of its own, as pages load it; nothing but our own text is run.
  const url = `data:text/javascript,${encodeURIComponent(sceneScript(scene))}`;
  await import(/* @vite-ignore */ url);
  const { browser } = globalThis as unknown as {
    browser: Record<string, Record<string, (...all: unknown[]) => unknown>>;
  };
  expect(await browser.runtime?.sendMessage?.({ type: 'a', data: null })).toBe(1);
  expect(await browser.runtime?.sendMessage?.({ type: 'entityLabel', data: { entity: 'e' } })).toEqual({ en: 'E' });
  expect(await browser.runtime?.sendMessage?.({ type: 'entityLabel', data: { entity: 'x' } })).toBeNull();
  await expect(browser.runtime?.sendMessage?.({ type: 'b', data: null })).rejects.toThrow('Receiving end');
  expect(browser.i18n?.getMessage?.('listVersion', ['2', 'May'])).toContain('May');
  expect(await browser.permissions?.contains?.({})).toBe(false);
  delete (globalThis as { browser?: unknown }).browser;
});
