import { beforeEach, describe, expect, it, test } from 'vitest';
import { registerWelcome } from '../../src/background/welcome.ts';
import api, { fake } from '../fakes/browser.ts';

beforeEach(() => {
  fake.reset();
  registerWelcome();
});

describe('the reader is greeted', () => {
  it('when the extension is new', () => {
    api.runtime.onInstalled.fire({ reason: 'install' });
    expect(fake.called('tabs.create')).toEqual([[{ url: 'chrome-extension://statemark/welcome.html#installed' }]]);
  });

  test.each(['update', 'browser_update', 'chrome_update', 'shared_module_update'])('not by %s', (reason) => {
    api.runtime.onInstalled.fire({ reason });
    expect(fake.called('tabs.create')).toEqual([]);
  });
});
