import type { Bracketed } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

export type Submission = Bracketed & {
  author: string;
  community?: string;
  title?: string;
};

/** Stable ids, which posts show and comments do not. */
export const ids: Record<string, string> = { sample_user: 't2_sample1', reused_sample: 't2_someoneelse' };

export function idOf(author: string): string {
  return (
    ids[author] ?? `t2_${[...author].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7).toString(36)}`
  );
}

const state = 'https://www.sample-state.example/news/1';
/** As a word of a post is no hashtag here. */
const noTag = tag('We_Are_Qassem', { shown: '#We_Are_Qassem' });

/** Written for this project; nothing here was ever posted. */
export const written: Submission[] = [
  {
    author: 'sample_user',
    title: 'Ministers met this morning to discuss rail links',
    text: 'Full text at [[https://irna.example/1]], no idea whose site that is.',
    planted: [account('sample_user')],
  },
  {
    author: 'reused_sample',
    title: 'First try at cables, be kind',
    text: 'Wool and needles. The name was free, so I took it.',
    decoys: [account('reused_sample')],
  },
  {
    author: 'lena_sample',
    community: 'sample',
    title: 'Rules of this community, once more',
    text: 'Be kind. No politics on Sundays.',
    planted: [account('r/sample'), account('r/sample', { where: 'card' })],
  },
  {
    author: 'tomas_sample',
    title: 'Does anyone keep an archive?',
    text: 'Of what [[u/sample_user]] posted that week, and of [[r/sample]]. Their own text: [[SITE]]'.replace(
      'SITE',
      state,
    ),
    planted: [account('sample_user'), account('r/sample'), domain('sample-state.example')],
  },
  {
    author: 'hana_sample',
    title: 'On the other network it is somebody else',
    text: 'See [[https://x.com/IrnaEnglish]] and count how many carry #We_Are_Qassem there.',
    planted: [account('IrnaEnglish')],
    decoys: [noTag],
  },
  {
    author: 'sample_users',
    title: 'Not to be confused',
    text: 'Neither [[r/samples]] nor [[u/sample_user_]] is anybody. And r/sample as a mere word: u/lena_sample.',
    decoys: [account('sample_users'), account('r/samples'), account('sample_user_')],
  },
  {
    author: 'constructor',
    title: 'Bridge number four is up',
    text: 'Thanks [[u/__proto__]].',
    decoys: [account('constructor')],
  },
];

export const comments: Submission[] = [
  { author: 'sample_user', text: 'A comment of theirs.', planted: [account('sample_user')] },
  { author: 'noor_sample', lang: 'ar', text: 'كما قال [[u/sample_user]] أمس.', planted: [account('sample_user')] },
  { author: 'omid_sample', lang: 'fa', text: 'چای، کتاب، پنجرهٔ رو به باران. #We_Are_Qassem', decoys: [noTag] },
];
