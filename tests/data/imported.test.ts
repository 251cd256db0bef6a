import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { keptList, keptText } from './kept.ts';

/** Lists that a command made of other people's data. */

describe.each(['state-media', 'takedown-reports'])('%s', (name) => {
  const { raw, list } = keptList(name);

  it('is written canonically', () => {
    expect(canonicalText(list) === raw).toBe(true);
  });

  it('is off until a reader switches it on', () => {
    expect(list.list).toMatchObject({ id: name, default: 'off' });
  });

  it('names no path of a working copy', () => {
    expect(raw).not.toMatch(/\.\.\/|workspace|public file/i);
  });

  it('speaks four languages in every claim', () => {
    for (const { id, assertion, caution } of list.claims) {
      expect(Object.keys(assertion), id).toEqual(['en', 'fa', 'ar', 'fr']);
      expect(Object.keys(caution ?? {}), id).toEqual(['en', 'fa', 'ar', 'fr']);
    }
  });

  it('has a record of its import, which is no list, and whose numbers add up', () => {
    const record = JSON.parse(keptText(`${name}.import.json`));
    const dropped = record.dropped as { count: number }[];
    expect(record.format).toBeUndefined();
    expect(record.kept).toBe(list.identifiers.length);
    expect(record.read).toBe(record.kept + dropped.reduce((sum, { count }) => sum + count, 0));
  });
});
