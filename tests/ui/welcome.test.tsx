// @vitest-environment happy-dom
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { Options } from '../../src/ui/options/options.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import api, { fake } from '../fakes/browser.ts';
import { report } from '../fixtures/evidence.ts';
import { BUNDLED_STATE } from '../fixtures/list-states.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

const HOSTS = ['https://x.com/*', 'https://*.x.com/*', 'https://www.instagram.com/*'];
const asking = (hosts = HOSTS): void => {
  vi.spyOn(api.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Statemark',
    version: '0.1.0',
    host_permissions: hosts,
  } as never);
};
const open = (): Promise<void> => show(<Welcome />, { report: report(), lists: [BUNDLED_STATE] });

describe('the welcome page', () => {
  it('says what a mark says and what it does not, and that nothing is collected', async () => {
    await open();
    for (const said of [
      'No account, nothing collected, nothing sent',
      'A published document links this name to a state.',
      'That a post is false, that an account is automated',
      'neither the outlet nor the report exists',
    ])
      expect(words()).toContain(said);
  });

  it('draws its example as pages and popup do, about nobody, with no link that leads nowhere', async () => {
    await open();
    expect(words('.example-post')).toBe('Example TV @example_tv State outlet');
    expect(words('.example-card')).toContain('Confidencehigh · 80 of 100Statusconfirmed');
    expect(words('.example-card')).toContain('Funded by a foundation abroad.');
    expect(root().querySelectorAll('.example a')).toHaveLength(0);
  });

  it('switches lists', async () => {
    const asked: unknown[] = [];
    api.runtime.onMessage.addListener(({ type, data }: { type: string; data: unknown }) => {
      if (type === 'turnList') asked.push(data);
    });
    await open();
    await press('List “Seed documents”');
    expect(asked).toEqual([{ id: 'seed-documents', on: false }]);
  });

  it('switches sites', async () => {
    await open();
    expect(root().querySelectorAll('.sites [role=switch]')).toHaveLength(12);
    await press('Statemark on Telegram');
    expect((await readSettings()).sitesOff).toEqual(['telegram']);
    await press('Statemark on Telegram');
    expect((await readSettings()).sitesOff).toEqual([]);
  });

  it('asks for nothing: no field, and no permission unless it is pressed', async () => {
    await open();
    expect(root().querySelectorAll('input, textarea, select')).toHaveLength(0);
    expect(fake.called('permissions.request')).toEqual([]);
  });

  it('leads on', async () => {
    await open();
    expect(root().querySelector('a[href="/dossier.html#/"]')?.textContent).toBe('Look into the lists');
    await press('All options');
    expect(fake.called('runtime.openOptionsPage')).toHaveLength(1);
  });

  it('can be opened again from the options', async () => {
    await show(<Options />, { report: report() });
    expect(root().querySelector('a[href="/welcome.html"]')?.textContent).toBe('Open the welcome page again');
  });
});

describe('the hint about the button', () => {
  const on = (os: string, url: string, isOnToolbar?: boolean): void => {
    vi.spyOn(api.runtime, 'getPlatformInfo').mockResolvedValue({ os });
    vi.spyOn(api.runtime, 'getURL').mockReturnValue(url);
    vi.spyOn(api.action, 'getUserSettings').mockResolvedValue(isOnToolbar === undefined ? {} : { isOnToolbar });
  };
  test.each<[string, () => void, string | undefined]>([
    ['Chrome', () => on('linux', 'chrome-extension://statemark/', false), 'then the pin beside Statemark'],
    ['Firefox', () => on('mac', 'moz-extension://statemark/', false), 'Pin to Toolbar'],
    ['a browser that cannot tell', () => on('win', 'chrome-extension://statemark/'), 'then the pin beside'],
    ['a phone', () => on('android', 'moz-extension://statemark/', false), 'in the menu of the browser'],
    ['where it is in sight', () => on('linux', 'chrome-extension://statemark/', true), undefined],
  ])('%s', async (_, prepare, told) => {
    prepare();
    await open();
    if (told === undefined) expect(words()).not.toContain('Keep the button in sight');
    else expect(words()).toContain(told);
  });
});

describe('sites that the browser does not allow', () => {
  it('are told with what still works, and allowed with one press', async () => {
    asking();
    fake.origins.add('https://x.com/*');
    await open();
    expect(words('.missing')).toBe(
      'Your browser does not let Statemark read 2 of the 3 addresses that it knows: x.com, instagram.com.Everywhere else it works as usual. Names can be looked up in any case.Allow on all supported sites',
    );
    control('Allow on all supported sites').click();
    expect(fake.called('permissions.request')).toEqual([
      [{ origins: ['https://*.x.com/*', 'https://www.instagram.com/*'] }],
    ]);
    api.permissions.onAdded.fire({ origins: HOSTS });
    await settled();
    expect(root().querySelector('.missing')).toBeNull();
  });

  it('are counted where they are too many to name', async () => {
    asking(Array.from({ length: 9 }, (_, i) => `https://site${i}.example/*`));
    await open();
    expect(words('.missing')).toContain('9 of the 9 addresses that it knows: site0.example, ');
    expect(words('.missing')).toContain('site5.example, 3 more.');
  });

  it('stand in the options as well', async () => {
    asking();
    await show(<Options />, { report: report() });
    expect(words('.missing')).toContain('3 of the 3 addresses');
  });

  it('are not spoken of where all are allowed', async () => {
    asking();
    for (const host of HOSTS) fake.origins.add(host);
    await open();
    expect(root().querySelector('.missing')).toBeNull();
  });
});
