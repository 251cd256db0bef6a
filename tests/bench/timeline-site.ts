import type { Handler } from '../harness/server.ts';
import { authors } from '../sites/x/authors.ts';
import type { Post } from '../sites/x/post.ts';
import { x } from '../sites/x/x.ts';
import { makeCorpus, seeded } from './corpus.ts';

/** Listed by the bundled lists, on every network or on X. */
const LISTED = ['#We_Are_Qassem', '#QassemSoleimani', '@khamenei_ir', '#Martyr_Soleimani'];
const FIRST_ID = 1_890_000_000_000_000_000n;

/** The sample site with a long timeline of made-up posts. @param share 0 to 1: of them that name somebody listed */
export function timelineSite(count: number, share: number): Handler {
  const data = Buffer.from(
    `export const posts = ${JSON.stringify(timelinePosts(count, share))};\nexport const authors = ${JSON.stringify([...authors.values()])};\n`,
  );
  return (request, response) =>
    request.url.pathname === '/assets/data.js'
      ? { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: data }
      : x.handler(request, response);
}

function timelinePosts(count: number, share: number): Post[] {
  const random = seeded(7);
  const { posts } = makeCorpus(count, share, LISTED, 11);
  return posts.map((text, i) => ({
    id: String(FIRST_ID - BigInt(i) * 60_000n),
    author: `sample_author_${Math.floor(random() * 400)}`,
    lang: 'en',
    text,
    ...(random() < 0.2 && { photo: true as const }),
    ...(random() < 0.1 && {
      quote: { id: String(FIRST_ID - BigInt(i) * 60_000n - 1n), author: 'quoted_sample', lang: 'en' as const, text },
    }),
    ...(random() < 0.1 && { card: { domain: 'news.example.org', title: 'A report on boats' } }),
  }));
}
