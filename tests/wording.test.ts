import { beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '../src/core/evidence.ts';
import type { Verdict } from '../src/core/verdict.ts';
import { countsText, eventText } from '../src/event-sentences.ts';
import { identifierNotes, identifierState, resolution } from '../src/identifier-sentences.ts';
import { reportMistakeUrl, reportUnreadableUrl } from '../src/report-mistake.ts';
import { claimFacts, httpsOnly, locatorText, sourceLine, weighing } from '../src/sentences.ts';
import { date, dated, isolated, number, ordinal, plural, written, writtenIn } from '../src/text.ts';
import {
  chipLabel,
  chipWords,
  confidenceWord,
  entityKind,
  identifierText,
  identifierWhere,
  siteName,
} from '../src/wording.ts';
import { fake } from './fakes/browser.ts';
import * as sample from './fixtures/evidence.ts';

/** Of the lists here, which are in English alone. */
const EN = { lang: 'en', dir: 'ltr' };

beforeEach(() => fake.reset());

const VERDICT: Verdict = {
  list: 'seed-documents',
  identifier: 'x-presstv',
  entity: 'press-tv',
  name: 'Press TV',
  kind: 'outlet',
  grade: 'confirmed',
  country: 'IR',
};

describe('a chip says what it is in a few words, and all of it to a screen reader', () => {
  test.each<[Partial<Verdict>, words: string, label: string]>([
    [{}, 'State outlet · IR', 'State-controlled outlet, Iran: Press TV. Confirmed. Open the evidence'],
    [
      { kind: 'hashtag', grade: 'alleged', name: '2022 anniversary' },
      'alleged · IR',
      'Campaign hashtag, Iran: 2022 anniversary. Alleged. Open the evidence',
    ],
    [
      { grade: 'disputed' },
      'State outlet · disputed · IR',
      'State-controlled outlet, Iran: Press TV. Disputed. Open the evidence',
    ],
    [
      { kind: 'state', until: '2026-02-28' },
      'State · until 2026 · IR',
      'State body or office-holder, Iran: Press TV. Confirmed, until Feb 28, 2026. Open the evidence',
    ],
  ])('%o', (change, words, label) => {
    const verdict = { ...VERDICT, ...change };
    expect(chipWords(verdict)).toBe(words);
    expect(chipLabel(verdict)).toBe(label);
  });

  test('without a country', () => {
    const { country: _, ...nowhere } = VERDICT;
    expect(chipWords({ ...nowhere, kind: 'operation' })).toBe('Operation');
    expect(chipLabel(nowhere)).toBe('State-controlled outlet: Press TV. Confirmed. Open the evidence');
  });
});

test.each([
  [{ entity: sample.PRESS_TV, parents: [sample.IRIB] }, 'State-controlled outlet · Iran · part of IRIB'],
  [{ entity: sample.KHAMENEI, parents: [] }, 'Office-holder until Feb 28, 2026 · Iran'],
  [{ entity: { ...sample.PRESS_TV, ended: '2019' }, parents: [] }, 'State-controlled outlet · until 2019 · Iran'],
  [{ entity: sample.IRIB, parents: [{ ...sample.IRIB, type: 'state' as const }] }, 'State body · Iran'],
])('an entity in words: %#', (evidence, expected) => {
  expect(entityKind(evidence)).toBe(expected);
});

test.each([
  [sample.TAG, '#QassemSoleimani', '#QassemSoleimani'],
  [sample.ACCOUNT, '@PressTV', '@PressTV on X'],
  [sample.SITE, 'presstv.ir', 'presstv.ir (linked site)'],
  [sample.PERSIAN_TAG, '\u2068#نحن_قاسم\u2069', '\u2068#نحن_قاسم\u2069'],
])('a name as people write it: %#', (identifier, name, where) => {
  expect(identifierText(identifier)).toBe(name);
  expect(identifierWhere(identifier)).toBe(where);
});

test.each([
  ['x', 'X'],
  ['example.org', 'example.org'],
  ['constructor', 'constructor'],
])('the site %s is called %s', (site, name) => expect(siteName(site)).toBe(name));

test.each([
  [0, 'none · 0 of 100'],
  [1, 'low · 1 of 100'],
  [29, 'low · 29 of 100'],
  [30, 'medium · 30 of 100'],
  [69, 'medium · 69 of 100'],
  [70, 'high · 70 of 100'],
  [100, 'high · 100 of 100'],
])('confidence %i is %s', (confidence, words) => expect(confidenceWord(confidence)).toBe(words));

test.each([
  [{ section: 'Twitter and Soleimani', paragraph: '2' }, 'section “Twitter and Soleimani”, paragraph 2'],
  [{ paragraph: 'lead, first sentence' }, 'lead, first sentence'],
  [{ page: '12', row: '496', line: 11 }, 'page 12, row 496, line 11'],
  [{ date: '2022-01' }, 'dated Jan 2022'],
])('a place in a document: %o', (locator, expected) => expect(locatorText(locator)).toBe(expected));

test('a place in a document is in the digits of the reader, whatever says it', () => {
  fake.language = 'fa';
  expect(locatorText({ page: '3', row: '496', line: 11 })).toBe('صفحهٔ ۳، ردیف ۴۹۶، سطر ۱۱');
  expect(locatorText({ page: '12–13' })).toBe('صفحهٔ \u206812–13\u2069');
});

test('a source is named with its date and the place', () => {
  expect(sourceLine(sample.THE_REFERENCE, { paragraph: '1' })).toBe(
    'The Reference (CEMO Center, Paris), Jan 12, 2022, paragraph 1',
  );
  expect(sourceLine(sample.THE_REFERENCE, { date: '2022-01' })).toBe(
    'The Reference (CEMO Center, Paris), Jan 12, 2022',
  );
  expect(sourceLine(sample.MATRIX)).toBe('Alliance for Securing Democracy, Aug 2023');
});

test.each([
  [{}, undefined],
  [{ valid_from: '1989' }, 'from 1989'],
  [{ valid_until: '2026-02-28' }, 'until Feb 28, 2026'],
  [{ valid_from: '1989', valid_until: '2026' }, '1989 to 2026'],
])('what is known of a claim, with %o', (change, held) => {
  expect(claimFacts({ ...sample.CLAIM, ...change }).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Basis: asserted, no evidence given',
    'Confidence: low · 15 of 100',
    'Status: unconfirmed',
    ...(held === undefined ? [] : [`Holds: ${held}`]),
  ]);
});

test('beside a claim stand the caution, the stake and who says otherwise, in this order', () => {
  expect(weighing(sample.CLAIM_EVIDENCE)).toEqual([
    { text: sample.CLAIM.caution?.en, written: EN },
    { label: 'About the publisher', text: sample.THE_REFERENCE.stake.en, written: EN },
    {
      label: 'Says otherwise',
      text: 'Deutsche Welle reports no such finding.',
      written: EN,
      from: 'Deutsche Welle, Jan 12, 2021, paragraph 4',
      href: 'https://www.dw.com/en/example',
    },
  ]);
});

test('cautions about a name', () => {
  const said = (evidence: Evidence): string[] => identifierNotes(evidence).map(({ text }) => text);
  expect(said(sample.TAG_EVIDENCE)).toEqual([
    'A hashtag says nothing about who posts it.',
    'This hashtag is a person’s name: news, mourners and critics use it too.',
    'Marked only in posts that also contain one of: #hardrevenge, \u2068انتقام\u2069.',
  ]);
  expect(said(sample.ACCOUNT_EVIDENCE)).toEqual([]);
  expect(said(sample.OFFICE_EVIDENCE)).toEqual([
    'The claims hold until Feb 28, 2026. Who uses the name today is not known from them.',
  ]);
});

test('the list’s own words run as their language does, ours as the page', () => {
  fake.language = 'fa';
  const note = { en: 'In English alone.' };
  const evidence = { ...sample.OFFICE_EVIDENCE, identifier: { ...sample.ACCOUNT, note } };
  expect(identifierNotes(evidence).map(({ written }) => written)).toEqual([undefined, { lang: 'en', dir: 'ltr' }]);
  expect(written({ en: 'IRIB', fa: 'IRIB صداوسیما' })).toEqual({ lang: 'fa', dir: 'rtl' });
  expect(writtenIn('ar-EG')).toEqual({ lang: 'ar-EG', dir: 'rtl' });
  fake.language = 'de';
  expect(written({ en: 'IRIB', fa: 'صداوسیما' })).toEqual({ lang: 'en', dir: 'ltr' });
});

test('of many terms the first are named and the rest counted, but where all are wanted', () => {
  const any_of = Array.from({ length: 12 }, (_, i) => `term${i}`);
  const evidence = { ...sample.ACCOUNT_EVIDENCE, identifier: { ...sample.ACCOUNT, context: { any_of } } };
  expect(identifierNotes(evidence)[0]?.text).toMatch(/: term0, .*term7, 4 more\.$/);
  expect(identifierNotes(evidence, 12)[0]?.text).toMatch(/term11\.$/);
});

test.each([
  [{ status: 'suspended' as const, status_since: '2021-01' }, 'suspended since Jan 2021 · last checked Nov 20, 2026'],
  [{ status: 'active' as const }, 'active · last checked Nov 20, 2026'],
])('the state of an account: %o', (change, expected) => {
  expect(identifierState({ ...sample.ACCOUNT, ...change })).toBe(expected);
});

test('an account that nobody looked at says so; a hashtag has no such state', () => {
  const { checked: _, ...unchecked } = sample.ACCOUNT;
  expect(identifierState(unchecked)).toBe('active · never checked');
  expect(identifierState(sample.PERSIAN_TAG)).toBe('');
});

test('a resolved account says from what', () => {
  expect(resolution(sample.ACCOUNT_EVIDENCE)).toEqual({
    intro: 'The document names Press TV but does not give this name. It was looked up in:',
    rows: [
      {
        text: 'Names the account in a list of outlets.',
        written: EN,
        from: 'Deutsche Welle, State media on social networks, Jan 12, 2021',
        href: 'https://www.dw.com/en/example',
      },
    ],
    sure: 'Certain that it is the right name',
  });
  expect(resolution(sample.TAG_EVIDENCE)).toBeUndefined();
});

test('an event keeps each number with its unit', () => {
  expect(eventText(sample.GOOGLE_EVENT)).toMatchObject({
    by: 'Aug 23, 2018 · By Google · tip from FireEye · Associated with IRIB, in Google’s words',
    told: [
      { label: 'Best evidence', from: '39 YouTube channels, 6 blogs, and 13 Google+ accounts' },
      { label: 'The document', text: 'The document says 58 YouTube channels.' },
    ],
    verdict: 'The document differs from the best evidence.',
  });
  expect(countsText([{ unit: 'accounts', value: 2800, qualifier: 'more-than' }])).toBe('more than 2,800 accounts');
});

test('who acted and what was counted are told in the reader’s language, where the list has it', () => {
  fake.language = 'fr';
  const unit = { en: 'accounts', fr: 'comptes' };
  expect(countsText([{ unit, value: 39 }])).toBe('39 comptes');
  expect(countsText([{ unit: 'accounts', value: 39 }])).toBe('39 accounts');
  const event = { ...sample.GOOGLE_EVENT, by: { en: 'Unknown', fr: 'Inconnu' }, tip: 'FireEye' };
  expect(eventText(event).by).toContain('Inconnu');
  expect(eventText(event).by).not.toContain('Unknown');
  expect(eventText(event).by).toContain('FireEye');
});

describe('a report of a mistake', () => {
  test('names list, entry and claims, and nothing of the page', () => {
    const url = new URL(reportMistakeUrl(sample.TAG_EVIDENCE, '0.1.0') ?? '');
    expect(url.origin + url.pathname).toBe(sample.LIST.contact);
    expect(url.searchParams.get('title')).toBe('Correction: any/hashtag/QassemSoleimani');
    expect(url.searchParams.get('body')?.split('\n').slice(-4)).toEqual([
      'list: seed-documents 3',
      'identifier: tag-qassemsoleimani (any/hashtag/QassemSoleimani)',
      'claims: c-intelligence',
      'statemark: 0.1.0',
    ]);
  });

  test.each([undefined, 'http://example.org/', 'javascript:alert(1)', 'mailto:a@example.org'])(
    'is not offered for %s',
    (contact) => {
      const { contact: _, ...list } = sample.LIST;
      const evidence = { ...sample.TAG_EVIDENCE, list: { ...list, ...(contact && { contact }) } };
      expect(reportMistakeUrl(evidence, '0.1.0')).toBeUndefined();
      expect(reportUnreadableUrl(contact, 'x', '0.1.0')).toBeUndefined();
      expect(httpsOnly(contact)).toBeUndefined();
    },
  );
});

describe('language', () => {
  test.each([
    ['en-GB', '12 Jan 2022'],
    ['en-US', 'Jan 12, 2022'],
    // No locale file: the texts are English, and so are the dates in them.
    ['sw', 'Jan 12, 2022'],
  ])('dates in %s', (language, expected) => {
    fake.language = language;
    expect(date('2022-01-12')).toBe(expected);
  });

  test('the forms of a number', () => {
    expect([0, 1, 2, 1200].map((n) => plural('marks', n))).toEqual(['0 marks', '1 mark', '2 marks', '1,200 marks']);
  });

  test.each([
    ['ru', [0, 1, 3, 11, 21, 1.5], '0 пометок, 1 пометка, 3 пометки, 11 пометок, 21 пометка, 1,5 пометки'],
    ['es', [0, 1, 2, 1_000_000], '0 marcas, 1 marca, 2 marcas, 1.000.000 de marcas'],
    ['de', [0, 1, 2, 1200], '0 Markierungen, 1 Markierung, 2 Markierungen, 1.200 Markierungen'],
    ['ar', [0, 1, 2], 'لا علامات, علامة واحدة, علامتان'],
  ])('the forms of a number in %s', (language, counts, expected) => {
    fake.language = language;
    // A number and its noun stay on one line.
    expect(counts.map((n) => plural('marks', n).replaceAll('\u00a0', ' ')).join(', ')).toBe(expected);
  });

  test.each([
    ['fr', 'jusqu’en 2026, depuis 1989; jusqu’en févr. 2026; jusqu’au 28 févr. 2026, depuis le 12 janv. 2021'],
    ['es', 'hasta 2026, desde 1989; hasta feb 2026; hasta el 28 feb 2026, desde el 12 ene 2021'],
    ['de', 'bis 2026, ab 1989; bis Feb. 2026; bis 28. Feb. 2026, ab 12. Jan. 2021'],
  ])('the word before a day is not that before a year in %s', (language, expected) => {
    fake.language = language;
    const year = `${dated('until', '2026')}, ${dated('validFrom', '1989')}`;
    const day = `${dated('until', '2026-02-28')}, ${dated('validFrom', '2021-01-12')}`;
    expect(`${year}; ${dated('until', '2026-02')}; ${day}`).toBe(expected);
  });

  test('only what runs the other way is isolated', () => {
    expect(isolated('Press TV')).toBe('Press TV');
    expect(isolated('صداوسیما')).toBe('\u2068صداوسیما\u2069');
  });
});

test('what is counted is grouped, a version that is a day is not', () => {
  expect(number(20_261_122)).toBe('20,261,122');
  expect(ordinal(20_261_122)).toBe('20261122');
});
