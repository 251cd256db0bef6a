import type { Expectation } from '../site.ts';

export type Lang = 'en' | 'fa' | 'ar';

/** One post of the sample timeline, as the page's own script gets it. */
export type Post = {
  /** A status id: digits only, as in the address. */
  id: string;
  author: string;
  lang: Lang;
  text: string;
  /** Follows `text` once "Show more" is pressed. */
  rest?: string;
  quote?: { id: string; author: string; lang: Lang; text: string };
  repostedBy?: string;
  card?: { domain: string; title: string };
  photo?: true;
  promoted?: true;
};

/** A post with what it holds for the tests; this part never reaches the page. */
export type WrittenPost = Omit<Post, 'id'> & {
  planted?: Found[];
  decoys?: Found[];
};

/** `where` is "post" (default), "quote" or "context"; the post's id is added to it. */
export type Found = Omit<Expectation, 'where'> & { where?: 'post' | 'quote' | 'context' };

export function tag(value: string, more: Partial<Found> = {}): Found {
  return { kind: 'hashtag', value, ...more };
}

export function account(value: string, more: Partial<Found> = {}): Found {
  return { kind: 'account', value, ...more };
}
