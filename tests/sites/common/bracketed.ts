import type { Expectation } from '../site.ts';
import { neutralPosts } from '../x/neutral-posts.ts';

type Found = Omit<Expectation, 'where'> & { where?: string };

/**
 * A post whose markup the server writes. `[[#tag]]`, `[[@name]]` and `[[https://…]]` in its text are what the
 * network makes links of, which is not the same on each; everything else is text.
 */
export type Bracketed = {
  /** Absent where a page has one author alone. */
  author?: string;
  text: string;
  lang?: 'en' | 'fa' | 'ar';
  planted?: Found[];
  decoys?: Found[];
};

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Text as markup: `link` makes an element of what stands in brackets. */
export function rich(text: string, link: (what: string) => string): string {
  return text
    .split(/\[\[(.+?)\]\]/u)
    .map((part, at) => (at % 2 === 1 ? link(part) : escaped(part)))
    .join('');
}

/**
 * `written` with everyday posts between and after them, `total` in all; the same at every call.
 * @param named what a private person is called on the network
 */
export function among<T extends Bracketed>(written: readonly T[], total: number, named: (at: string) => string): T[] {
  const everyday = neutralPosts(total - written.length).map(({ author, lang, text }) => ({
    author: named(author),
    lang,
    text: text
      .replaceAll(/(?:#[\p{L}\p{M}\p{Nd}_\u200c]+|https:\/\/\S+)/gu, '[[$&]]')
      .replaceAll(/@(\w+_sample)/g, (_, handle: string) => `[[@${named(handle)}]]`),
  })) as T[];
  const queue = [...written];
  const all: T[] = [];
  while (queue.length > 0 || everyday.length > 0) all.push(...everyday.splice(0, 1), ...queue.splice(0, 2));
  return all;
}

/** Where the names of posts stand: "post/1" is the first one's. */
export function expected(posts: readonly Bracketed[], which: 'planted' | 'decoys', path?: string): Expectation[] {
  return posts.flatMap((post, at) =>
    (post[which] ?? []).map(({ where = 'post', ...found }) => ({
      ...found,
      where: `${where}/${at + 1}`,
      ...(path !== undefined && { path }),
    })),
  );
}

/** A person's name as a hashtag: the list has its Arabic spelling. */
export function qasim(shown = 'قاسم_سلیمانی'): Found {
  return { kind: 'hashtag', value: 'قاسم_سليماني', shown, grade: 'name' };
}

/** What the address asks of every sample site. */
export function lookOf({ searchParams: asked }: URL): { dark: boolean; dir: string; lang: string } {
  return {
    dark: asked.get('theme') === 'dark',
    dir: asked.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    lang: asked.get('lang') ?? 'en',
  };
}
