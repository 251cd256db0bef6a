import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { browserPath } from './find-browser.ts';
import { closeGreeting } from './greeting.ts';
import { type Profile, profileFor } from './profile.ts';
import { defaultViewport, type LaunchOptions, type Session } from './session.ts';

export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const executablePath = await browserPath('chrome');
  const profile = profileFor('chrome', options.profile);
  const { headless, lang } = options;
  try {
    const browser = await launch({
      executablePath,
      headless,
      userDataDir: profile.dir,
      // Extensions can be loaded over a pipe only; the command-line switch left branded Chrome.
      pipe: true,
      enableExtensions: true,
      acceptInsecureCerts: true,
      defaultViewport: options.viewport ?? (headless ? defaultViewport : null),
      ...(options.downloads && {
        downloadBehavior: { policy: 'allow' as const, downloadPath: options.downloads },
      }),
      args: flags(options),
      // On Linux the interface language comes from here and not from --lang.
      env: lang ? { ...process.env, LANGUAGE: lang } : process.env,
      // cleanup.ts handles them, and deletes the profile too.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    });
    profile.usedBy(browser);
    const id = await browser.installExtension(options.extensionDir, { enabledInIncognito: options.inPrivate ?? false });
    const greeted = options.headless && (await closeGreeting(browser));
    return { ...session(browser, id, options, profile), greeted };
  } catch (error) {
    await profile.close();
    throw error;
  }
}

function session(browser: Browser, id: string, options: LaunchOptions, profile: Profile): Omit<Session, 'greeted'> {
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  const open = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    const value = options.prefersDark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.goto(url);
    return page;
  };
  return {
    kind: 'chrome',
    browser,
    open,
    extensionUrl,
    openExtensionPage: (path) => open(extensionUrl(path)),
    killWorker: () => killWorker(browser, extensionUrl('')),
    profile: profile.dir,
    crash: profile.kill,
    close: profile.close,
  };
}

async function killWorker(browser: Browser, origin: string): Promise<void> {
  const isWorker = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().startsWith(origin);
  const target = browser.targets().find(isWorker);
  // Asleep already is what was asked for.
  if (!target) return;
  const end = Date.now() + ENDS_WITHIN;
  // On a loaded machine the order, or the word that it was carried out, may be lost.
  while (browser.targets().includes(target)) {
    if (Date.now() > end) throw new Error(`the worker did not end within ${ENDS_WITHIN / 1000} seconds`);
    const ordered = target.worker().then((worker) => worker?.close());
    await Promise.race([ordered.catch(() => undefined), pause(2_000)]);
    await pause(20);
  }
}

const ENDS_WITHIN = 20_000;

function flags({ port, proxy, lang }: LaunchOptions): string[] {
  return [
    // The sandbox cannot start as root, which CI containers run as; anywhere else it stays.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(lang ? [`--lang=${lang}`, `--accept-lang=${lang}`] : []),
    ...(proxy
      ? // Without the exception, what goes to this machine itself would go past the proxy.
        [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>']
      : // Every name leads to the loopback server, which refuses (and logs) what is not a site of ours.
        [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--no-proxy-server']),
    '--ignore-certificate-errors',
    // QUIC would go past the port mapping.
    '--disable-quic',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
