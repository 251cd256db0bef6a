import { type Author, account, domain, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';
import type { Expectation } from '../site.ts';

/** `lena_sample` is a handle here as it stands. */
const named = (handle: string) => handle;

const official: Author[] = [
  {
    handle: 'SampleStateTV',
    name: 'Sample State TV',
    id: 'UCsampleStateTV000000001',
    bio: 'A channel that does not exist. #We_Are_Qassem',
  },
  // The list knows it under its former handle; the id is the same.
  { handle: 'NewSampleDesk', name: 'Sample Desk', id: 'UCsampleDesk000000000002', bio: 'Formerly another handle.' },
  // Somebody else took the handle over: the id is not the listed one.
  {
    handle: 'ReusedSample',
    name: 'Reused Rita',
    id: 'UCsomebodyElse0000000009',
    bio: 'Ceramics from Porto. #superhero',
  },
  { handle: 'تلویزیون_نمونه', name: 'تلویزیون نمونه', id: 'UCsampleFarsi00000000004', bio: 'شبکه‌ای که وجود ندارد.' },
];

const written: WrittenPost[] = [
  {
    author: 'SampleStateTV',
    lang: 'en',
    text: 'Pinned: corrections to this film are in its description.',
    planted: [account('SampleStateTV')],
  },
  {
    author: 'jo_sample',
    lang: 'en',
    // A mention leads to the channel's id, whatever it shows.
    text: 'Ask @channel/UCsampleStateTV000000001 and @channel/UCsampleFarsi00000000004 about the second minute.',
    planted: [account('SampleStateTV'), account('تلویزیون_نمونه')],
  },
  { author: 'تلویزیون_نمونه', lang: 'fa', text: 'سپاس از همهٔ بینندگان.', planted: [account('تلویزیون_نمونه')] },
  {
    author: 'lena_sample',
    lang: 'en',
    text: 'Their old address https://www.youtube.com/user/SampleStateTV belongs to a band now, and Twitter: SampleStateTV is nobody.',
    decoys: [account('SampleStateTV', { shown: 'user/SampleStateTV' })],
  },
  ...commonPosts(named),
];

/** Comments below a film. */
export const { posts, authors, planted, decoys } = timeline(
  written,
  official,
  named,
  (at) => `UgxSample${String(at).padStart(9, '0')}`,
);

export type Video = { id: string; channel: string; title: string; description: string; tags: string[] };

const video = (n: number, channel: string, title: string, description = '', tags: string[] = []): Video => ({
  id: `sampleVid${String(n).padStart(2, '0')}`,
  channel,
  title,
  description,
  tags,
});

export const videos: Video[] = [
  video(
    1,
    'SampleStateTV',
    'Rail links, explained',
    'Sources: https://www.sample-agency.example/rail and maps by @lena_sample. #trains',
    ['trains'],
  ),
  video(2, 'lena_sample', 'Walking the old city walls', 'Rain, soup, radio. #weekend', ['weekend']),
  video(3, 'omid_sample', 'چرا #نحن_قاسم ترند شد؟', 'یک گزارش کوتاه. #نحن_قاسم', ['نحن_قاسم']),
  video(4, 'tomas_sample', 'Six tags, one week: #We_Are_Qassem and the others', 'How a tag travels.'),
  video(5, 'jo_sample', 'My #superhero cape, step by step', 'No machine needed. #hero'),
  video(6, 'تلویزیون_نمونه', 'برنامهٔ نمونه', 'بدون شرح'),
  video(7, 'NewSampleDesk', 'Desk talk', 'Weekly.'),
  video(8, 'ReusedSample', 'Glazing a bowl', 'Blue, then more blue.'),
  ...Array.from({ length: 16 }, (_, n) =>
    video(
      n + 9,
      ['hana_sample', 'sara_sample', 'karim_sample'][n % 3] ?? '',
      `Everyday film no. ${n + 1}`,
      'Nothing listed.',
    ),
  ),
];

/** Beside the start page's film stand the next six. */
const row = (channel: string): Expectation => ({ ...account(channel), where: `card/${channel}` });
export const inCards: readonly Expectation[] = [
  { ...tag('نحن_قاسم'), where: 'card/3' },
  { ...tag('We_Are_Qassem'), where: 'card/4' },
  row('تلویزیون_نمونه'),
  row('OldSampleDesk'),
];
const onWatch: readonly Expectation[] = [
  { ...account('SampleStateTV'), where: 'watch' },
  { ...domain('sample-agency.example'), where: 'watch' },
];
export const onStart: readonly Expectation[] = [...onWatch, ...inCards];

export const home = '/';
export const elsewhere: readonly Expectation[] = [
  ...[...inCards, { ...account('SampleStateTV'), where: 'card/1' }].map((one) => ({ ...one, path: home })),
  { ...account('SampleStateTV'), where: 'header', path: '/@SampleStateTV' },
  { ...tag('We_Are_Qassem'), where: 'header', path: '/@SampleStateTV' },
  { ...domain('sample-agency.example'), where: 'header', path: '/@SampleStateTV' },
  { ...account('OldSampleDesk'), where: 'header', path: '/@NewSampleDesk' },
  { ...domain('sample-agency.example'), where: 'header', path: '/@NewSampleDesk' },
  { ...domain('sample-agency.example'), where: 'header', path: '/@ReusedSample' },
  {
    ...account('تلویزیون_نمونه'),
    where: 'header',
    path: '/@%D8%AA%D9%84%D9%88%DB%8C%D8%B2%DB%8C%D9%88%D9%86_%D9%86%D9%85%D9%88%D9%86%D9%87',
  },
  {
    ...domain('sample-agency.example'),
    where: 'header',
    path: '/@%D8%AA%D9%84%D9%88%DB%8C%D8%B2%DB%8C%D9%88%D9%86_%D9%86%D9%85%D9%88%D9%86%D9%87',
  },
];
