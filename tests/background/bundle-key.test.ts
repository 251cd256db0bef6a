import { expect, it } from 'vitest';
import { BUNDLE_KEY } from '../../src/background/bundle-key.ts';
import { bundleKeyIn } from '../../src/publisher/list/bundle-data.ts';

it('the key that the background pins for bundled lists is the one that they are signed with', () => {
  expect(BUNDLE_KEY).toBe(bundleKeyIn('data').public);
});
