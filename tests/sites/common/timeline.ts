import type { Expectation } from '../site.ts';
import { authors as people } from '../x/authors.ts';
import { neutralPosts } from '../x/neutral-posts.ts';

export type Author = {
  handle: string;
  name: string;
  /** Where the network shows one. */
  id?: string;
  bio?: string;
  verified?: true;
};

/** One post as the page's own script gets it. `!#tag` in its text is a tag that the network made no link of. */
export type Post = {
  id: string;
  author: string;
  lang: 'en' | 'fa' | 'ar';
  text: string;
  /** Follows `text` once "more" is pressed. */
  rest?: string;
  /** Stands in the place of `text` once "See translation" is pressed. */
  translation?: string;
  quote?: { author: string; text: string };
  comments?: { author: string; text: string }[];
  photo?: true;
  /** Whatever else a network's builder wants to know. */
  more?: Record<string, string>;
};

type Found = Omit<Expectation, 'where'> & { where?: string };

/** A post with what it holds for the tests; this part never reaches the page. */
export type WrittenPost = Omit<Post, 'id'> & { planted?: Found[]; decoys?: Found[] };

export type Timeline = {
  posts: readonly Post[];
  authors: readonly Author[];
  planted: readonly Expectation[];
  decoys: readonly Expectation[];
};

export function tag(value: string, more: Partial<Found> = {}): Found {
  return { kind: 'hashtag', value, ...more };
}

export function account(value: string, more: Partial<Found> = {}): Found {
  return { kind: 'account', value, ...more };
}

export function domain(value: string, more: Partial<Found> = {}): Found {
  return { kind: 'domain', value, ...more };
}

const total = 72;

/**
 * Written posts with everyday ones between and after them, newest first.
 * @param named how a private person of the everyday posts is called on the network: `lena_sample`
 * @param idOf the id of the post at that place
 */
export function timeline(
  written: readonly WrittenPost[],
  authors: readonly Author[],
  named: (handle: string) => string,
  idOf: (at: number) => string,
): Timeline {
  const everyday = neutralPosts(total - written.length).map(({ author, lang, text, photo }) => ({
    author: named(author),
    lang,
    text: text.replace(/@(\w+_sample)/g, (_, handle) => `@${named(handle)}`),
    ...(photo && { photo }),
  }));
  const queue = [...written];
  const all: WrittenPost[] = [];
  // Two written ones, then an everyday one; past them only everyday ones, where nothing may be marked.
  while (queue.length > 0 || everyday.length > 0) {
    all.push(...queue.splice(0, 2), ...everyday.splice(0, 1));
  }
  const gather = (which: 'planted' | 'decoys'): Expectation[] =>
    all.flatMap((post, at) =>
      (post[which] ?? []).map(({ where = 'post', ...found }) => ({ ...found, where: `${where}/${idOf(at)}` })),
    );
  return {
    posts: all.map(({ planted: _planted, decoys: _decoys, ...post }, at) => ({ id: idOf(at), ...post })),
    authors: [...authors, ...privatePeople(named)],
    planted: gather('planted'),
    decoys: gather('decoys'),
  };
}

function privatePeople(named: (handle: string) => string): Author[] {
  return [...people.values()]
    .filter(({ handle }) => handle.endsWith('_sample'))
    .map(({ handle, name, bio }) => ({ handle: named(handle), name, bio }));
}
