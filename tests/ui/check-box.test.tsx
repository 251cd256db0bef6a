// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { check } from '../../src/background/check.ts';
import type { InstalledList } from '../../src/evidence-messages.ts';
import { CheckBox } from '../../src/ui/check-box.tsx';
import api, { fake } from '../fakes/browser.ts';
import { report } from '../fixtures/evidence.ts';
import { account, claim, exception, tag, watchlist } from '../fixtures/list.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

const ON = watchlist({
  list: { ...watchlist().list, contact: 'https://example.org/statemark/issues' },
  identifiers: [
    account(),
    tag({ value: 'نحن_قاسم' }),
    account({ id: 'd', platform: 'web', kind: 'domain', value: 'news.example' }),
  ],
  exceptions: [exception({ reason: { en: 'An exile outlet of the same name.' } })],
});
const OFF = watchlist({
  list: { ...watchlist().list, id: 'other', title: { en: 'Other list' } },
  identifiers: [account({ id: 'a-off', value: 'OffOutlet' })],
  claims: [claim()],
});

let installed: InstalledList[];
let asked: string[];
beforeEach(() => {
  installed = [
    { list: ON, on: true },
    { list: OFF, on: false },
  ];
  asked = [];
  // The real answer, from the real lists.
  api.runtime.onMessage.addListener((({ type, data }: { type: string; data: { text: string } }) => {
    if (type !== 'check') return undefined;
    asked.push(data.text);
    return Promise.resolve(check(data.text, installed, '2026-11-22'));
  }) as never);
});
afterEach(leave);

const open = (question?: string): Promise<void> =>
  show(<CheckBox {...(question !== undefined && { question })} />, { report: report() });
const field = (): HTMLTextAreaElement => root().querySelector('textarea') as HTMLTextAreaElement;
const answers = (): string[] =>
  [...root().querySelectorAll('.answer')].map((one) => one.textContent.replace(/\s+/g, ' '));

async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

describe('the answer', () => {
  test.each<[asked: string, wanted: RegExp]>([
    [
      '#نحن_قاسم',
      /^#نحن_قاسمListed\.Read as: hashtag \u2068#نحن_قاسم\u2069 on any social network.*Example Institute says/,
    ],
    [
      'https://x.com/SampleOutlet',
      /^https:\/\/x\.com\/SampleOutletListed\.Read as: account @SampleOutlet on X@SampleOutlet on XOutlet · State-controlled outlet · Iran/,
    ],
    ['https://x.com/SampleOutlet/status/1', /Read as: something published by the account @SampleOutlet on X/],
    [
      '@OffOutlet',
      /Listed, but only in a list that is off: it is not marked\..*This list is off: its entries are not marked in pages\./,
    ],
    [
      'x.com/Namesake',
      /Not listed: a list names it so that it is never marked\..*The list “Sample” says that @Namesake on X must never be marked:An exile outlet of the same name\./,
    ],
    [
      'instagram.com/sampleoutlet',
      /Not on any of your lists\. Close to it:.*The same name is listed on another social network\. That does not mean that it is the same account:@SampleOutlet on X Outlet/,
    ],
    [
      'https://en.news.example/a',
      /Not on any of your lists\. Close to it:.*The domain above it is listed, so links to this address are marked with that entry:news\.example/,
    ],
    [
      '@nobody',
      /^@nobodyNot on any of your lists; that says nothing more\.Read as: account @nobody on any social network$/,
    ],
    ['https://t.co/a', /^https:\/\/t\.co\/aA short link: only its server knows where it leads/],
    ['x.com/home', /This address within a social network names no account and no hashtag\./],
    ['Outlet', /Your lists have an entity of this name:Outlet State-controlled outlet/],
  ])('%s', async (question, wanted) => {
    await open(question);
    expect(answers()).toHaveLength(1);
    expect(answers()[0]).toMatch(wanted);
    expect(words('.check')).toContain('Looked up in: Sample, Other list (off)');
  });

  it('says who says so, and leads to the dossier and to the list’s own form for mistakes', async () => {
    await open('@SampleOutlet');
    const links = [...root().querySelectorAll('a')];
    const to = (name: string): string => links.find((one) => one.textContent === name)?.getAttribute('href') ?? '';
    expect(to('Open in the dossier')).toContain('#/entity/sample/e-outlet');
    const mistake = new URL(to('Report a mistake'));
    expect(mistake.pathname).toBe('/statemark/issues/new');
    expect(mistake.searchParams.get('body')).toContain(
      'list: sample 1\nidentifier: a-outlet (x/account/SampleOutlet)\nclaims: c-one',
    );
  });

  it('stands open where it is one, and folded where there are several', async () => {
    await open('@SampleOutlet');
    const isOpen = (): boolean[] => [...root().querySelectorAll('details')].map((one) => one.open);
    expect(isOpen()).toEqual([true]);
    await type('@SampleOutlet\n#نحن_قاسم\n@nobody');
    await press('Look up');
    expect(isOpen()).toEqual([false, false]);
    expect(answers()).toHaveLength(3);
    expect(words('[role=status]')).toBe('3 looked up, 2 of them listed');
  });

  it('says what was left of too many', async () => {
    await open(Array.from({ length: 53 }, (_, i) => `@name_${i}`).join('\n'));
    expect(answers()).toHaveLength(50);
    expect(words('.check')).toContain('3 more were not looked up: the limit is fifty at a time.');
  });

  it('without a list says that there is none', async () => {
    installed = [];
    await open('@nobody');
    expect(words('.check')).toContain('No list could be loaded, so nothing is marked.');
  });
});

describe('asking', () => {
  it('nothing is asked before the reader does', async () => {
    await open();
    await type('@Sample');
    expect(asked).toEqual([]);
    expect(answers()).toEqual([]);
  });

  it('Enter asks, Shift and Enter does not, nor does a word still being composed', async () => {
    await open();
    await type('@SampleOutlet');
    const enter = async (more: KeyboardEventInit = {}): Promise<void> => {
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }));
      await settled();
    };
    await enter({ shiftKey: true });
    await enter({ isComposing: true });
    expect(asked).toEqual([]);
    await enter();
    expect(asked).toEqual(['@SampleOutlet']);
  });

  it('what cannot be read at all is said', async () => {
    await open();
    await type('   ');
    await press('Look up');
    expect(words('.check')).toContain('No name or address could be read from this.');
  });

  it('a background that does not answer is said', async () => {
    await open();
    api.runtime.onMessage.clear();
    await type('@a');
    await press('Look up');
    expect(words('.check')).toContain(
      'No answer came: Statemark may just have been updated. Nothing was looked up. Try again.',
    );
  });

  it('nothing of it is stored', async () => {
    await open('@SampleOutlet');
    expect([await api.storage.local.get(null), await api.storage.session.get(null)]).toEqual([{}, {}]);
  });
});

it('has a name and a hint for screen readers, and fields that run as their text does', async () => {
  await open();
  expect(control('Names, hashtags or addresses, one per line').dir).toBe('auto');
  const hint = document.getElementById(field().getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toContain('nothing is stored or sent');
});

it('is in the reader’s language', async () => {
  fake.language = 'ar';
  await open('@nobody');
  expect(answers()[0]).toContain('ليس في أي من قوائمك؛ وهذا لا يعني شيئًا آخر.');
});
