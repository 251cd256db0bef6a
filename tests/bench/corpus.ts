/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS: readonly (readonly string[])[] = [
  'the boats are out on lakes again and nobody knows when they will be back before night falls over our town'.split(
    ' ',
  ),
  'امروز هوا خوب است و ما به کنار دریا می‌رویم تا غروب آفتاب را ببینیم'.split(' '),
  'ذهبنا اليوم إلى السوق واشترينا الخبز والتمر ثم عدنا إلى البيت قبل المطر'.split(' '),
  'des nouvelles de la côte où l’été n’en finit pas et les bateaux rentrent'.split(' '),
];

/** Names that no list holds. */
const TAGS = ['sunset', 'Weekend_Trip', 'FOTO2026', 'هوای_خوب', 'ﺳﻼﻡ', '東京', 'موسم_التمر', 'été'];

export interface Corpus {
  posts: string[];
  /** UTF-8. */
  bytes: number;
}

/**
 * Posts as they are written in public: about 180 characters in four languages; four in ten have a hashtag or
 * two, three in ten a mention, one in five a link.
 * @param share 0 to 1: of the posts that name one of `listed`, written with its `#` or `@`
 */
export function makeCorpus(count: number, share: number, listed: readonly string[], seed = 1): Corpus {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const posts = Array.from({ length: count }, () => {
    const words = pick(random() < 0.6 ? WORDS.slice(0, 1) : WORDS);
    const post = Array.from({ length: 8 + Math.floor(random() * 50) }, () => pick(words));
    const put = (name: string): unknown => post.splice(Math.floor(random() * post.length), 0, name);
    if (random() < 0.4) put(`#${pick(TAGS)}`);
    if (random() < 0.15) put(`#${pick(TAGS)}${Math.floor(random() * 100)}`);
    if (random() < 0.3) put(`@some_body${Math.floor(random() * 10_000)}`);
    if (random() < 0.2) put(`https://news.example.org/2026/${Math.floor(random() * 1e6)}?from=#top`);
    if (random() < share && listed.length > 0) put(pick(listed));
    return post.join(' ');
  });
  return { posts, bytes: posts.reduce((sum, post) => sum + Buffer.byteLength(post), 0) };
}
