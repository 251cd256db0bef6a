import { type Author, account, domain, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';

const named = (handle: string) => `in/${handle.replace('_', '-')}`;

const minister = 'in/ACoAASampleMinister0000000000000000002';
const authors: Author[] = [
  { handle: 'company/sample-state-media', name: 'Sample State Media' },
  // A mention leads to the opaque id; the name that the list knows is an old one.
  { handle: minister, name: 'M. Sample' },
  { handle: 'in/وزیر-نمونه', name: 'وزیر نمونه' },
  { handle: 'showcase/sample-state-media', name: 'Sample State Media' },
  { handle: 'in/sample-state-media', name: 'Sample State Media' },
];

const written: WrittenPost[] = [
  {
    author: 'company/sample-state-media',
    lang: 'en',
    text: 'We are hiring for our newsroom. #careers',
    photo: true,
    planted: [account('company/sample-state-media')],
  },
  {
    author: 'in/mina-sample',
    lang: 'fa',
    text: `گفت‌وگو با @${minister} و @in/وزیر-نمونه دربارهٔ راه‌آهن. #راه_آهن`,
    planted: [account('old-sample-minister'), account('وزیر-نمونه')],
  },
  {
    author: 'in/وزیر-نمونه',
    lang: 'fa',
    text: 'این یک نوشتهٔ نمونه است. #نحن_قاسم',
    planted: [account('وزیر-نمونه'), tag('نحن_قاسم')],
  },
  ...commonPosts(named),
  {
    // Other kinds of page have name spaces of their own.
    author: 'in/sample-state-media',
    lang: 'en',
    text: 'A person of that name, thanking @showcase/sample-state-media for nothing. #constructor',
    decoys: [account('company/sample-state-media'), tag('constructor')],
  },
];

export const site = timeline(
  written,
  authors,
  named,
  (at) => `72480000000000${String(90_000 - at * 7).padStart(5, '0')}`,
);

/** What a visitor who is not logged in is shown of a company. */
export const guestPath = '/company/sample-state-media';
export const guest = {
  posts: [
    {
      id: '7248000000000100001',
      author: 'company/sample-state-media',
      lang: 'en',
      text: 'Our week in pictures. #We_Are_Qassem #heroin',
    },
    {
      id: '7248000000000100002',
      author: 'in/lena-sample',
      lang: 'en',
      text: 'Met @in/وزیر-نمونه at the fair. Notes: https://buff.ly/4ee5yB4 #fair',
    },
  ],
  planted: [
    { ...account('company/sample-state-media'), where: 'heading', path: guestPath },
    { ...account('company/sample-state-media'), where: 'post/1', path: guestPath },
    { ...tag('We_Are_Qassem'), where: 'post/1', path: guestPath },
    { ...account('وزیر-نمونه'), where: 'post/2', path: guestPath },
    { ...domain('sample-agency.example'), where: 'top-card', path: guestPath },
  ],
};
