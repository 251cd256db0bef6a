import type { TextRule } from '../core/token.ts';

/** The tag of an address by a network's own rule: all of what stands there, or nothing. */
export function wholeTag(raw: string, { tag, tagNeeds }: TextRule): string | undefined {
  tag.lastIndex = 0;
  return tag.exec(raw)?.[0] === raw && tagNeeds.test(raw) ? raw : undefined;
}
