import { readSettings } from '../settings.ts';
import { bundledLists } from './bundled.ts';
import { type Installed, installedLists } from './installed.ts';
import { type Lists, loadLists } from './lists.ts';
import { ListStore } from './updates/list-store.ts';
import { followPins } from './updates/pinned.ts';
import { endProgress } from './updates/progress.ts';
import { Updater } from './updates/updater.ts';

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
    const loading = loadLists(this, new Date(this.now()).toISOString().slice(0, 10));
    this.loaded = loading;
    // A failure is not for ever: the next question tries again.
    loading.catch(() => {
      if (this.loaded === loading) this.loaded = undefined;
    });
    return loading;
  }

  async installed(): Promise<Installed[]> {
    return installedLists(this, (await readSettings()).lists);
  }

  /** After any change of what is installed or on: open pages hear of it and are read anew. */
  async changed(): Promise<void> {
    this.loaded = undefined;
    await (await this.lists()).publishFilter();
  }

  /** At each start of the worker: tells pages of the lists, then sees to updates that were missed. */
  async open(): Promise<void> {
    await endProgress();
    await followPins({ ...this.world, store: this.store }, await bundledLists());
    await (await this.lists()).publishFilter();
    await this.updater.updateDue();
  }
}
