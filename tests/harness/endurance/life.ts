import { setTimeout as pause } from 'node:timers/promises';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { ask, stateOf } from '../../browser/lists/asking.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { sampleList } from '../../sites/list.ts';
import { allHosts } from '../../sites/sites.ts';
import { launchBrowser } from '../browser.ts';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey, published, type SigningKey } from '../list-host.ts';
import { type SiteServer, startServer } from '../server.ts';
import type { BrowserKind, Session } from '../session.ts';
import { grantHosts } from '../with-hosts.ts';
import { type ExtensionCopy, withLists } from '../with-list.ts';

/** One reader's browser through days: the profile, the host of a list, and everything that went wrong. */
export class Life {
  readonly kind: BrowserKind;
  readonly host = new ListHost();
  readonly errors: string[] = [];
  /** Settings that were changed, as they must still be. */
  readonly settings: Record<string, unknown> = {};
  version = 1;
  tabs: Page[] = [];
  session!: Session;
  /** The settings page: what asks the extension. */
  own!: Page;
  /** A page that stays open as long as the browser runs. */
  lasting!: Page;
  private key!: SigningKey;
  private extension!: ExtensionCopy;
  private server!: SiteServer;

  constructor(kind: BrowserKind) {
    this.kind = kind;
  }

  async begin(built: string): Promise<void> {
    this.extension = await withLists(built, [{ list: sampleList() }]);
    grantHosts(this.extension.dir, [LIST_HOST]);
    this.server = await startServer(new Map([...allHosts(), [LIST_HOST, this.host.handler]]));
    this.key = await makeKey();
    this.host.current = await published(listOf(this.version), this.key);
    await this.launch();
    const added = await ask(this.own, 'addList', { address: LIST_ADDRESS, fingerprint: this.key.fingerprint });
    if (!added.ok) throw new Error(`the list was not added: ${JSON.stringify(added)}`);
  }

  async end(): Promise<void> {
    await this.session?.close();
    await this.server?.close();
    this.extension?.remove();
  }

  /** Ends the browser as a crash does, and starts it again with what is on the disk. */
  async restart(): Promise<void> {
    await this.session.crash();
    this.tabs = [];
    await this.launch(this.session.profile);
  }

  /** Ends the background: in Chromium as the browser does it, in Firefox with the whole extension. */
  async endBackground(): Promise<void> {
    if (this.session.killWorker) return this.session.killWorker();
    await this.own
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined); // The page goes with it.
    await this.own.close().catch(() => undefined);
    this.own = await this.openOwn();
  }

  async open(url: string): Promise<Page> {
    const page = await this.session.open(url);
    this.watch(page);
    return page;
  }

  /** The next version comes to the host. */
  async publish(): Promise<void> {
    this.host.current = await published(listOf(this.version + 1), this.key);
  }

  async update(): Promise<{ version: number | undefined; problem: string | undefined }> {
    await ask(this.own, 'updateLists', { id: 'newsroom' });
    const state = await stateOf(this.own, 'newsroom');
    return { version: state?.version, problem: state?.problem?.code };
  }

  /** What does not hold is written down, and life goes on. */
  expect(holds: boolean, what: string): void {
    if (!holds) this.errors.push(what);
  }

  private async launch(profile?: string): Promise<void> {
    const { kind, extension, server } = this;
    this.session = await launchBrowser(kind, {
      ...{ extensionDir: extension.dir, port: server.port, headless: true },
      ...(profile !== undefined && { profile }),
    });
    this.own = await this.openOwn();
    this.lasting = await this.open('https://x.com/home?ticks=1000');
  }

  /** An extension that is just starting has no pages yet. */
  private async openOwn(): Promise<Page> {
    for (let left = 5; ; left--) {
      try {
        const page = await this.session.openExtensionPage('options.html');
        this.watch(page);
        return page;
      } catch (error) {
        if (left === 0) throw error;
        await pause(300);
      }
    }
  }

  /** Errors of the page, of the content script in it, and of our own pages. */
  private watch(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(`${page.url()}: ${error}`));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' && !UNLOADED.test(message.text())) {
        this.errors.push(`${page.url()}: console: ${message.text()}`);
      }
    });
  }
}

/** What browsers themselves say of pictures and files that the sample pages lack. */
const UNLOADED = /^Failed to load resource/;
