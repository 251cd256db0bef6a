import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Watchlist } from '../core/list-schema.ts';
import { parseList } from '../core/parse-list.ts';

interface Schema extends DBSchema {
  lists: { key: string; value: { id: string; version: number; list: Watchlist } };
}

/** The active lists, kept between lives of the worker. Losing it loses nothing: the package has the bundled ones. */
export class Store {
  private readonly opened: Promise<IDBPDatabase<Schema>>;

  constructor(name = 'statemark') {
    this.opened = openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('lists', { keyPath: 'id' });
      },
      // Another version of the extension wants to upgrade: let it.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
    // Whoever asks for a list hears of a failure to open; an unasked one is none.
    this.opened.catch(() => undefined);
  }

  /** What is stored and still valid; a row that is not is as good as absent. */
  async lists(): Promise<Watchlist[]> {
    const rows = await (await this.opened).getAll('lists');
    return rows.flatMap((row) => {
      const parsed = parseList(row.list);
      return parsed.ok ? [parsed.list] : [];
    });
  }

  async put(list: Watchlist): Promise<void> {
    await (await this.opened).put('lists', { id: list.list.id, version: list.list.version, list });
  }
}
