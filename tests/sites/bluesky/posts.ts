import { type Bracketed, qasim } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

export type Skeet = Bracketed & {
  author: string;
  quote?: { author: string; text: string };
  /** Its author's links lead by DID, as where a handle could not be confirmed. */
  byDid?: true;
};

export const dids: Record<string, string> = {
  'sample.bsky.social': 'did:plc:sampleaaaaaaaaaaaaaaaaaa',
  // Listed under its former name; and a listed name that somebody else has now.
  'new-sample.bsky.social': 'did:plc:samplebbbbbbbbbbbbbbbbbb',
  'reused-sample.bsky.social': 'did:plc:somebodyelsexxxxxxxxxxxx',
};

const zwnj = '\u200c';
const lena = 'lena-sample.bsky.social';
const omid = 'omid.ketab.example.com';
const noor = 'noor-sample.bsky.social';

/** Written for this project; nothing here was ever posted. */
export const written: Skeet[] = [
  {
    author: 'sample.bsky.social',
    text: 'Regional ministers met this morning to discuss rail links. [[#news]]',
    planted: [account('sample.bsky.social')],
  },
  {
    author: 'new-sample.bsky.social',
    byDid: true,
    text: 'A new name, the same account.',
    planted: [account('old-sample.bsky.social', { shown: 'new-sample.bsky.social' })],
  },
  {
    author: 'reused-sample.bsky.social',
    byDid: true,
    text: 'Wool and needles. The name was free, so I took it.',
    decoys: [account('reused-sample.bsky.social')],
  },
  {
    author: lena,
    text: 'Archive of what [[@sample.bsky.social]] and [[@new-sample.bsky.social]] posted? Not [[@reused-sample.bsky.social]].',
    planted: [account('sample.bsky.social'), account('old-sample.bsky.social', { shown: 'new-sample.bsky.social' })],
    decoys: [account('reused-sample.bsky.social')],
  },
  {
    author: lena,
    text: 'Counting how many carry [[#We_Are_Qassem]]! Full text: [[https://www.sample-state.example/news/1]]',
    planted: [tag('We_Are_Qassem'), domain('sample-state.example')],
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
    // A non-joiner ends the tag, and the `_` before it is punctuation at its end.
    text: `با نیم‌فاصله چیز دیگری است: [[#قاسم]]_${zwnj}سلیمانی`,
    decoys: [tag('قاسم')],
  },
  { author: noor, text: 'No link, and a tag all the same: #We_Are_Qassem', planted: [tag('We_Are_Qassem')] },
  {
    author: lena,
    text: 'What they wrote that day:',
    quote: { author: 'sample.bsky.social', text: 'A quoted post has no links in its text: #We_Are_Qassem.' },
    planted: [account('sample.bsky.social', { where: 'quote' }), tag('We_Are_Qassem', { where: 'quote' })],
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
    author: 'sample.bsky.social.impostor.example.com',
    text: 'A longer name is another name: sample.bsky.social is not me. [[#We_Are_Qassem2]]',
    decoys: [account('sample.bsky.social.impostor.example.com'), tag('We_Are_Qassem2')],
  },
];
