/**
 * Many requests of one transaction, without a wrapper around each: an update makes thousands, and what the
 * collector has to do for all these small objects would be the longest step of it.
 */

export type PartBytes = Map<string, Uint8Array<ArrayBuffer>>;

interface Row {
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is not there is not in the answer. */
export async function partsIn(store: IDBObjectStore, names: readonly string[]): Promise<PartBytes> {
  const found: PartBytes = new Map();
  await all(
    names,
    (name) => store.get(name) as IDBRequest<Row | undefined>,
    (row) => row && found.set(row.sha256, row.bytes),
  );
  return found;
}

export function putAll(store: IDBObjectStore, rows: readonly Row[]): Promise<void> {
  return all(rows, (row) => store.put(row));
}

export function deleteAll(store: IDBObjectStore, names: readonly string[]): Promise<void> {
  return all(names, (name) => store.delete(name));
}

/** Settles within the last request's event, so that the transaction can be gone on with. */
function all<Of, Result>(
  things: readonly Of[],
  make: (of: Of) => IDBRequest<Result>,
  then: (result: Result) => void = () => undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = things.length;
    if (left === 0) resolve();
    for (const thing of things) {
      const request = make(thing);
      request.onsuccess = () => {
        then(request.result);
        if (--left === 0) resolve();
      };
      request.onerror = () => reject(request.error);
    }
  });
}
