import { readSettings } from '../settings.ts';
import { bundledLists } from './bundled.ts';
import { type Installed, installedLists } from './installed.ts';
import { type KeptIndex, keepIndex, keptIndex, stateOfLists } from './kept-index.ts';
import type { Lists } from './lists.ts';
import { loadLists } from './load-lists.ts';
import { ListStore } from './updates/list-store.ts';
import { followPins } from './updates/pinned.ts';
import { endProgress } from './updates/progress.ts';
import { Updater } from './updates/updater.ts';

/** As long as what woke the worker may need it. Milliseconds. */
const SOON = 1_000;

/** What of the outside world lists depend on. */
export interface LibraryWorld {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** [0, 1) */
  random(): number;
}

/** All lists: those in the package, those in the database, what is made of them for pages, and their updates. */
export class Library {
  readonly store = new ListStore();
  readonly updater: Updater;
  readonly world: LibraryWorld;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  private loaded: Promise<Lists> | undefined;
  private isRead = false;
  private kept: Promise<KeptIndex | undefined> | undefined;

  constructor(world: LibraryWorld) {
    this.world = world;
    this.now = world.now;
    this.updater = new Updater({
      ...world,
      store: this.store,
      bundled: async (id) => (await bundledLists()).find((one) => one.id === id)?.manifest,
      changed: () => this.changed(),
    });
  }

  /** The lists that mark, indexed: once in each life of the worker, and after each change. */
  lists(): Promise<Lists> {
    if (this.loaded) return this.loaded;
    const loading = this.load();
    this.loaded = loading;
    const settled = (isRead: boolean): void => {
      if (this.loaded !== loading) return;
      this.isRead = isRead;
      // A failure is not for ever: the next question tries again.
      if (!isRead) this.loaded = undefined;
    };
    loading.then(
      () => settled(true),
      () => settled(false),
    );
    return loading;
  }

  private async load(): Promise<Lists> {
    const today = this.today();
    const state = await stateOfLists(today);
    const lists = await loadLists(this, today);
    // That it cannot be kept costs the next life of the worker a moment.
    keepIndex(state, lists.whole).catch(() => undefined);
    return lists;
  }

  /** What an earlier life of the worker made of these very lists, until they are read in this one. */
  async early(): Promise<KeptIndex | undefined> {
    if (this.isRead) return undefined;
    this.kept ??= keptIndex(this.today()).catch(() => undefined);
    return this.kept;
  }

  /** `YYYY-MM-DD`, in UTC. */
  today(): string {
    return new Date(this.now()).toISOString().slice(0, 10);
  }

  async installed(): Promise<Installed[]> {
    return installedLists(this, (await readSettings()).lists);
  }

  /** After any change of what is installed or on: open pages hear of it and are read anew. */
  async changed(): Promise<void> {
    this.loaded = undefined;
    this.isRead = false;
    this.kept = Promise.resolve(undefined);
    await (await this.lists()).publishFilter();
  }

  /**
   * At each start of the worker: tells pages of the lists, then sees to updates that were missed. A worker that is
   * woken by a page and knows what to answer does so first.
   */
  async open(): Promise<void> {
    await endProgress();
    const isKnown = (await this.early()) !== undefined;
    if (isKnown) await new Promise((resolve) => setTimeout(resolve, SOON));
    await followPins({ ...this.world, store: this.store }, await bundledLists());
    if (!isKnown) await (await this.lists()).publishFilter();
    await this.updater.updateDue();
  }
}
