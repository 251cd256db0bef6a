import * as v from 'valibot';
import { type Key, nameKey } from '../key.ts';
import type { Identifier } from '../list-schema.ts';
import { name } from '../list-values.ts';
import type { KeyWalk } from './key-walk.ts';

/**
 * The identifier that a shared key stands for: all that is said of the model holds for it, but for names and ids,
 * which are the model's own. Its id is the key itself: no row can be called so.
 * @returns undefined for a key that is no name of the model's kind, as such names are written in keys
 */
export function likeModel(model: Identifier, key: Key): Identifier | undefined {
  const value = valueIn(model, key);
  if (value === undefined || !v.is(name, value)) return undefined;
  const { aliases: _aliases, stable_id: _id, ...said } = model;
  return { ...said, id: key, value };
}

/** What decides whether a key can be shared with a row, read once for very many keys. */
export interface Likeness extends Pick<Identifier, 'platform' | 'kind'> {
  /** Of the keys of names that are written in keys as they are. */
  prefix: string;
}

export function likenessOf({ platform, kind }: Identifier): Likeness {
  return { platform, kind, prefix: nameKey(platform, kind, 'a').slice(0, -1) };
}

/** Whether a key can be shared with a row of this kind: `likeModel`'s question, asked of very many keys. */
export function isLikeIn(model: Likeness, key: KeyWalk): boolean {
  if (isPlain(key, model.prefix)) return true;
  const value = valueIn(model, key.text);
  return value !== undefined && v.is(name, value);
}

/** Whether a name that no rule is against, and that every network keeps as it is, stands behind the prefix: as most do. */
function isPlain(key: KeyWalk, prefix: string): boolean {
  const { units, length } = key;
  const letters = length - prefix.length;
  if (letters < 1 || letters > 64 || !key.startsWith(prefix) || units[prefix.length] === LOW_LINE) return false;
  for (let i = prefix.length; i < length; i++) {
    const unit = units[i] as number;
    const isLetter = unit >= 0x61 && unit <= 0x7a;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isLetter && !isDigit && unit !== LOW_LINE) return false;
  }
  return true;
}
const LOW_LINE = 0x5f;

function valueIn({ platform, kind }: Pick<Identifier, 'platform' | 'kind'>, key: Key): string | undefined {
  const sign = kind === 'domain' ? '/' : kind === 'hashtag' ? '#' : '@';
  const value = key.slice(key.indexOf(sign) + 1);
  return nameKey(platform, kind, value) === key ? value : undefined;
}

/** Whether an id names one of very many: ids of rows have none of these signs. */
export function isKey(id: string): boolean {
  return /[@#/!]/.test(id);
}
