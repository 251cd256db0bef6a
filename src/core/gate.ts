import { type Filter, mayHold, mayHoldFolded } from './filter.ts';
import { ACCOUNT_SIGN, ANYWHERE, accountKey, foldsHandles, TAG_SIGN } from './key.ts';
import type { PlatformId } from './names.ts';

/**
 * Asks a filter about the names of one network before anything is made of them: as `mayHold` of their keys, in a
 * fraction of the time.
 */
export class Gate {
  readonly #filter: Filter;
  readonly #platform: PlatformId;
  readonly #tags: readonly string[];
  readonly #accounts: readonly string[];
  readonly #foldsHandles: boolean;

  constructor(filter: Filter, platform: PlatformId) {
    this.#filter = filter;
    this.#platform = platform;
    this.#tags = [`${ANYWHERE}${TAG_SIGN}`, `${platform}${TAG_SIGN}`];
    this.#accounts = [`${platform}${ACCOUNT_SIGN}`];
    this.#foldsHandles = foldsHandles(platform);
  }

  hashtag(tag: string): boolean {
    return mayHoldFolded(this.#filter, this.#tags, tag);
  }

  account(handle: string): boolean {
    return this.#foldsHandles
      ? mayHoldFolded(this.#filter, this.#accounts, handle)
      : mayHold(this.#filter, accountKey(this.#platform, handle));
  }
}
