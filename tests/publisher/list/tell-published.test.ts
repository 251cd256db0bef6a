import { expect, test } from 'vitest';
import type { Manifest } from '../../../src/core/compiled/manifest.ts';
import type { SigningKey } from '../../../src/publisher/list/key-file.ts';
import { tellPublished } from '../../../src/publisher/list/tell-published.ts';

test('of a version from which too much changed for a delta the publisher is told what to do', () => {
  const manifest = { list: 'news', expires: '2027-01-01', counts: {}, bytes: 250e6 } as Manifest;
  const counts = { identifiers: 10_000_000, claims: 1, sources: 1 } as Manifest['counts'];
  const key = { public: { bytes: new Uint8Array(32), fingerprint: 'a'.repeat(64) } } as SigningKey;
  const told = (tooLarge: number[]): string =>
    tellPublished(
      { manifest: { ...manifest, counts }, objects: 2, deltas: [], tooLarge, unreadable: [], pruned: 0 },
      key,
    );
  expect(told([41])).toMatch(/no delta +from version 41: more changed than one may hold \(8\.4 MB, 500,000 names\)/);
  expect(told([41])).toContain('Publish smaller changes more often');
  expect(told([])).not.toContain('no delta');
});
