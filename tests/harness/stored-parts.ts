import type { Page } from 'puppeteer-core';

/** How many parts of lists the database holds: those in use, and those of an update under way. */
export interface StoredParts {
  parts: number;
  staged: number;
}

/** @param page one of the extension's own */
export async function storedParts(page: Page): Promise<StoredParts> {
  const counts = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('statemark'));
    const tx = database.transaction(['parts', 'staged']);
    const parts = await done(tx.objectStore('parts').count());
    const staged = await done(tx.objectStore('staged').count());
    database.close();
    return JSON.stringify({ parts, staged });
  });
  return JSON.parse(counts) as StoredParts;
}
