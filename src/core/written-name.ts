import type { Key } from './key.ts';
import type { Identifier } from './list-schema.ts';

/** A name as people write it: `#tag`, `@handle`, `host`. */
export function writtenName({ kind, value }: Pick<Identifier, 'kind' | 'value'>): string {
  if (kind === 'hashtag') return `#${value}`;
  return kind === 'domain' ? value : `@${value}`;
}

/**
 * The name in a key as people write it. Where a list has too many names to be rows, its identifiers are called by
 * their keys: `x@name`, `*#tag`, `web/host`.
 * @returns undefined for what is no such key
 */
export function writtenKey(key: Key): string | undefined {
  const sign = key.search(/[@#/]/);
  if (sign < 0) return undefined;
  return key[sign] === '/' ? key.slice(sign + 1) : key.slice(sign);
}
