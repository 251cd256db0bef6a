import twitterText from 'twitter-text';
import { buildFilter } from '../../src/core/filter-build.ts';
import { Gate } from '../../src/core/gate.ts';
import { indexLists, type ListIndex } from '../../src/core/index-lists.ts';
import { accountKey, hashtagKeys } from '../../src/core/key.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { matchPost, type PostReader } from '../../src/core/match-post.ts';
import { tokenise } from '../../src/core/token.ts';
import { readAddress } from '../../src/platforms/address.ts';
import { x } from '../../src/platforms/x.ts';
import { readLists } from '../../src/publisher/scan/read-lists.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { inTurn } from './clock.ts';
import { makeCorpus } from './corpus.ts';
import { median } from './statistics.ts';

const POSTS = 1_000;
const SHARE = 0.03;
const TODAY = '2026-11-22';

export const match: Benchmark = {
  name: 'match',
  about: 'Posts a second through tokeniser, folding, filter and list, against other ways to find names',
  minutes: 1,
  repeats: 9,
  run: async (setting) => measure(setting),
};

function measure({ repeats, tell }: Setting): Outcome {
  const lists = readLists([], true);
  const index = indexLists(lists, TODAY, 'en');
  const names = signedNames(lists);
  const { posts, bytes } = makeCorpus(POSTS, SHARE, names);
  const ours = matcherOver(index);
  const reader: PostReader = { platform: 'x', text: x.text, readAddress: (raw) => readAddress(raw, 'https://x.com/') };
  const naive = names.map((name) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'iu'));
  const work = {
    'finding # and @ alone': () => posts.map(countSigns),
    'tokenise + fold + match (names)': () => posts.map(ours),
    'the same with addresses in text': () => posts.map((text) => matchPost({ text }, reader, index)),
    'twitter-text, hashtags and mentions': () =>
      posts.map((text) => [twitterText.extractHashtags(text), twitterText.extractMentions(text)]),
    'twitter-text, all entities': () => posts.map((text) => twitterText.extractEntitiesWithIndices(text)),
    'an expression for each listed name': () => posts.map((text) => naive.filter((one) => one.test(text)).length),
  };
  const times = inTurn(work, repeats, (round) => tell(`round ${round} of ${repeats}`));
  const measures = Object.entries(times).flatMap(([what, ms]) => [
    { what, unit: 'posts/s', samples: ms.map((one) => (posts.length * 1_000) / one) },
    { what, unit: 'MB/s', samples: ms.map((one) => bytes / one / 1_000) },
  ]);
  return {
    measures,
    budgets: [
      {
        what: 'tokenise + match, times as fast as twitter-text',
        unit: '×',
        goal: 20,
        atLeast: true,
        measured:
          median(times['twitter-text, hashtags and mentions']) / median(times['tokenise + fold + match (names)']),
      },
    ],
    notes: [
      `${posts.length} posts of ${Math.round(bytes / posts.length)} bytes, ${SHARE * 100} % name one of the ${names.length} listed names that stand behind a sign; every way gets the same posts.`,
      'twitter-text finds names and matches none; ours finds, folds, asks the filter and the list.',
    ],
  };
}

/** As a page does it: filter first, the list only for what may be in it. */
function matcherOver(index: ListIndex): (text: string) => number {
  const gate = new Gate(buildFilter(index.keys()), 'x');
  return (text) => {
    let found = 0;
    for (const { kind, value } of tokenise(text, x.text)) {
      if (!(kind === 'hashtag' ? gate.hashtag(value) : gate.account(value))) continue;
      const keys = kind === 'hashtag' ? hashtagKeys('x', value) : [accountKey('x', value)];
      for (const key of keys) if (index.has(key)) found++;
    }
    return found;
  };
}

function countSigns(text: string): number {
  SIGN.lastIndex = 0;
  let count = 0;
  while (SIGN.exec(text) !== null) count++;
  return count;
}
const SIGN = /[#＃@＠]/g;

function signedNames(lists: readonly Watchlist[]): string[] {
  return lists.flatMap(({ identifiers }) =>
    identifiers.flatMap(({ platform, kind, value }) => {
      if (kind === 'hashtag') return [`#${value}`];
      return platform === 'x' && kind === 'account' ? [`@${value}`] : [];
    }),
  );
}
