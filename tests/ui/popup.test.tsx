// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api, { fake } from '../fakes/browser.ts';
import { ACCOUNT_EVIDENCE, MANY, match, OFFICE_EVIDENCE, report, TAG_EVIDENCE } from '../fixtures/evidence.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

describe('an empty answer is said in words', () => {
  test.each([
    ['read, nothing listed', report(), 'Nothing listed on this page.60 posts read · 60 with an account, 58 with text'],
    [
      'one post',
      report({ posts: 1, withAccount: 1, withText: 1 }),
      'Nothing listed on this page.1 post read · 1 with an account, 1 with text',
    ],
    [
      'posts without accounts',
      report({ posts: 9, withAccount: 0, withText: 9 }),
      'Posts were found, but no account could be read in any of them: listed accounts may be missing here, hashtags are marked as usual. The site may have changed; reload the page.Nothing listed on this page.9 posts read · 0 with an account, 9 with text',
    ],
    [
      'posts without texts',
      report({ posts: 9, withAccount: 9, withText: 0 }),
      'Posts were found, but no text could be read in any of them: listed hashtags may be missing here, accounts are marked as usual. The site may have changed; reload the page.Nothing listed on this page.9 posts read · 9 with an account, 0 with text',
    ],
    ['still reading', report({ status: 'reading', posts: 0 }), 'Reading this page…If this stays, reload the page.'],
    [
      'unreadable',
      report({ status: 'unreadable', posts: 0 }),
      'This page could not be read: no posts found.No marks here means nothing: the site may have changed. Reload the page; if that does not help, tell us. Other sites are read as usual.Tell us',
    ],
    ['off', report({ status: 'off' }), 'Statemark is off.No page is read while it is off.Turn on'],
    ['off on this site', report({ status: 'site-off' }), 'Statemark is off on this site.No page of it is read.'],
    [
      'no permission',
      report({ status: 'no-permission' }),
      'Statemark has no permission on this site.Nothing is marked here until you allow it: press the button, then agree when the browser asks. Posts are read on your own machine alone. Other sites are read as usual, and names can be looked up below.Allow',
    ],
    [
      'all muted',
      report({ matches: [match(TAG_EVIDENCE, { muted: true })] }),
      'All that was found on this page is muted.60 posts read · 60 with an account, 58 with textMuted on this page1#QassemSoleimaniCampaign around the 2022 anniversaryUnmute',
    ],
  ])('%s', async (_, answer, expected) => {
    await show(<Popup search="?tab=7" />, { report: answer });
    expect(words()).toBe(expected);
  });

  test('a site that is not read has no switch', async () => {
    const { site: _, host: __, ...nowhere } = report({ status: 'unsupported' });
    await show(<Popup search="?tab=7" />, { report: nowhere });
    expect(words()).toBe(
      'Statemark does not read this site.It reads social networks, and other sites only where you switch it on. Names can be looked up below in any case.',
    );
    expect(root().querySelectorAll('[role=switch]')).toHaveLength(1);
  });
});

test('something is on screen before the background has answered', async () => {
  const shown = show(<Popup search="?tab=7" />, { report: report({ matches: MANY }) });
  expect(words('h1')).toBe('Statemark');
  expect(words()).toBe('One moment…');
  await shown;
});

test('a background that does not answer is said', async () => {
  const { render } = await import('preact');
  document.body.innerHTML = '<div id="root"></div>';
  render(<Popup search="?tab=7" />, root());
  await settled();
  expect(words()).toBe(
    'No answer came.Statemark may just have been updated. Marks in open pages stay as they are. Try again; if that does not help, close the popup and restart the browser.Try again',
  );
});

describe('matches', () => {
  test('are counted and stand under their entities', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ matches: MANY }) });
    expect(words('.site .from')).toBe('3 entities, 8 marks on this page · 60 posts read');
    expect([...root().querySelectorAll('h2')].map((h) => h.textContent)).toEqual([
      'Campaign around the 2022 anniversary',
      'Press TV',
      'Ali Khamenei',
    ]);
    expect([...root().querySelectorAll<HTMLDetailsElement>('.entity')].map((e) => e.open)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('one alone is open, and stays as the reader leaves it while others are found', async () => {
    const background = { report: report({ matches: [match(TAG_EVIDENCE)] }) };
    await show(<Popup search="?tab=7" />, background);
    const first = (): boolean | undefined => root().querySelector<HTMLDetailsElement>('.entity')?.open;
    expect(first()).toBe(true);
    background.report = report({ matches: [match(TAG_EVIDENCE), match(ACCOUNT_EVIDENCE)] });
    await api.storage.session.set({ tab7: 1 });
    await settled();
    expect(root().querySelectorAll('.entity')).toHaveLength(2);
    expect(first()).toBe(true);
  });

  test('tell what it is, who says so, where, how surely, what to weigh, what one can do: in this order', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ matches: [match(ACCOUNT_EVIDENCE, { count: 2 })] }) });
    const order = [
      'State-controlled outlet · Iran · part of IRIB',
      '@PressTV on X found 2 times',
      'Who says so',
      'The State Media Matrix says that Press TV is owned',
      'Alliance for Securing Democracy, Aug 2023, row 496',
      'Basisnamed research',
      'Confidencehigh · 90 of 100',
      'Statusconfirmed',
      'Also says so',
      'What to weigh',
      'How this name was found',
      'Takedowns and disclosures',
      'Report a mistake',
    ].map((part) => words().indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('names that the same claims stand behind are told together', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ matches: MANY.slice(0, 2) }) });
    expect(root().querySelectorAll('.names > li')).toHaveLength(2);
    expect(root().querySelectorAll('.claim')).toHaveLength(1);
  });

  test('on a clean page nothing is called a mark', async () => {
    await api.storage.local.set({ settings: { markStyle: 'clean' } });
    await show(<Popup search="?tab=7" />, { report: report({ matches: [match(OFFICE_EVIDENCE)] }) });
    expect(words('.site .from')).toBe('1 entity, 1 match on this page · 60 posts read');
    expect(words()).toContain('Clean page: nothing is drawn in pages.');
  });
});

test('links out are https, in a new tab that learns nothing', async () => {
  const unsafe = { ...TAG_EVIDENCE.claims[0]?.source, url: 'javascript:alert(1)' } as never;
  const evidence = { ...TAG_EVIDENCE, claims: TAG_EVIDENCE.claims.map((one) => ({ ...one, source: unsafe })) };
  await show(<Popup search="?tab=7" />, { report: report({ matches: [match(evidence), match(ACCOUNT_EVIDENCE)] }) });
  const links = [...root().querySelectorAll('a')];
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) {
    expect(link.getAttribute('href')).toMatch(/^(?:https:|\/dossier\.html#)/);
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  }
});

test('sources, entities and events lead to their pages in the dossier', async () => {
  await show(<Popup search="?tab=7" />, { report: report({ matches: [match(ACCOUNT_EVIDENCE)] }) });
  const links = [...root().querySelectorAll('a')].map((link) => link.getAttribute('href'));
  for (const path of [
    'source/seed-documents/asd-2023?claim=c-owned',
    'entity/seed-documents/press-tv',
    'event/seed-documents/google-2018',
    '',
  ])
    expect(links).toContain(`/dossier.html#/${path}`);
});

describe('switches', () => {
  test('the site is switched off, and on again', async () => {
    await show(<Popup search="?tab=7" />, { report: report() });
    await press('Statemark on x.com');
    expect((await readSettings()).sitesOff).toEqual(['x']);
    expect(control('Statemark on x.com').getAttribute('aria-checked')).toBe('false');
    await press('Statemark on x.com');
    expect((await readSettings()).sitesOff).toEqual([]);
  });

  test('all of it is switched off, and on again from the notice', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ status: 'off' }) });
    await press('Statemark on every site');
    expect((await readSettings()).enabled).toBe(false);
    expect(root().querySelectorAll('[role=switch]')).toHaveLength(1);
    await press('Turn on');
    expect((await readSettings()).enabled).toBe(true);
  });
});

describe('what one can do', () => {
  test('mute, with the way back under the focus', async () => {
    await show(<Popup search="?tab=7" />, {
      report: report({ matches: [match(TAG_EVIDENCE), match(ACCOUNT_EVIDENCE)] }),
    });
    await press('Mute: @PressTV');
    expect((await readSettings()).muted).toMatchObject([{ list: 'seed-documents', identifier: 'x-presstv' }]);
    expect(words('[role=status]')).toBe('@PressTV is muted.UndoClose');
    expect(words()).toContain('Muted on this page1@PressTV on X');
    expect(document.activeElement).toBe(control('Undo'));
    await press('Undo');
    expect((await readSettings()).muted).toEqual([]);
    expect(words()).not.toContain('Muted on this page');
  });

  test('unmute from the list at the end', async () => {
    await api.storage.local.set({
      settings: { muted: [{ list: 'seed-documents', identifier: 'x-presstv', since: '2026-11-21' }] },
    });
    await show(<Popup search="?tab=7" />, { report: report({ matches: [match(ACCOUNT_EVIDENCE)] }) });
    await press('Unmute');
    expect((await readSettings()).muted).toEqual([]);
  });

  test.each([
    [true, ''],
    [
      false,
      '@PressTV is not on the page right now: the site removes posts as you scroll. Scroll back to it, or reload the page.Close',
    ],
  ])('show on page (found: %s)', async (found, told) => {
    const asked: unknown[] = [];
    fake.pages.set(7, (message) => {
      asked.push(message);
      return { found };
    });
    await show(<Popup search="?tab=7" />, { report: report({ matches: [match(ACCOUNT_EVIDENCE)] }) });
    await press('Show on page: @PressTV');
    expect(asked).toEqual([{ type: 'reveal', data: { list: 'seed-documents', identifier: 'x-presstv' } }]);
    expect(words('[role=status]')).toBe(told);
  });

  test('allow asks for this host alone, in the click', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ status: 'no-permission', host: 'www.instagram.com' }) });
    control('Allow').click();
    expect(fake.called('permissions.request')).toEqual([[{ origins: ['https://www.instagram.com/*'] }]]);
    await settled();
  });

  test('options open', async () => {
    await show(<Popup search="?tab=7" />, { report: report() });
    await press('Options');
    expect(fake.called('runtime.openOptionsPage')).toHaveLength(1);
  });
});

test('without a tab in its address, it is about the tab that it opened over', async () => {
  fake.tabs = [
    { id: 3, windowId: 1, active: false },
    { id: 5, windowId: 1, active: true },
  ];
  const asked: unknown[] = [];
  api.runtime.onMessage.addListener(({ type, data }: { type: string; data: unknown }) => {
    if (type === 'tabReport') asked.push(data);
  });
  await show(<Popup search="" />, { report: report() });
  expect(asked).toEqual([{ tab: 5 }]);
});

test('in Persian it is Persian, with names that keep their own direction', async () => {
  fake.language = 'fa';
  await show(<Popup search="?tab=7" />, { report: report({ matches: [match(TAG_EVIDENCE)] }) });
  expect(words('h2')).toBe('کارزار هشتگی دومین سالگرد کشته‌شدن قاسم سلیمانی در دی‌ماه ۱۴۰۰');
  expect(words('.name')).toBe('\u2068#QassemSoleimani\u2069');
});
