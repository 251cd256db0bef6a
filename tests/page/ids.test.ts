import { describe, expect, it } from 'vitest';
import { KnownIds } from '../../src/page/ids.ts';

describe('ids that a page shows for handles', () => {
  it('are known once learnt, in any case of letters', () => {
    const ids = new KnownIds();
    expect(ids.learn('x', 'PressTV', '7')).toBe(true);
    expect(ids.get('x', 'presstv')).toBe('7');
    expect(ids.get('x', 'PRESSTV')).toBe('7');
  });

  it('are unknown for other handles and on other networks', () => {
    const ids = new KnownIds();
    ids.learn('x', 'PressTV', '7');
    expect(ids.get('x', 'PressTV2')).toBeUndefined();
    expect(ids.get('instagram', 'PressTV')).toBeUndefined();
    expect(ids.get('x', '__proto__')).toBeUndefined();
    expect(ids.get('x', 'constructor')).toBeUndefined();
  });

  it('are news once', () => {
    const ids = new KnownIds();
    expect([ids.learn('x', 'a', '7'), ids.learn('x', 'A', '7'), ids.learn('x', 'a', '7')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('that contradict one another agree with nothing', () => {
    const ids = new KnownIds();
    ids.learn('x', 'a', '7');
    expect(ids.learn('x', 'a', '8')).toBe(true);
    expect(ids.get('x', 'a')).not.toBe('7');
    expect(ids.get('x', 'a')).not.toBe('8');
    expect(ids.get('x', 'a')).toBeDefined();
  });

  it('are not news to and fro: a page that shows both in turn settles', () => {
    const ids = new KnownIds();
    const news = Array.from({ length: 20 }, (_, i) => ids.learn('x', 'a', i % 2 ? '7' : '8'));
    expect(news.filter(Boolean)).toHaveLength(2);
  });

  it('of two handles do not touch one another', () => {
    const ids = new KnownIds();
    ids.learn('x', 'a', '7');
    ids.learn('x', 'b', '7');
    ids.learn('x', 'b', '8');
    expect(ids.get('x', 'a')).toBe('7');
  });

  it('are bounded: the oldest go', () => {
    const ids = new KnownIds();
    for (let i = 0; i < 5_100; i++) ids.learn('x', `a${i}`, String(i));
    expect(ids.get('x', 'a0')).toBeUndefined();
    expect(ids.get('x', 'a5099')).toBe('5099');
  });
});
