import { fold, hasWord } from './fold.ts';
import type { Context } from './list-schema.ts';

/** A post's text made ready for asking whether terms are in it. */
export interface PostText {
  /** Folded words, separated and enclosed by single spaces; `_`, `#` and punctuation separate. */
  words: string;
  /** Folded hashtags, without the sign. */
  tags: ReadonlySet<string>;
}

export function postText(text: string, tags: Iterable<string>): PostText {
  return { words: wordsOf(text), tags: new Set([...tags].map(fold)) };
}

/**
 * Whether a post gives a `needs-context` name the company it needs. A term with `#` asks for that very
 * hashtag; any other for the words themselves, whole and in order, wherever they stand.
 */
export function inContext(post: PostText, context: Context): boolean {
  // A term without a letter or digit would be "in" every text that has none either.
  const holds = (term: string): boolean =>
    hasWord(term) && (term.startsWith('#') ? post.tags.has(fold(term.slice(1))) : post.words.includes(wordsOf(term)));
  if (context.none_of?.some(holds)) return false;
  if (context.all_of && !context.all_of.every(holds)) return false;
  return context.any_of === undefined || context.any_of.some(holds);
}

function wordsOf(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}
