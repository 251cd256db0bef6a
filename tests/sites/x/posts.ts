import type { Expectation } from '../site.ts';
import { decoyPosts } from './decoy-posts.ts';
import { neutralPosts } from './neutral-posts.ts';
import { plantedPosts } from './planted-posts.ts';
import type { Found, Post, WrittenPost } from './post.ts';

const total = 240;
const firstId = 1_890_000_000_000_000_000n;

const ordered = interleave();

/** The sample timeline, newest first. */
export const posts: readonly Post[] = ordered.map((written, index) => {
  const { planted: _planted, decoys: _decoys, ...post } = written;
  return { id: statusId(index), ...post };
});

export const plantedInPosts: readonly Expectation[] = gather('planted');
export const decoysInPosts: readonly Expectation[] = gather('decoys');

/**
 * Something planted every third post at first, decoys and everyday posts between;
 * past them only everyday posts, where nothing may be marked.
 */
function interleave(): WrittenPost[] {
  const planted = [...plantedPosts];
  const decoys = [...decoyPosts];
  const neutral = neutralPosts(total - planted.length - decoys.length);
  const turns = [planted, neutral, decoys, planted, neutral];
  return Array.from({ length: total }, (_, index) => {
    const next = turns[index % turns.length]?.shift() ?? neutral.shift() ?? planted.shift();
    if (!next) throw new Error('fewer posts than planned');
    return next;
  });
}

function gather(which: 'planted' | 'decoys'): Expectation[] {
  return ordered.flatMap((post, index) =>
    (post[which] ?? []).map(({ where = 'post', ...found }: Found) => ({
      ...found,
      where: `${where}/${statusId(index)}`,
    })),
  );
}

function statusId(index: number): string {
  // Ids fall with age, as the real ones do.
  return String(firstId + BigInt(total - index) * 1_000n);
}
