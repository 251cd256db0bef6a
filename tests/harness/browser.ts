import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserKind, LaunchOptions, Session } from './session.ts';

/** Starts a browser with a fresh profile and the extension in it. */
export function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<Session> {
  return kind === 'chrome' ? launchChromium(options) : launchFirefox(options);
}
