import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { check } from '../../src/background/check.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { account, exception, watchlist } from '../fixtures/list.ts';

const TODAY = '2026-11-22';
const ON = watchlist();
const OFF = watchlist({
  list: { ...ON.list, id: 'other', title: { en: 'Other' }, default: 'off' },
  identifiers: [account({ id: 'a-off', value: 'OffOutlet' }), account()],
  exceptions: [exception({ value: 'KeptOutlet', reason: { en: 'A namesake.' } })],
});
const INSTALLED = [
  { list: OFF, on: false },
  { list: ON, on: true },
];

describe('every installed list is asked', () => {
  it('those that are in use first, the others flagged', () => {
    const { answers, lists } = check('@SampleOutlet\n@OffOutlet', INSTALLED, TODAY);
    expect(answers.map(({ findings }) => findings.map(({ evidence, on }) => [evidence.list.id, on]))).toEqual([
      [
        ['sample', true],
        ['other', false],
      ],
      [['other', false]],
    ]);
    expect(lists.map(({ head, on }) => [head.id, on])).toEqual([
      ['other', false],
      ['sample', true],
    ]);
  });

  it('an exception says whose it is and why', () => {
    const [answer] = check('@KeptOutlet', INSTALLED, TODAY).answers;
    expect(answer?.findings).toEqual([]);
    expect(answer?.exceptions).toMatchObject([
      { list: { head: { id: 'other' } }, exception: { reason: { en: 'A namesake.' } } },
    ]);
  });

  it('no list, no finding', () => {
    expect(check('@SampleOutlet', [], TODAY)).toMatchObject({ answers: [{ findings: [] }], lists: [] });
  });

  it('nothing asked, nothing answered', () => {
    expect(check('  \n', INSTALLED, TODAY)).toMatchObject({ answers: [], left: 0 });
  });
});

describe('the bundled list', () => {
  const parsed = parseList(JSON.parse(readFileSync('data/seed-documents.json', 'utf8')));
  if (!parsed.ok) throw new Error('the bundled list is not valid');
  const list: Watchlist = parsed.list;
  const ask = (text: string) => check(text, [{ list, on: true }], TODAY).answers[0];
  const values = (text: string): string[] => ask(text)?.findings.map(({ evidence }) => evidence.identifier.value) ?? [];

  test.each<[asked: string, listed: string[]]>([
    ['#نحن_قاسم', ['نحن_قاسم']],
    ['نحن_قاسم', ['نحن_قاسم']],
    ['#قاسم_سليماني', ['قاسم_سليماني']],
    ['#قاسم_سلیمانی', ['قاسم_سليماني']],
    ['https://x.com/hashtag/QassemSoleimani', ['QassemSoleimani']],
    ['https://t.me/s/presstv/12', ['presstv']],
    ['@presstv', ['PressTV', 'presstv']],
    ['twitter.com/presstv', ['PressTV']],
    ['https://kayhan.ir/fa/news/1', ['kayhan.ir']],
    ['@KayhanLondon', []],
    ['#Soleimani', []],
    ['#قاسم_کتلت', []],
    ['https://x.com/nobody', []],
  ])('%s', (asked, listed) => expect(values(asked)).toEqual(listed));

  it('names who is guarded, and why', () => {
    expect(ask('x.com/KayhanLondon')?.exceptions[0]?.exception.reason.en).toContain('Kayhan London');
  });

  it('says of another network’s account of the same name that it is near, never that it is a match', () => {
    expect(ask('instagram.com/presstv')).toMatchObject({
      findings: [],
      near: [{ why: 'other-network' }, { why: 'other-network' }],
    });
  });
});
