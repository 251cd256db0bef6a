import { type Bracketed, qasim } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

export type Message = Bracketed & {
  /** A post of another channel, passed on. */
  forwarded?: { channel: string; title: string; linked: boolean };
  card?: { url: string; site: string; title: string };
};

const zwnj = '\u200c';
const fatha = '\u064e';

/** Posts of a channel that does not exist. Written for this project; nothing here was ever posted. */
export const written: Message[] = [
  {
    text: 'Anniversary posts everywhere today. Counting how many carry [[#We_Are_Qassem]] before noon.',
    planted: [tag('We_Are_Qassem')],
  },
  {
    text: 'برچسب [[#قاسم_سلیمانی]] از صبح در صدر است 🔥 و [[#صبح_بخیر]] مثل همیشه.',
    lang: 'fa',
    planted: [qasim()],
    decoys: [tag('صبح_بخیر')],
  },
  {
    text: 'Does anyone keep an archive of what [[@sample_channel]] and [[@Irna_1313]] posted that week?',
    planted: [account('sample_channel'), account('irna_1313', { shown: 'Irna_1313' })],
  },
  {
    text: 'Sample headline: wheat harvest begins in the south.',
    forwarded: { channel: 'presstv', title: 'Press TV', linked: true },
    planted: [account('presstv')],
  },
  {
    text: 'Passed on from somebody who hides where it came from.',
    forwarded: { channel: 'presstv', title: 'Press TV', linked: false },
    decoys: [account('Press TV')],
  },
  {
    text: 'وسم [[#نحن_قاسم]] ظهر مساء الخميس، وأكثر من شارك فيه ناس عاديون.',
    lang: 'ar',
    planted: [tag('نحن_قاسم')],
  },
  {
    // A non-joiner and a tatweel belong to the tag.
    text: `همان نام با نیم‌فاصله و کشیده: [[#قاسم_${zwnj}سلیمانی]] و [[#قاسـم_سلیمانی]]`,
    lang: 'fa',
    planted: [qasim('قاسـم_سلیمانی')],
  },
  {
    // A vowel sign ends it: the site links the first letter alone.
    text: `مع التشكيل: [[#ن]]${fatha}حن_قاسم ليس وسما هنا`,
    lang: 'ar',
    decoys: [tag('ن')],
  },
  {
    text: 'The report says that [[#Hero]] was pushed in posts about Soleimani; it gives no numbers.',
    planted: [tag('Hero', { grade: 'common' })],
  },
  { text: 'Our charge nurse fixed the monitor, the printer and my mood. [[#hero]]', decoys: [tag('hero')] },
  {
    text: 'Obituaries, six years on: who wrote what. [[#Soleimani]] ([[#KayhanLondon]] has a list.)',
    decoys: [tag('Soleimani'), tag('KayhanLondon')],
  },
  {
    text: 'Full text: [[https://www.sample-state.example/news/1]]',
    card: { url: 'https://www.sample-state.example/news/1', site: 'Sample State', title: 'Wheat harvest begins' },
    planted: [domain('sample-state.example')],
  },
  {
    text: 'On the other network it is [[https://x.com/IrnaEnglish]], whatever the name says here.',
    planted: [account('IrnaEnglish')],
  },
  {
    text: 'Write to a@presstv.com or x#We_Are_Qassem, neither is a tag or a name. Nor is presstv on its own.',
    decoys: [account('presstv.com'), tag('We_Are_Qassem', { shown: 'x#We_Are_Qassem' })],
  },
  {
    text: 'Not to be confused: [[@presstv_fans]], [[@sample_channels]] and a post of theirs, [[https://t.me/sample_channel/12]].',
    decoys: [account('presstv_fans'), account('sample_channels')],
  },
  { text: 'Thanks [[@constructor]] and [[#hasOwnProperty]] for the drawings.', decoys: [account('constructor')] },
];
