import type { HashtagSighting } from '../core/sighting.ts';
import type { TextRule } from '../core/token.ts';

/** The hashtag of an address by its network's own rule: all of what stands there, or nothing. */
export function wholeTag(
  platform: HashtagSighting['platform'],
  tag: string | undefined,
  rule: Pick<TextRule, 'tag' | 'tagNeeds'>,
): HashtagSighting | undefined {
  if (tag === undefined) return undefined;
  rule.tag.lastIndex = 0;
  return rule.tag.exec(tag)?.[0] === tag && rule.tagNeeds.test(tag) ? { kind: 'hashtag', platform, tag } : undefined;
}

/** The tag that is searched for: a search is a hashtag's page only when it asks for that hashtag and nothing else. */
export function searchedTag(query: string | null): string | undefined {
  const asked = query?.trim() ?? '';
  return /^[#＃]/.test(asked) ? asked.slice(1) : undefined;
}
