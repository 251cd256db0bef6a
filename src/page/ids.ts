import { fold } from '../core/fold.ts';

/** A page shows few accounts with their ids; more than this are not remembered. */
const CAPACITY = 5_000;
/** Seen with two ids: agrees with no entry, because a missing mark is better than a wrong one. */
const UNSETTLED = '';

/** Stable ids that this page has shown for handles. */
export class KnownIds {
  readonly #ids = new Map<string, string>();

  get(platform: string, handle: string): string | undefined {
    if (this.#ids.size === 0) return undefined;
    return this.#ids.get(`${platform}@${fold(handle)}`);
  }

  /** @returns whether this is news */
  learn(platform: string, handle: string, id: string): boolean {
    const key = `${platform}@${fold(handle)}`;
    const known = this.#ids.get(key);
    if (known === id || known === UNSETTLED) return false;
    this.#ids.set(key, known === undefined ? id : UNSETTLED);
    if (this.#ids.size > CAPACITY) this.#ids.delete(this.#ids.keys().next().value as string);
    return true;
  }
}
