import { expect, it } from 'vitest';
import type { Expectation } from '../site.ts';
import { authors } from './authors.ts';
import { decoys, planted } from './expected.ts';
import { posts } from './posts.ts';

const context = /soleimani|suleimani|سلیمانی|سليماني|قاسم/i;

/** What a reader sees of the part of the post that `where` names. */
function seenAt({ where }: Expectation): string {
  const [part, id] = where.split('/');
  const post = posts.find((one) => one.id === id);
  if (!post) throw new Error(`no post at ${where}`);
  if (part === 'context') return post.repostedBy ?? '';
  if (part === 'quote') return `${post.quote?.author} ${post.quote?.text}`;
  return `${post.author} ${post.text} ${post.rest ?? ''}`;
}

it.each([
  ['planted', planted],
  ['decoys', decoys],
] as const)('every one of the %s stands where it is said to', (_name, expected) => {
  const inPosts = expected.filter(({ where }) => /^(post|quote|context)\//.test(where));
  expect(inPosts.length).toBeGreaterThan(15);
  const lost = inPosts.filter((one) => !seenAt(one).includes(one.shown ?? one.value));
  expect(lost).toEqual([]);
});

it('no common word that must stay unmarked has its context by accident', () => {
  const common = decoys.filter(({ where, value }) => where.startsWith('post/') && /^(hero|commander)$/i.test(value));
  expect(common.length).toBeGreaterThan(1);
  for (const decoy of common) expect(seenAt(decoy)).not.toMatch(context);
});

it('is long, in three languages, by known authors, each post with an id of its own', () => {
  expect(posts.length).toBeGreaterThanOrEqual(200);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  expect(new Set(posts.map(({ lang }) => lang))).toEqual(new Set(['en', 'fa', 'ar']));
  expect(posts.filter(({ author }) => !authors.has(author))).toEqual([]);
});

it('tells the page nothing of what is expected of it', () => {
  expect(JSON.stringify(posts)).not.toMatch(/"(planted|decoys)"/);
});
