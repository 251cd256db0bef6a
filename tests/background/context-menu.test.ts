import { beforeEach, describe, expect, it, test } from 'vitest';
import { askedBefore } from '../../src/asked.ts';
import { registerContextMenu } from '../../src/background/context-menu.ts';
import { readDossierHash } from '../../src/dossier-path.ts';
import api, { fake } from '../fakes/browser.ts';

beforeEach(() => {
  fake.reset();
  registerContextMenu();
});

/** Past every answer that is on its way. */
function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** What the page that opens will ask; undefined where none opens. */
async function asked(info: object): Promise<string | undefined> {
  api.contextMenus.onClicked.fire({ menuItemId: 'check', modifiers: [], editable: false, ...info });
  await settled();
  const [[opened] = []] = fake.called('tabs.create');
  if (opened === undefined) return undefined;
  const { url } = opened as { url: string };
  const route = readDossierHash(new URL(url).hash);
  expect(route).toMatchObject({ page: 'check', query: '' });
  return askedBefore(route?.page === 'check' ? (route.asked ?? '') : '');
}

describe('the item', () => {
  test.each(['onInstalled', 'onStartup'] as const)('is made %s, once, in the reader’s language', async (when) => {
    fake.language = 'fr';
    api.runtime[when].fire({ reason: 'update' });
    await settled();
    expect(fake.called('contextMenus.removeAll')).toHaveLength(1);
    expect(fake.called('contextMenus.create')).toEqual([
      [{ id: 'check', title: 'Est-ce dans une liste\u202f?', contexts: ['link', 'selection'] }],
    ]);
  });

  test('is not made anew each time the worker wakes', async () => {
    await settled();
    expect(fake.called('contextMenus.create')).toEqual([]);
  });
});

describe('a click asks about', () => {
  test.each<[what: string, info: object, text: string | undefined]>([
    ['the link', { linkUrl: 'https://x.com/PressTV' }, 'https://x.com/PressTV'],
    ['the selection', { selectionText: ' #نحن_قاسم ' }, '#نحن_قاسم'],
    ['both', { linkUrl: 'https://x.com/a', selectionText: '@b_two' }, 'https://x.com/a\n@b_two'],
    [
      'an address shown, cut off',
      { linkUrl: 'https://t.co/a', linkText: 'presstv.ir/a…' },
      'https://t.co/a\npresstv.ir/a…',
    ],
    [
      'an address shown',
      { linkUrl: 'https://t.co/a', linkText: 'presstv.ir/detail' },
      'https://t.co/a\npresstv.ir/detail',
    ],
    ['a name shown', { linkUrl: 'https://t.co/a', linkText: '@PressTV' }, 'https://t.co/a\n@PressTV'],
    ['no other words', { linkUrl: 'https://x.com/a', linkText: 'Read more' }, 'https://x.com/a'],
    ['nothing twice', { linkUrl: 'https://x.com/a', selectionText: 'https://x.com/a' }, 'https://x.com/a'],
    ['nothing', {}, undefined],
    ['white space', { selectionText: '  ' }, undefined],
    ['another’s item', { menuItemId: 'other', linkUrl: 'https://x.com/a' }, undefined],
  ])('%s', async (_, info, text) => {
    expect(await asked(info)).toBe(text);
  });

  it('never more than is answered', async () => {
    expect(await asked({ selectionText: 'a'.repeat(50_000) })).toHaveLength(30_000);
  });
});

it('leaves nothing of the question in an address, nor in what is stored on the disk', async () => {
  await asked({ linkUrl: 'https://x.com/PressTV' });
  expect(JSON.stringify(fake.called('tabs.create'))).not.toContain('PressTV');
  expect(await api.storage.local.get(null)).toEqual({});
});

it('keeps the last questions alone', async () => {
  for (let i = 0; i < 40; i++) {
    api.contextMenus.onClicked.fire({ menuItemId: 'check', selectionText: `@name_${i}` });
    await settled();
  }
  const { asked: kept } = await api.storage.session.get('asked');
  expect(kept).toHaveLength(30);
});
