import { type Bracketed, qasim } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

/** People and communities alike by their short names. */
export type WallPost = Bracketed & {
  author: string;
  /** Another's post within this one. */
  copied?: { author: string; text: string };
};

/** Owner ids: of communities with a minus. The new name is a listed community's, under its old one. */
export const owners: Record<string, string> = {
  sample_page: '-530001',
  new_sample_desk: '-530002',
  sample_official: '530003',
};

const zwnj = '\u200c';

/** Written for this project; nothing here was ever posted. `[[id1|Name]]` is a mention as its writers make it. */
export const written: WallPost[] = [
  {
    author: 'sample_page',
    text: 'Regional ministers met this morning to discuss rail links. [[#news]]',
    planted: [account('sample_page')],
  },
  {
    author: 'new_sample_desk',
    text: 'A new name, the same community.',
    planted: [account('old_sample_desk', { shown: 'new_sample_desk' })],
  },
  {
    author: 'lena_sample',
    text: 'Archive of what [[club530002|the desk]] and [[id530003|an official]] posted?',
    planted: [account('old_sample_desk', { shown: 'the desk' }), account('sample_official', { shown: 'an official' })],
  },
  {
    author: 'lena_sample',
    // In one community only: the part before the @ is the tag.
    text: 'Counting how many carry [[#We_Are_Qassem]] and [[#Martyr_Soleimani@lena_maps]].',
    planted: [tag('We_Are_Qassem'), tag('Martyr_Soleimani')],
  },
  {
    author: 'lena_sample',
    text: 'Full text: [[https://www.sample-state.example/news/1]], and [[https://x.com/IrnaEnglish]].',
    planted: [domain('sample-state.example'), account('IrnaEnglish')],
  },
  { author: 'omid_sample', lang: 'fa', text: 'برچسب [[#قاسم_سلیمانی]] از صبح در صدر است.', planted: [qasim()] },
  { author: 'noor_sample', lang: 'ar', text: 'وسم [[#نحن_قاسم]] ظهر مساء الخميس.', planted: [tag('نحن_قاسم')] },
  {
    author: 'omid_sample',
    lang: 'fa',
    text: `با نیم‌فاصله: [[#قاسم_${zwnj}سلیمانی]]`,
    planted: [qasim(`قاسم_${zwnj}سلیمانی`)],
  },
  {
    author: 'noor_sample',
    text: 'What they wrote that day:',
    copied: { author: 'sample_page', text: 'A copied post, with [[#We_Are_Qassem]].' },
    planted: [account('sample_page', { where: 'quote' }), tag('We_Are_Qassem', { where: 'quote' })],
  },
  {
    author: 'lena_sample',
    text: 'The report says that [[#Hero]] was pushed in posts about Soleimani.',
    planted: [tag('Hero', { grade: 'common' })],
  },
  { author: 'noor_sample', text: 'Our charge nurse fixed the monitor and my mood. [[#hero]]', decoys: [tag('hero')] },
  {
    author: 'sample_pages',
    text: 'Neither [[id53000|somebody]] nor [[club5300011|a club]] is listed; [[#Soleimani]] alone is a family.',
    decoys: [account('sample_pages'), tag('Soleimani')],
  },
];
