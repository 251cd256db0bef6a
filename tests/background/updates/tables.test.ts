import { describe, expect, it } from 'vitest';
import { withRecord } from '../../../src/background/updates/history.ts';
import { objectAddress, readListAddress } from '../../../src/background/updates/list-address.ts';
import { afterAnother, backOff, firstCheck, nextCheck } from '../../../src/background/updates/schedule.ts';
import { highest, isAbove } from '../../../src/core/compiled/list-version.ts';
import { hostPattern } from '../../../src/host-pattern.ts';
import type { UpdateRecord } from '../../../src/list-messages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1_790_000_000_000;
const low = () => 0;
const middle = () => 0.5;
const high = () => 1 - Number.EPSILON;

describe('the address of a list', () => {
  const KEY = 'A'.repeat(43);
  it.each<[string, { url: string; key?: string }]>([
    ['https://lists.example.org/watchlist.jws', { url: 'https://lists.example.org/watchlist.jws' }],
    ['https://lists.example.org', { url: 'https://lists.example.org/' }],
    ['https://lists.example.org:8443/a/w.jws', { url: 'https://lists.example.org:8443/a/w.jws' }],
    ['https://lists.example.org/w.jws?list=7', { url: 'https://lists.example.org/w.jws?list=7' }],
    [`https://lists.example.org/w.jws#${KEY}`, { url: 'https://lists.example.org/w.jws', key: KEY }],
    ['https://LISTS.example.org/W.jws', { url: 'https://lists.example.org/W.jws' }],
    ['https://لیست.example.org/w.jws', { url: 'https://xn--pgbr4c66a.example.org/w.jws' }],
    ['  https://lists.example.org/w.jws ', { url: 'https://lists.example.org/w.jws' }],
  ])('%s', (raw, wanted) => {
    expect(readListAddress(raw)).toEqual(wanted);
  });

  it.each([
    '',
    'lists.example.org/watchlist.jws',
    'http://lists.example.org/w.jws',
    'ftp://lists.example.org/w.jws',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'blob:https://lists.example.org/1',
    'chrome-extension://statemark/lists/index.json',
    'moz-extension://statemark/lists/index.json',
    'https://user@lists.example.org/w.jws',
    'https://user:pass@lists.example.org/w.jws',
    'https://127.0.0.1/w.jws',
    'https://127.1/w.jws',
    'https://2130706433/w.jws',
    'https://0x7f.0.0.1/w.jws',
    'https://0177.0.0.1/w.jws',
    'https://192.168.1.1/w.jws',
    'https://8.8.8.8/w.jws',
    'https://[::1]/w.jws',
    'https://[2001:db8::1]/w.jws',
    'https://localhost/w.jws',
    'https://localhost./w.jws',
    'https://a.localhost/w.jws',
    'https://router/w.jws',
    'https://printer.local/w.jws',
    'https://nas.lan/w.jws',
    'https://wiki.corp/w.jws',
    'https://db.internal/w.jws',
    'https://box.home.arpa/w.jws',
    'https://lists.example.org./w.jws',
    'https://lists.example.org/w.jws#short',
    `https://lists.example.org/w.jws#${'A'.repeat(44)}`,
    `https://lists.example.org/w.jws#${'+'.repeat(43)}`,
    `https://lists.example.org/${'a'.repeat(2_048)}`,
  ])('is not %s', (raw) => {
    expect(readListAddress(raw)).toBeUndefined();
  });

  it('leads to its objects and its host', () => {
    expect(objectAddress('https://lists.example.org/a/w.jws?x=1', 'ab')).toBe('https://lists.example.org/a/o/ab');
    expect(objectAddress('https://lists.example.org/a/', 'ab')).toBe('https://lists.example.org/a/o/ab');
    const { hostname } = new URL('https://lists.example.org:8443/a');
    expect(hostPattern(hostname)).toBe('https://lists.example.org/*');
  });
});

describe('the floor', () => {
  it.each([
    [{ epoch: 0, version: 2 }, { epoch: 0, version: 1 }, true],
    [{ epoch: 0, version: 1 }, { epoch: 0, version: 1 }, false],
    [{ epoch: 0, version: 1 }, { epoch: 0, version: 2 }, false],
    [{ epoch: 1, version: 1 }, { epoch: 0, version: 2 ** 31 - 1 }, true],
    [{ epoch: 0, version: 9 }, { epoch: 1, version: 1 }, false],
    [{ epoch: 0, version: 1 }, undefined, true],
  ])('%j is above %j: %s', (one, other, wanted) => {
    expect(isAbove(one, other)).toBe(wanted);
  });

  it('is the highest of all that are known', () => {
    expect(highest()).toBeUndefined();
    expect(highest(undefined, undefined)).toBeUndefined();
    expect(highest({ epoch: 0, version: 9 }, undefined, { epoch: 1, version: 1 }, { epoch: 0, version: 10 })).toEqual({
      epoch: 1,
      version: 1,
    });
  });
});

describe('a check comes', () => {
  it('five minutes to an hour after installing', () => {
    expect(firstCheck(NOW, low)).toBe(NOW + 5 * MINUTE);
    expect(firstCheck(NOW, high)).toBeLessThanOrEqual(NOW + 60 * MINUTE);
  });

  it.each([
    ['every day', undefined, DAY],
    ['as the publisher says', 48, 48 * HOUR],
    ['never more often than every six hours', 1, 6 * HOUR],
    ['never more rarely than every two weeks', 10_000, 14 * DAY],
  ])('%s, a fifth sooner or later', (_, every, wanted) => {
    expect(nextCheck(NOW, low, every) - NOW).toBeCloseTo(0.8 * wanted, -1);
    expect(nextCheck(NOW, middle, every) - NOW).toBeCloseTo(wanted, -1);
    expect(nextCheck(NOW, high, every) - NOW).toBeCloseTo(1.2 * wanted, -1);
  });

  it.each([
    [1, 0, HOUR],
    [2, 0, 2 * HOUR],
    [5, 0, 16 * HOUR],
    [8, 0, 128 * HOUR],
    [9, 0, 7 * DAY],
    [1_000, 0, 7 * DAY],
    [1, 3 * HOUR, 3 * HOUR],
    [1, 30 * DAY, 7 * DAY],
    [9, HOUR, 7 * DAY],
  ])('after %i failures, with %i asked for, at most after %i', (failures, asked, wanted) => {
    expect(backOff(NOW, high, failures, asked) - NOW).toBeCloseTo(wanted, -2);
    const soonest = backOff(NOW, low, failures, asked) - NOW;
    expect(soonest).toBe(Math.max(MINUTE, Math.min(asked, 7 * DAY)));
  });

  it('some minutes after another list’s', () => {
    expect(afterAnother(NOW, low) - NOW).toBe(MINUTE);
    expect(afterAnother(NOW, high) - NOW).toBeLessThanOrEqual(5 * MINUTE);
  });
});

describe('the history', () => {
  const line = (at: number, changes: Partial<UpdateRecord> = {}): UpdateRecord => ({
    at,
    outcome: 'unchanged',
    ...changes,
  });

  it('begins with the newest, and holds twenty', () => {
    let history: UpdateRecord[] = [];
    for (let at = 1; at <= 30; at++) history = withRecord(history, line(at, { outcome: 'installed', version: at }));
    expect(history.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => 30 - i));
  });

  it.each<[string, UpdateRecord, UpdateRecord, number]>([
    ['nothing new, twice', line(1, { version: 1 }), line(2, { version: 1 }), 1],
    ['nothing new in another version', line(1, { version: 1 }), line(2, { version: 2 }), 2],
    [
      'the same failure',
      line(1, { outcome: 'refused', problem: 'expired' }),
      line(2, { outcome: 'refused', problem: 'expired' }),
      1,
    ],
    [
      'another failure',
      line(1, { outcome: 'refused', problem: 'expired' }),
      line(2, { outcome: 'refused', problem: 'not-found' }),
      2,
    ],
    ['two installations', line(1, { outcome: 'installed' }), line(2, { outcome: 'installed' }), 2],
  ])('says once what is the same: %s', (_, first, second, lines) => {
    const history = withRecord(withRecord([], first), second);
    expect(history).toHaveLength(lines);
    expect(history[0]).toEqual(second);
  });
});
