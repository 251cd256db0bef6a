import { type Filter, mayHold } from '../core/filter.ts';
import type { Key } from '../core/key.ts';
import type { Verdict } from '../core/verdict.ts';
import { type LookupReply, MAX_KEY_LENGTH } from '../messages.ts';

/** Answers kept in a tab: the filter has already turned away almost every name. */
const CAPACITY = 5_000;
/** A message carries at most this many names, so that no page can make the background work at length. */
const BATCH = 200;

export interface VerdictSource {
  /** Undefined until the background has published one: then every name is asked for. */
  filter(): Filter | undefined;
  /** Whether every account is asked for: what resembles a listed name is in no filter. */
  asksAccounts?: boolean;
  lookup(keys: Key[]): Promise<LookupReply>;
  /** Called after answers have arrived, so that what waited for them can be judged again. */
  arrived(): void;
  failed(error: unknown): void;
}

/** What is known in this tab of names: filter first, then the exact answers of the background. */
export class Verdicts {
  readonly #known = new Map<Key, readonly Verdict[]>();
  #asking = new Set<Key>();
  readonly #inFlight = new Set<Key>();
  #generation = -1;

  readonly #source: VerdictSource;

  constructor(source: VerdictSource) {
    this.#source = source;
  }

  /**
   * Undefined when the answer is still on its way; it has been asked for.
   * @param gates keys of which the filter must hold one for the question to be worth asking
   */
  of(key: Key, gates: readonly Key[] = [key]): readonly Verdict[] | undefined {
    if (key.length > MAX_KEY_LENGTH) return NOTHING;
    const filter = this.#source.filter();
    const isAsked = this.#source.asksAccounts === true && ACCOUNT.test(key);
    if (filter && !isAsked && !gates.some((gate) => mayHold(filter, gate))) return NOTHING;
    const answer = this.#known.get(key);
    if (answer !== undefined) return answer;
    if (!this.#inFlight.has(key)) this.#ask(key);
    return undefined;
  }

  #ask(key: Key): void {
    // One message for all names of one pass over the page.
    if (this.#asking.size === 0) queueMicrotask(() => this.#flush());
    this.#asking.add(key);
    this.#inFlight.add(key);
  }

  #flush(): void {
    const keys = [...this.#asking];
    this.#asking = new Set();
    for (let i = 0; i < keys.length; i += BATCH) void this.#fetch(keys.slice(i, i + BATCH));
  }

  async #fetch(keys: Key[]): Promise<void> {
    try {
      const reply = await this.#source.lookup(keys);
      if (reply.generation !== this.#generation) this.#known.clear();
      this.#generation = reply.generation;
      for (const key of keys) this.#keep(key, NOTHING);
      for (const [key, verdicts] of reply.verdicts) this.#keep(key, verdicts);
      this.#source.arrived();
    } catch (error) {
      this.#source.failed(error);
    } finally {
      for (const key of keys) this.#inFlight.delete(key);
    }
  }

  #keep(key: Key, verdicts: readonly Verdict[]): void {
    this.#known.delete(key);
    this.#known.set(key, verdicts);
    if (this.#known.size > CAPACITY) this.#known.delete(this.#known.keys().next().value as Key);
  }
}

const NOTHING: readonly Verdict[] = [];
const ACCOUNT = /^[a-z]+@/;
