/** A hashtag or mention found in plain text. `start` and `end` are UTF-16 offsets, the sign included. */
export interface Token {
  kind: 'hashtag' | 'mention';
  /** Without the sign. */
  value: string;
  start: number;
  end: number;
}

/** How one network reads its own text. All expressions are sticky and Unicode-aware. */
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
  SIGN.lastIndex = 0;
  for (let hit = SIGN.exec(text); hit !== null; hit = SIGN.exec(text)) {
    const token = tokenAt(text, hit.index, rule);
    if (token === undefined) continue;
    tokens.push(token);
    SIGN.lastIndex = token.end;
  }
  return tokens;
}

const SIGN = /[#＃@＠]/g;

function tokenAt(text: string, at: number, rule: TextRule): Token | undefined {
  const sign = text[at] ?? '';
  const isTag = rule.tagSigns.includes(sign);
  if (!isTag && !rule.mentionSigns.includes(sign)) return undefined;
  const notAfter = isTag ? rule.tagNotAfter : rule.mentionNotAfter;
  if (!standsFree(text, at, notAfter) || insideAddress(text, at)) return undefined;
  const value = sticky(isTag ? rule.tag : rule.mention, text, at + 1);
  if (value === undefined || (isTag && !rule.tagNeeds.test(value))) return undefined;
  const end = at + 1 + value.length;
  if (sticky(isTag ? rule.tagNotBefore : rule.mentionNotBefore, text, end) !== undefined) return undefined;
  return { kind: isTag ? 'hashtag' : 'mention', value, start: at, end };
}

function standsFree(text: string, at: number, notAfter: RegExp | undefined): boolean {
  if (at === 0) return true;
  const before = characterBefore(text, at);
  return notAfter === undefined ? /\s/u.test(before) : !notAfter.test(before);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return (low & 0xfc00) === 0xdc00 && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** `https://a.example/#part` and `a.example/@name` are addresses, not a tag and a mention. */
function insideAddress(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined || !/[\w/?&=.~%+-]/.test(before)) return false;
  const run = text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  return /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/)\S*$/iu.test(run);
}
const LONGEST_ADDRESS = 256;

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
