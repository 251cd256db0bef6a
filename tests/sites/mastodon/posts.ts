import { type Bracketed, qasim } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

/** Accounts are written in full, `user@server`: how they stand in a page depends on whose page it is. */
export type Status = Bracketed & {
  author: string;
  boostedBy?: string;
  quote?: { author: string; text: string };
  /** Its links are as its own server wrote them, whatever software that runs. */
  federated?: 'mastodon' | 'other';
};

export const names: Record<string, string> = {
  'sample@social.example': 'Sample',
  'sample_desk@mastodon.social': 'Sample desk',
};

const zwnj = '\u200c';
const lena = 'lena_sample@mastodon.social';
const omid = 'omid_sample@ketab.example';
const noor = 'noor_sample@mastodon.social';

/** Written for this project; nothing here was ever posted. */
export const written: Status[] = [
  {
    author: 'sample@social.example',
    text: 'Regional ministers met this morning to discuss rail links. [[#news]]',
    planted: [account('sample@social.example')],
  },
  {
    author: 'sample_desk@mastodon.social',
    text: 'Sample headline: wheat harvest begins. [[https://www.sample-state.example/news/1]]',
    planted: [account('sample_desk@mastodon.social'), domain('sample-state.example')],
  },
  {
    author: lena,
    text: 'Archive of what [[@sample@social.example]] and [[@sample_desk@mastodon.social]] posted? See [[#We_Are_Qassem]].',
    planted: [account('sample@social.example'), account('sample_desk@mastodon.social'), tag('We_Are_Qassem')],
  },
  { author: omid, lang: 'fa', text: 'برچسب [[#قاسم_سلیمانی]] از صبح در صدر است.', planted: [qasim()] },
  {
    author: noor,
    lang: 'ar',
    // Vowel signs belong to the tag.
    text: 'وسم [[#نَحْنُ_قاسِم]] ظهر مساء الخميس.',
    planted: [tag('نحن_قاسم', { shown: 'نَحْنُ_قاسِم' })],
  },
  {
    author: omid,
    lang: 'fa',
    text: `همان نام با نیم‌فاصله: [[#قاسم_${zwnj}سلیمانی]] و [[#قاسـم_سلیمانی]]`,
    planted: [qasim(`قاسم_${zwnj}سلیمانی`)],
  },
  {
    author: omid,
    federated: 'mastodon',
    text: 'From elsewhere: [[#We_Are_Qassem]], says [[@sample@social.example]].',
    planted: [tag('We_Are_Qassem'), account('sample@social.example')],
  },
  {
    author: 'ali_sample@pleroma.example',
    federated: 'other',
    text: 'Other software, other classes: [[#We_Are_Qassem]].',
    planted: [tag('We_Are_Qassem')],
  },
  { author: lena, text: 'No link, and a tag all the same: #We_Are_Qassem', planted: [tag('We_Are_Qassem')] },
  {
    author: noor,
    text: 'A cooking post, passed on by a broadcaster for some reason.',
    boostedBy: 'sample_desk@mastodon.social',
    planted: [account('sample_desk@mastodon.social')],
  },
  {
    author: lena,
    text: 'What they wrote that day:',
    quote: { author: 'sample@social.example', text: 'A quoted post, with [[#We_Are_Qassem]].' },
    planted: [account('sample@social.example', { where: 'quote' }), tag('We_Are_Qassem', { where: 'quote' })],
  },
  {
    author: lena,
    text: 'The report says that [[#Hero]] was pushed in posts about Soleimani.',
    planted: [tag('Hero', { grade: 'common' })],
  },
  { author: noor, text: 'Our charge nurse fixed the monitor and my mood. [[#hero]]', decoys: [tag('hero')] },
  {
    author: lena,
    text: 'In brackets it is no tag here (#We_Are_Qassem), nor within x#We_Are_Qassem. [[#Soleimani]] alone is a family.',
    decoys: [tag('We_Are_Qassem', { shown: '(#We_Are_Qassem)' }), tag('Soleimani')],
  },
  {
    // The same user name on another server is somebody else.
    author: 'sample@other.example',
    text: 'Not that one: [[@sample_desk@other.example]], and @sample_desk without a server names nobody.',
    decoys: [account('sample@other.example'), account('sample_desk@other.example')],
  },
  {
    author: lena,
    text: 'A blog that looks like one of ours: [[https://blog.example/@sample]], [[https://blog.example/tags/We_Are_Qassem]].',
    decoys: [account('sample@blog.example'), tag('We_Are_Qassem', { shown: 'blog.example/tags/We_Are_Qassem' })],
  },
];
