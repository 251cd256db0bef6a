// @vitest-environment happy-dom
import { describe, expect, it, test } from 'vitest';
import type { Verdict } from '../../src/core/verdict.ts';
import type { Place } from '../../src/messages.ts';
import type { Match } from '../../src/page/judge.ts';
import { Report } from '../../src/page/report.ts';

const POST = { post: true, account: true, text: true };

function match(place: Place, ...identifiers: string[]): Match {
  const verdicts = identifiers.map(
    (identifier): Verdict => ({
      list: 'sample',
      identifier,
      entity: 'e',
      name: 'E',
      kind: 'outlet',
      grade: 'confirmed',
    }),
  );
  return { verdicts, place, ranges: [], after: document.createTextNode('') };
}
const counts = (report: Report): Record<string, number> =>
  Object.fromEntries(report.read(true).matches.map(({ identifier, count }) => [identifier, count]));

function reported(...units: [key: string, ...matches: Match[]][]): Report {
  const report = new Report();
  for (const [key, ...matches] of units) {
    report.see(key, POST);
    report.match(key, matches);
  }
  return report;
}

describe('matches', () => {
  it('count the units that hold them, not how often', () => {
    const report = reported(
      ['1', match('author', 'a'), match('mention', 'a')],
      ['2', match('mention', 'a', 'b')],
      ['3'],
    );
    expect(counts(report)).toEqual({ a: 2, b: 1 });
  });

  it('name each place once', () => {
    const report = reported(['1', match('author', 'a'), match('mention', 'a')], ['2', match('mention', 'a')]);
    expect(report.read(true).matches).toEqual([
      { list: 'sample', identifier: 'a', count: 2, places: ['author', 'mention'] },
    ]);
  });

  it('count a unit once that is mounted again', () => {
    expect(counts(reported(['1', match('author', 'a')], ['2'], ['1', match('author', 'a')]))).toEqual({ a: 1 });
  });

  it('become fewer when a unit shows something else', () => {
    const report = reported(['1', match('author', 'a')], ['2', match('author', 'a')]);
    expect(report.match('1', [])).toBe(true);
    expect(counts(report)).toEqual({ a: 1 });
    expect(report.match('2', [match('author', 'b')])).toBe(true);
    expect(counts(report)).toEqual({ b: 1 });
  });

  test.each<[string, Match[], Match[], boolean]>([
    ['nothing, and nothing again', [], [], false],
    ['something', [], [match('author', 'a')], true],
    ['the same', [match('author', 'a')], [match('author', 'a')], false],
    ['another place', [match('author', 'a')], [match('mention', 'a')], true],
    ['another name', [match('author', 'a')], [match('author', 'b')], true],
    ['one more', [match('author', 'a')], [match('author', 'a'), match('mention', 'a')], true],
    ['nothing any more', [match('author', 'a')], [], true],
  ])('are told to have changed or not: %s', (_, before, now, changed) => {
    const report = reported(['1', ...before]);
    expect(report.match('1', now)).toBe(changed);
  });

  it('are bounded', () => {
    const report = new Report();
    for (let i = 0; i < 20_050; i++) report.match(String(i), [match('author', 'a')]);
    expect(counts(report)).toEqual({ a: 20_000 });
  });

  it('of names that objects have as members are kept like others', () => {
    expect(counts(reported(['__proto__', match('author', 'constructor')]))).toEqual({ constructor: 1 });
  });
});

describe('posts', () => {
  it('are counted with what they showed', () => {
    const report = new Report();
    report.see('1', POST);
    report.see('2', { post: true, account: false, text: true });
    report.see('3', { post: true, account: true, text: false });
    report.see('4', { post: false, account: true, text: true });
    expect(report.read(false)).toMatchObject({ status: 'read', posts: 3, withAccount: 2, withText: 2 });
  });

  it('are counted once, though they come again', () => {
    const report = new Report();
    for (let round = 0; round < 3; round++) for (const key of ['1', '2']) report.see(key, POST);
    expect(report.read(false).posts).toBe(2);
  });

  it('are remembered within bounds, those seen last longest', () => {
    const report = new Report();
    report.see('kept', POST);
    for (let i = 0; i < 5_000; i++) {
      report.see(String(i), POST);
      if (i % 1_000 === 0) report.see('kept', POST);
    }
    report.see('kept', POST);
    expect(report.read(false).posts).toBe(5_001);
    report.see('0', POST);
    expect(report.read(false).posts).toBe(5_002);
  });
});

describe('a page', () => {
  it.each([
    [false, 'reading'],
    [true, 'unreadable'],
  ] as const)('without a unit, loaded long since: %s, is %s', (loaded, status) => {
    expect(new Report().read(loaded)).toMatchObject({ status, posts: 0, matches: [] });
  });

  it('is read once a row was', () => {
    const report = new Report();
    report.see('1', { post: false, account: true, text: true });
    expect(report.read(true)).toMatchObject({ status: 'read', posts: 0 });
  });

  it('in the same document begins anew', () => {
    const report = reported(['1', match('author', 'a')]);
    expect(report.reset()).toBe(true);
    expect(report.read(false)).toMatchObject({ status: 'reading', posts: 0, withAccount: 0, withText: 0, matches: [] });
    expect(report.reset()).toBe(false);
    report.see('1', POST);
    expect(report.match('1', [match('author', 'a')])).toBe(true);
    expect(counts(report)).toEqual({ a: 1 });
  });
});
