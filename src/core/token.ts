import { UnitTable } from './unit-table.ts';

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
  /**
   * Up to so many letters, decimal digits and `_`, with a letter among them and no `_` last, are read as one tag
   * behind `#` where they stand between spaces: most tags are found so, without an expression.
   */
  plainTag?: number;
  /** Up to so many ASCII letters, digits and `_` are read as one mention behind `@`, as with tags. */
  plainMention?: number;
}

/**
 * Finds hashtags and mentions as the network itself would link them. Linear in the text's length: every
 * character is looked at a bounded number of times.
 */
export function tokenise(text: string, rule: TextRule): readonly Token[] {
  let hash = text.indexOf('#');
  let at = text.indexOf('@');
  let wideHash = text.indexOf('＃');
  let wideAt = text.indexOf('＠');
  if (hash < 0 && at < 0 && wideHash < 0 && wideAt < 0) return NONE;
  let tokens: Token[] | undefined;
  for (;;) {
    const sign = least(least(hash, at), least(wideHash, wideAt));
    if (sign < 0) return tokens ?? NONE;
    const token = nameAt(text, sign, sign === hash || sign === wideHash, rule);
    // Most texts have one: an array that is written out takes no more room than that.
    if (tokens === undefined) tokens = token && [token];
    else if (token !== undefined) tokens.push(token);
    const from = token === undefined ? sign + 1 : token.end;
    if (hash >= 0 && hash < from) hash = text.indexOf('#', from);
    if (at >= 0 && at < from) at = text.indexOf('@', from);
    if (wideHash >= 0 && wideHash < from) wideHash = text.indexOf('＃', from);
    if (wideAt >= 0 && wideAt < from) wideAt = text.indexOf('＠', from);
  }
}
const NONE: readonly Token[] = [];

/** @returns the lesser that is not -1, or -1 */
function least(one: number, other: number): number {
  return other < 0 || (one >= 0 && one < other) ? one : other;
}

function nameAt(text: string, at: number, isTag: boolean, rule: TextRule): Token | undefined {
  const opens = isSpace(text, at - 1);
  const end = (opens ? plainEnd(text, at, rule) : 0) || endByRule(text, at, isTag, opens, rule);
  return end > 0 ? { kind: isTag ? 'hashtag' : 'mention', value: text.slice(at + 1, end), start: at, end } : undefined;
}

/** @returns where the name ends, or 0 if the network would link none */
function endByRule(text: string, at: number, isTag: boolean, opens: boolean, rule: TextRule): number {
  const sign = text[at] as string;
  if (!(isTag ? rule.tagSigns : rule.mentionSigns).includes(sign)) return 0;
  const notAfter = isTag ? rule.tagNotAfter : rule.mentionNotAfter;
  if (!opens && (insideAddress(text, at) || !standsFree(text, at, notAfter))) return 0;
  const end = endOf(isTag ? rule.tag : rule.mention, text, at + 1);
  if (end <= at + 1 || (isTag && !rule.tagNeeds.test(text.slice(at + 1, end)))) return 0;
  const notBefore = isTag ? rule.tagNotBefore : rule.mentionNotBefore;
  return isSpace(text, end) || endOf(notBefore, text, end) < 0 ? end : 0;
}

/** @returns where a name ends that needs no rule to be read, or 0: there may be one nevertheless */
function plainEnd(text: string, at: number, { plainTag = 0, plainMention = 0 }: TextRule): number {
  const sign = text.charCodeAt(at);
  if (sign === HASH) return plainTagEnd(text, at + 1, plainTag);
  return sign === AT ? plainMentionEnd(text, at + 1, plainMention) : 0;
}

function plainTagEnd(text: string, from: number, most: number): number {
  const { units } = KINDS;
  let all = 0;
  let end = from;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const kind = units[unit] || KINDS.fill(unit);
    if ((kind & WORD) === 0) break;
    all |= kind;
  }
  const isTag = (all & LETTER) !== 0 && end - from <= most && isSpace(text, end);
  return isTag && text.charCodeAt(end - 1) !== LOW_LINE ? end : 0;
}

function plainMentionEnd(text: string, from: number, most: number): number {
  const { units } = KINDS;
  let end = from;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit >= 0x80 || ((units[unit] || KINDS.fill(unit)) & WORD) === 0) break;
  }
  return end > from && end - from <= most && isSpace(text, end) ? end : 0;
}

const HASH = 0x23;
const AT = 0x40;
const LOW_LINE = 0x5f;

const LETTER = 1;
/** A letter, a decimal digit or `_`. */
const WORD = 2;
/** What an address may have before a sign that is part of it. */
const OF_ADDRESS = 4;
const WHITE = 8;
const NEITHER = 16;
const KINDS = new UnitTable((letter) => {
  if (/\s/.test(letter)) return WHITE;
  const word = /\p{L}/u.test(letter) ? LETTER | WORD : /[\p{Nd}_]/u.test(letter) ? WORD : NEITHER;
  return /[\w/?&=.~%+-]/.test(letter) ? word | OF_ADDRESS : word;
});

/** Most names stand between these, or at an end of the text: no rule need be asked then. */
function isSpace(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a;
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
  if (at === 0 || (KINDS.at(text.charCodeAt(at - 1)) & OF_ADDRESS) === 0) return false;
  const { units } = KINDS;
  const least = Math.max(0, at - LONGEST_ADDRESS);
  let from = at - 1;
  for (; from > least; from--) {
    const unit = text.charCodeAt(from - 1);
    if (((units[unit] || KINDS.fill(unit)) & WHITE) !== 0) break;
  }
  if (text.startsWith('https://', from)) return true; // As nearly all of them do.
  const run = text.slice(from, at);
  return /[./]/.test(run) && ADDRESS.test(run);
}
const LONGEST_ADDRESS = 256;
const ADDRESS = /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/)/iu;

/** @returns where a match at this place ends, or -1 */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
