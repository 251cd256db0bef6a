import { hasWord } from '../core/fold.ts';
import { accountIn, type Key } from '../core/key.ts';
import type { Watchlist } from '../core/list-schema.ts';
import { LookAlikeIndex } from '../core/look-alike.ts';
import { LOOK_ALIKES } from '../core/look-alike-id.ts';
import { type KnownAccount, knownAccounts } from '../core/look-alike-known.ts';
import type { Verdict } from '../core/verdict.ts';
import type { InstalledList } from '../evidence-messages.ts';
import type { ResemblanceEvidence } from '../look-alike-messages.ts';
import type { IdentifierRef, LookupReply } from '../messages.ts';
import type { Settings } from '../settings.ts';

/** As far as look-alikes are concerned. */
export interface ListsToResemble {
  readonly generation: number;
  readonly active: readonly Watchlist[];
  lookup(keys: readonly Key[]): LookupReply;
  /** Those that are off as well. */
  readonly all: () => Promise<readonly InstalledList[]>;
}

type Wish = Pick<Settings, 'lookAlikes' | 'guarded'>;

/** Finds look-alikes where the reader wishes it: then, and not before, the accounts are indexed. */
export class LookAlikes {
  private built:
    | { active: readonly Watchlist[]; generation: number; guarded: string; index: Promise<LookAlikeIndex> }
    | undefined;

  /** @param reply what the lists say of the keys: where they say anything, nothing is added */
  async withLookAlikes(
    reply: LookupReply,
    keys: readonly Key[],
    lists: ListsToResemble,
    wish: Wish,
  ): Promise<LookupReply> {
    if (!wish.lookAlikes) return reply;
    const answered = new Set(reply.verdicts.map(([key]) => key));
    const open = [...new Set(keys)].filter((key) => !answered.has(key));
    const index = await this.index(lists, wish.guarded);
    const found = open.flatMap((key): LookupReply['verdicts'] => {
      const verdict = verdictOn(key, index);
      return verdict ? [[key, [verdict]]] : [];
    });
    return { ...reply, verdicts: [...reply.verdicts, ...found] };
  }

  /** @returns undefined for a reference to something else, and for what resembles nothing any more */
  async evidence(ref: IdentifierRef, lists: ListsToResemble, wish: Wish): Promise<ResemblanceEvidence | undefined> {
    if (ref.list !== LOOK_ALIKES || !wish.lookAlikes) return undefined;
    const key = ref.identifier;
    const found = (await this.index(lists, wish.guarded)).find(key);
    if (found === undefined) return undefined;
    const list = lists.active.find((one) => one.list.id === found.of.list);
    const label = list?.entities.find((entity) => entity.id === found.of.entity)?.label;
    return {
      ...found,
      ref,
      shown: accountIn(key),
      ...(list && { listTitle: list.list.title }),
      ...(label && { entityLabel: label }),
    };
  }

  private index(lists: ListsToResemble, guarded: readonly string[]): Promise<LookAlikeIndex> {
    const names = guarded.join('\n');
    const { active, generation } = lists;
    const { built } = this;
    if (built?.active === active && built.generation === generation && built.guarded === names) return built.index;
    const index = indexOf(lists, guarded);
    this.built = { active, generation, guarded: names, index };
    return index;
  }
}

async function indexOf(lists: ListsToResemble, guarded: readonly string[]): Promise<LookAlikeIndex> {
  const isShown = (key: Key): boolean => lists.lookup([key]).verdicts.length > 0;
  const all = await lists.all().catch((error: unknown): readonly InstalledList[] => {
    console.warn('Statemark: lists that are off cannot be read; their names may count as look-alikes', error);
    return [];
  });
  const off = all.filter(({ on }) => !on).map(({ list }) => list);
  const { known, own } = knownAccounts({ active: lists.active, off }, guarded.flatMap(guardedAccount), isShown);
  return new LookAlikeIndex(known, own);
}

/** A guarded name as settings store it; none for what they cannot hold. */
function guardedAccount(stored: string): KnownAccount[] {
  const account = accountIn(stored);
  return account.platform !== '' && hasWord(account.name) ? [account] : [];
}

function verdictOn(key: Key, index: LookAlikeIndex): Verdict | undefined {
  const found = index.find(key);
  if (found === undefined) return undefined;
  return {
    list: LOOK_ALIKES,
    identifier: key,
    entity: LOOK_ALIKES,
    name: `@${found.of.name}`,
    kind: 'look-alike',
    // That the spellings resemble one another is certain; nothing else is said.
    grade: 'confirmed',
  };
}
