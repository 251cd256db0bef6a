import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { vi } from 'vitest';
import { createHandlers } from '../../../src/background/handlers.ts';
import { Library } from '../../../src/background/library.ts';
import type { ListState } from '../../../src/list-messages.ts';
import { fake } from '../../fakes/browser.ts';
import { watchlist } from '../../fixtures/list.ts';
import { NOW, packageOf, servePackage } from '../packaged.ts';
import { Hosts } from './host.ts';
import { ADDRESS, Publisher } from './publisher.ts';

/** A reader with a package, a database and a network, and the publisher of a list. */
export class Setting {
  readonly hosts = new Hosts();
  readonly publisher = new Publisher(this.hosts);
  now = NOW;
  library!: Library;
  handlers!: ReturnType<typeof createHandlers>;

  /** One in which the first version of the list marks already. */
  static async withList(): Promise<Setting> {
    const on = new Setting();
    await on.begin();
    await on.publisher.publish(on.publisher.list(1));
    await on.add();
    return on;
  }

  async begin(): Promise<void> {
    fake.reset();
    globalThis.indexedDB = new IDBFactory();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    servePackage(await packageOf(watchlist()));
    fake.origins.add('https://lists.example.org/*');
    await this.hosts.open();
    await this.publisher.begin();
    this.restart();
  }

  /** As when the browser has cleared or lost it; what is in `storage.local` stays. */
  loseDatabase(): void {
    globalThis.indexedDB = new IDBFactory();
    this.restart();
  }

  /** As after the end of the worker: nothing is left but what was stored. */
  restart(): void {
    this.library = new Library({ fetch: this.hosts.fetch, now: () => this.now, random: () => 0.5 });
    const { library } = this;
    this.handlers = createHandlers({ lists: () => library.lists(), today: () => '2026-02-01', library });
  }

  /** Adds the publisher's list as a reader does who compares the key. */
  add(address = ADDRESS) {
    const { fingerprint } = this.publisher.signer.key;
    return this.handlers.addList({ address, fingerprint }, OURS);
  }

  async update(id = this.publisher.id): Promise<ListState> {
    await this.handlers.updateLists({ id }, OURS);
    return this.state(id);
  }

  async states(): Promise<ListState[]> {
    return this.handlers.listStates(null, OURS);
  }

  async state(id = this.publisher.id): Promise<ListState> {
    const state = (await this.states()).find((one) => one.id === id);
    if (!state) throw new Error(`no list ${id}`);
    return state;
  }

  /** The version that marks, told by its own hashtag, and whether all of it is there; 0 for none. */
  async marking(): Promise<number> {
    const list = (await this.library.lists()).active.find((one) => one.list.id === this.publisher.id);
    const version = list?.list.version ?? 0;
    const tag = list?.identifiers.find(({ id }) => id.startsWith('h-v'))?.value;
    if (list && tag !== `Version${version}`) throw new Error(`version ${version} holds ${tag}`);
    return version;
  }

  /** What lies in the database. */
  async rows(): Promise<{ meta: unknown[]; staged: unknown[]; parts: string[] }> {
    const database = await openDB('statemark');
    const [meta, staged, parts] = await Promise.all([
      database.getAll('meta'),
      database.getAll('staged'),
      database.getAllKeys('parts'),
    ]);
    database.close();
    return { meta, staged, parts: parts as string[] };
  }
}

export const OURS = { id: 'statemark', url: 'chrome-extension://statemark/options.html' };
