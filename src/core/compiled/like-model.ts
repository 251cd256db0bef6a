import * as v from 'valibot';
import { type Key, nameKey } from '../key.ts';
import type { Identifier } from '../list-schema.ts';
import { name } from '../list-values.ts';

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

/** Whether a key can be shared with a row of this kind: the same question, asked of very many keys. */
export function isLike(model: Pick<Identifier, 'platform' | 'kind'>, key: Key): boolean {
  const value = valueIn(model, key);
  return value !== undefined && (PLAIN.test(value) || v.is(name, value));
}
/** Names that no rule is against: most. */
const PLAIN = /^[a-z0-9][a-z0-9_]{0,63}$/;

function valueIn({ platform, kind }: Pick<Identifier, 'platform' | 'kind'>, key: Key): string | undefined {
  const sign = kind === 'domain' ? '/' : kind === 'hashtag' ? '#' : '@';
  const value = key.slice(key.indexOf(sign) + 1);
  return nameKey(platform, kind, value) === key ? value : undefined;
}

/** Whether an id names one of very many: ids of rows have none of these signs. */
export function isKey(id: string): boolean {
  return /[@#/!]/.test(id);
}
