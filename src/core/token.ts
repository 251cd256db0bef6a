/** A hashtag or mention found in plain text. `start` and `end` are UTF-16 offsets, the sign included. */
export interface Token {
  kind: 'hashtag' | 'mention';
  /** Without the sign. */
  value: string;
  start: number;
  end: number;
}

/**
 * How one network reads its own text. All expressions are Unicode-aware; those for what a name is and what
 * follows it are sticky. White space beside a name never undoes it, and is asked of none of them.
 */
export interface TextRule {
  /** The signs that open a hashtag; empty where the network has none. */
  tagSigns: string;
  /** Characters of a tag, matched from right after the sign. */
  tag: RegExp;
  /** Must be found in a tag: a number alone is none. */
  tagNeeds: RegExp;
  /** The character before the sign must not match; undefined asks for white space or the beginning. */
  tagNotAfter: RegExp | undefined;
  /** What follows a tag and undoes it. */
  tagNotBefore: RegExp;
  mentionSigns: string;
  mention: RegExp;
  mentionNotAfter: RegExp;
  mentionNotBefore: RegExp;
}

/**
 * Finds hashtags and mentions as the network itself would link them. Linear in the text's length: every
 * character is looked at a bounded number of times.
 */
export function tokenise(text: string, rule: TextRule): Token[] {
  const tokens: Token[] = [];
  const signs = [text.indexOf('#'), text.indexOf('＃'), text.indexOf('@'), text.indexOf('＠')];
  for (let at = first(signs); at >= 0; at = first(signs)) {
    const token = tokenAt(text, at, rule);
    if (token) tokens.push(token);
    const from = token?.end ?? at + 1;
    for (let i = 0; i < SIGNS.length; i++) {
      const sign = signs[i] ?? -1;
      if (sign >= 0 && sign < from) signs[i] = text.indexOf(SIGNS[i] as string, from);
    }
  }
  return tokens;
}

/** Searched for one by one: that is many times as fast as a class of the four, and most text has none. */
const SIGNS = ['#', '＃', '@', '＠'] as const;

/** @returns the least that is not -1, or -1 */
function first(places: readonly number[]): number {
  let least = -1;
  for (const place of places) if (place >= 0 && (least < 0 || place < least)) least = place;
  return least;
}

function tokenAt(text: string, at: number, rule: TextRule): Token | undefined {
  const sign = text[at] ?? '';
  const isTag = rule.tagSigns.includes(sign);
  if (!isTag && !rule.mentionSigns.includes(sign)) return undefined;
  const notAfter = isTag ? rule.tagNotAfter : rule.mentionNotAfter;
  if (!isSpace(text, at - 1) && (!standsFree(text, at, notAfter) || insideAddress(text, at))) return undefined;
  const end = endOf(isTag ? rule.tag : rule.mention, text, at + 1);
  if (end <= at + 1) return undefined;
  const value = text.slice(at + 1, end);
  if (isTag && !rule.tagNeeds.test(value)) return undefined;
  if (!isSpace(text, end) && endOf(isTag ? rule.tagNotBefore : rule.mentionNotBefore, text, end) >= 0) return undefined;
  return { kind: isTag ? 'hashtag' : 'mention', value, start: at, end };
}

/** Most names stand between these, or at an end of the text: no rule need be asked then. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a || at < 0 || at >= text.length;
}

function standsFree(text: string, at: number, notAfter: RegExp | undefined): boolean {
  const before = characterBefore(text, at);
  return notAfter === undefined ? /\s/u.test(before) : !notAfter.test(before);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return (low & 0xfc00) === 0xdc00 && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** `https://a.example/#part` and `a.example/@name` are addresses, not a tag and a mention. */
function insideAddress(text: string, at: number): boolean {
  if (!/[\w/?&=.~%+-]/.test(text[at - 1] ?? '')) return false;
  let from = at;
  while (from > 0 && from > at - LONGEST_ADDRESS && !isWhite(text.charCodeAt(from - 1))) from--;
  const run = text.slice(from, at);
  return /[./]/.test(run) && ADDRESS.test(run);
}
const LONGEST_ADDRESS = 256;
const ADDRESS = /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/)/iu;

function isWhite(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)));
}

/** @returns where a match at this place ends, or -1 */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
