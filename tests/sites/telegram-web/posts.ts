import { type Bracketed, qasim } from '../common/bracketed.ts';
import { account, domain, tag } from '../common/timeline.ts';

/** `from` is somebody in the chat; the clients show names, and handles only where text mentions them. */
export type Bubble = Bracketed & { from?: string };

const zwnj = '\u200c';
const fatha = '\u064e';

/** Written for this project; nothing here was ever posted. */
export const written: Bubble[] = [
  {
    text: 'Counting how many carry [[#We_Are_Qassem]] before noon. Ask [[@sample_channel]].',
    planted: [tag('We_Are_Qassem'), account('sample_channel')],
  },
  { lang: 'fa', text: 'برچسب [[#قاسم_سلیمانی]] از صبح در صدر است.', planted: [qasim()] },
  { lang: 'ar', text: 'وسم [[#نحن_قاسم]] ظهر مساء الخميس.', planted: [tag('نحن_قاسم')] },
  { lang: 'fa', text: `با نیم‌فاصله: [[#قاسم_${zwnj}سلیمانی]]`, planted: [qasim(`قاسم_${zwnj}سلیمانی`)] },
  // The last word, right before the time.
  { text: 'Counted again: [[#We_Are_Qassem]]', planted: [tag('We_Are_Qassem')] },
  { lang: 'ar', text: `مع التشكيل: [[#ن]]${fatha}حن_قاسم`, decoys: [tag('ن')] },
  { text: 'Full text: [[https://www.sample-state.example/news/1]]', planted: [domain('sample-state.example')] },
  { text: 'A post of theirs: [[https://t.me/presstv]]', planted: [account('presstv')] },
  { text: 'Somebody by name: [[id530009|Sample Channel]] is a person.', decoys: [account('Sample Channel')] },
  { text: 'My mood was fixed by the charge nurse. [[#hero]]', decoys: [tag('hero')] },
  { text: 'Write to a@presstv.com or x#We_Are_Qassem. [[@presstv_fans]]', decoys: [account('presstv_fans')] },
];
