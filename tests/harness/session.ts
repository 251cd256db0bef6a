import type { Browser, Page, Viewport } from 'puppeteer-core';

export type BrowserKind = 'chrome' | 'firefox';

export type LaunchOptions = {
  /** A built extension: the folder that holds manifest.json. */
  extensionDir: string;
  /** Of the loopback server: port 443 of every host name leads there. */
  port: number;
  /** Of a proxy on the loopback, through which everything goes then. */
  proxy?: number;
  headless: boolean;
  /** The reader has allowed the extension in private windows. */
  inPrivate?: boolean;
  /** What pages and the extension are told of the system's theme; default light. */
  prefersDark?: boolean;
  /** Of the browser's own interface, where it has that language (Firefox: only with its language pack). */
  lang?: string;
  viewport?: Viewport;
  /** The profile of a session that was killed: the browser goes on from what it left on the disk. */
  profile?: string;
  /** Folder that files are saved to, without a question; else none can be. */
  downloads?: string;
};

export type Session = {
  kind: BrowserKind;
  browser: Browser;
  /** Whether the page that greets came, and was closed: headless, and where the profile is new. */
  greeted: boolean;
  /** Opens a new tab and waits for its load event. */
  open(url: string): Promise<Page>;
  /** The address of a file of the extension, such as "popup.html?tab=3". */
  extensionUrl(path: string): string;
  /** Opens such a file in a new tab, ready to be evaluated in. */
  openExtensionPage(path: string): Promise<Page>;
  /** Chromium only: ends the service worker, as the browser does when it is idle. */
  killWorker?(): Promise<void>;
  /** Where the browser keeps everything. */
  profile: string;
  /** Ends the browser with SIGKILL and keeps its profile: for `LaunchOptions.profile`. */
  crash(): Promise<void>;
  /** Ends the browser and deletes its profile. May be called twice. */
  close(): Promise<void>;
};

export const defaultViewport: Viewport = { width: 1280, height: 900 };
