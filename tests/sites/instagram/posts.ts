import { type Author, account, domain, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';

/** `lena_sample` is a user name here as it stands. */
const named = (handle: string) => handle;

const official: Author[] = [
  {
    handle: 'sample.state.press',
    name: 'Sample State Press',
    id: '5300000001',
    bio: 'A broadcaster that does not exist. Desk: @new.sample.desk · #We_Are_Qassem and #superhero films',
    verified: true,
  },
  // The list knows it under its former name; the number is the same.
  { handle: 'new.sample.desk', name: 'Sample Desk', id: '5300000002', bio: 'Formerly @desk.' },
  // Somebody else took the name over: the number is not the listed one.
  { handle: 'reused.sample', name: 'Reused Rita', id: '5399999999', bio: 'Ceramics from Porto.' },
];

const near: Author[] = [
  { handle: 'sample.state.press_', name: 'sample.state.press', bio: 'Not them.' },
  { handle: 'constructor', name: 'Constructor', bio: 'Builds bridges.' },
];

const written: WrittenPost[] = [
  {
    author: 'sample.state.press',
    lang: 'en',
    text: 'Regional ministers met this morning to discuss rail links.',
    photo: true,
    planted: [account('sample.state.press')],
  },
  {
    author: 'mina_sample',
    lang: 'fa',
    text: 'عکس از @sample.state.press، چاپ شده در روزنامهٔ دیروز. #عکاسی',
    photo: true,
    comments: [
      { author: 'jo_sample', text: 'Did @sample.state.press really print this? #We_Are_Qassem again' },
      { author: 'sample.state.press', text: 'Yes.' },
    ],
    planted: [account('sample.state.press'), tag('We_Are_Qassem')],
  },
  ...commonPosts(named),
  {
    author: 'sample.state.press_',
    lang: 'en',
    text: 'Garden programme moved to Thursday. Write to a@sample.state.press or @sample.state.press.fans, not me.',
    decoys: [account('sample.state.press_'), account('sample.state.press.fans')],
  },
  {
    author: 'constructor',
    lang: 'en',
    text: 'Bridge number four is up. It holds. #constructor #hasOwnProperty @__proto__',
    decoys: [account('constructor'), tag('constructor'), tag('hasOwnProperty')],
  },
];

export const { posts, authors, planted, decoys } = timeline(
  written,
  [...official, ...near],
  named,
  (at) => `DSm${(46_656 + at * 7).toString(36)}AAAA`,
);

export const onProfiles = {
  planted: [
    { ...account('sample.state.press'), where: 'header', path: '/sample.state.press/' },
    { ...tag('We_Are_Qassem'), where: 'header', path: '/sample.state.press/' },
    { ...domain('sample-agency.example'), where: 'header', path: '/sample.state.press/' },
    { ...account('old.sample.desk'), where: 'header', path: '/new.sample.desk/' },
    { ...domain('sample-agency.example'), where: 'header', path: '/new.sample.desk/' },
    { ...domain('sample-agency.example'), where: 'header', path: '/reused.sample/' },
  ],
  decoys: [
    { ...tag('superhero'), where: 'header', path: '/sample.state.press/' },
    { ...account('reused.sample'), where: 'header', path: '/reused.sample/' },
  ],
};
