import { inContext, postText } from './context.ts';
import { findAddresses } from './find-addresses.ts';
import type { ListIndex } from './index-lists.ts';
import type { PlatformId } from './names.ts';
import { isPost, ofToken, type Sighting } from './sighting.ts';
import { type TextRule, tokenise } from './token.ts';
import type { Verdict } from './verdict.ts';
import { verdictsOn } from './verdicts-on.ts';

/** A post as text, without the page that it stood in. */
export interface PostInText {
  text: string;
  /** The account that wrote it: `name`, `@name` or an address. */
  author?: string;
  /** Address of the post. */
  url?: string;
}

/** What is known of the network that a post is from. */
export interface PostReader {
  platform: PlatformId;
  text: TextRule;
  /** See `findAddresses`. */
  paths?: RegExp;
  readAddress(raw: string): Sighting | undefined;
}

/** `address`: the post's own address names the account, or the community that it was posted in. */
export type NamePlace = 'author' | 'mention' | 'hashtag' | 'link' | 'address';

/** A name as it stands in a post. */
export interface NameInPost {
  sighting: Sighting;
  place: NamePlace;
}

/** One listed identifier in one post. */
export interface PostMatch {
  verdict: Verdict;
  /** The first of its sightings. */
  sighting: Sighting;
  places: NamePlace[];
  /** How often it stands there. */
  count: number;
}

/** Finds what a post names and is listed. Decides as the page's scanner does, but for what only a page shows. */
export function matchPost(post: PostInText, reader: PostReader, index: ListIndex): PostMatch[] {
  const names = namesInText(post.text, reader);
  const author = authorOf(post, reader);
  return matchNames(author ? [author, ...names] : names, post.text, index);
}

/**
 * Decides on the names of one post or block.
 * @param text what the context of a `needs-context` name is looked for in
 */
export function matchNames(names: readonly NameInPost[], text: string, index: ListIndex): PostMatch[] {
  const matches = new Map<string, PostMatch>();
  let context: ReturnType<typeof postText> | undefined;
  for (const { sighting, place } of names) {
    for (const verdict of verdictsOn(sighting, (key) => index.get(key) ?? NOTHING) ?? NOTHING) {
      if (verdict.context !== undefined) {
        context ??= postText(text, tagsOf(names));
        if (!inContext(context, verdict.context)) continue;
      }
      const key = `${verdict.list}/${verdict.identifier}`;
      const match = matches.get(key);
      if (match === undefined) {
        matches.set(key, { verdict, sighting, places: [place], count: 1 });
        continue;
      }
      match.count++;
      if (!match.places.includes(place)) match.places.push(place);
    }
  }
  return [...matches.values()];
}
const NOTHING: readonly Verdict[] = [];

function tagsOf(names: readonly NameInPost[]): string[] {
  return names.flatMap(({ sighting }) => (sighting.kind === 'hashtag' ? [sighting.tag] : []));
}

/** Hashtags, mentions and addresses, in this order. A link to a post names nobody, as on a page. */
function namesInText(text: string, reader: PostReader): NameInPost[] {
  const names: NameInPost[] = [];
  const addresses = findAddresses(text, reader.paths);
  for (const { kind, value, start, end } of tokenise(text, reader.text)) {
    if (!addresses.some((one) => start < one.end && end > one.start)) {
      names.push({ sighting: ofToken(kind, value, reader.platform), place: kind });
    }
  }
  for (const { href } of addresses) {
    const sighting = reader.readAddress(href);
    if (sighting !== undefined && !isPost(sighting)) names.push({ sighting, place: 'link' });
  }
  return names;
}

function authorOf({ author, url }: PostInText, reader: PostReader): NameInPost | undefined {
  const named = author?.replace(AROUND, '') ?? '';
  if (named !== '') {
    const sighting = named.includes('/')
      ? reader.readAddress(named)
      : ofToken('mention', named.replace(/^[@＠]/, ''), reader.platform);
    return sighting?.kind === 'account' ? { sighting, place: 'author' } : undefined;
  }
  const address = url === undefined || url === '' ? undefined : reader.readAddress(url);
  return address?.kind === 'account' ? { sighting: address, place: 'address' } : undefined;
}
/** Marks of direction and white space. */
const AROUND = /^[\s\u200e\u200f\u202a\u202c\u2066\u2068\u2069]+|[\s\u200e\u200f\u202a\u202c\u2066\u2068\u2069]+$/gu;
