import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { browserPath } from './find-browser.ts';
import { allowInPrivate } from './firefox-private.ts';
import { closeGreeting } from './greeting.ts';
import { type Profile, profileFor } from './profile.ts';
import { defaultViewport, type LaunchOptions, type Session } from './session.ts';

// Firefox draws a random one for each profile and has no way to ask for it; this fixes it.
const uuid = '6f7b1c1e-5a0d-4c6b-9b1f-3d2a7c9e0f41';

export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const executablePath = await browserPath('firefox');
  const profile = profileFor('firefox', options.profile);
  try {
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless,
      userDataDir: profile.dir,
      acceptInsecureCerts: true,
      defaultViewport: options.viewport ?? (options.headless ? defaultViewport : null),
      // Without it, extension pages can be neither opened nor evaluated in.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: preferences(options),
      // Released Firefox ignores the address of its settings server unless this is set.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      // cleanup.ts handles them, and deletes the profile too.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    });
    profile.usedBy(browser);
    await browser.installExtension(options.extensionDir);
    if (options.inPrivate) await allowInPrivate(browser, addOnId(options.extensionDir));
    const greeted = options.headless && (await closeGreeting(browser));
    return { ...session(browser, profile), greeted };
  } catch (error) {
    await profile.close();
    throw error;
  }
}

function session(browser: Browser, profile: Profile): Omit<Session, 'greeted'> {
  const extensionUrl = (path: string) => `moz-extension://${uuid}/${path}`;
  return {
    kind: 'firefox',
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    extensionUrl,
    openExtensionPage: (path) => openExtensionPage(browser, extensionUrl(path)),
    profile: profile.dir,
    crash: profile.kill,
    close: profile.close,
  };
}

async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  // The move into the extension's process is not reported (Firefox 153, WebDriver BiDi): goto()
  // would wait for ever, and page.url() stays about:blank. The page itself can be asked.
  const failed = new Promise<never>((_resolve, reject) => {
    page.goto(url, { timeout: 0 }).catch((error) => !page.isClosed() && reject(error));
  });
  await Promise.race([arrived(page, url), failed]);
  return page;
}

const ARRIVES_WITHIN = 15_000;

/** Asks the page itself; in the moment of its move between processes the question has no answer. */
async function arrived(page: Page, url: string): Promise<void> {
  const end = Date.now() + ARRIVES_WITHIN;
  for (;;) {
    const there = await page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      .catch((error: Error) => error);
    if (there === true) return;
    if (Date.now() > end) throw new Error(`${url} did not open within ${ARRIVES_WITHIN / 1000} seconds (${there})`);
    await pause(50);
  }
}

function preferences(options: LaunchOptions): Record<string, unknown> {
  return {
    'xpinstall.signatures.required': false,
    // An add-on that is installed for one session only would lose what it stored with the session.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId(options.extensionDir)]: uuid }),
    // Every name leads to the loopback server, which refuses (and logs) what is not a site of ours.
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${options.port}`,
    'network.http.http3.enable': false,
    ...proxyPreferences(options),
    // Firefox asks for its own data all the time; an address that is no server keeps the log readable.
    'services.settings.server': 'data:,#none/v1',
    // 0 is dark, 1 is light: for pages and for the extension's own.
    'layout.css.prefers-color-scheme.content-override': options.prefersDark ? 0 : 1,
    ...(options.downloads && { 'browser.download.folderList': 2, 'browser.download.dir': options.downloads }),
    ...(options.lang && {
      'intl.locale.requested': options.lang,
      'intl.accept_languages': options.lang,
    }),
  };
}

function proxyPreferences({ proxy }: LaunchOptions): Record<string, unknown> {
  if (!proxy) return { 'network.proxy.type': 0 };
  const through = ['http', 'ssl'].flatMap((kind) => [
    [`network.proxy.${kind}`, '127.0.0.1'],
    [`network.proxy.${kind}_port`, proxy],
  ]);
  return {
    'network.proxy.type': 1,
    // Else what goes to this machine itself, and what the browser sends of its own, would go past the proxy.
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_bypass': false,
    ...Object.fromEntries(through),
  };
}

function addOnId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const id: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id === 'string') return id;
  throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id`);
}
