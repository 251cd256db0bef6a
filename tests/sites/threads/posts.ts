import { type Author, account, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';

const named = (handle: string) => handle;

const official: Author[] = [
  {
    handle: 'sample.state.press',
    name: 'Sample State Press',
    id: '5300000001',
    bio: 'A broadcaster that does not exist. With @new.sample.desk',
  },
  { handle: 'new.sample.desk', name: 'Sample Desk', id: '5300000002', bio: 'Formerly another name.' },
  { handle: 'reused.sample', name: 'Reused Rita', id: '5399999999', bio: 'Ceramics from Porto.' },
  { handle: 'sample.state.press_', name: '@sample.state.press', bio: 'Not them.' },
];

const written: WrittenPost[] = [
  {
    author: 'sample.state.press',
    lang: 'en',
    text: 'Regional ministers met this morning. #Rail',
    planted: [account('sample.state.press')],
  },
  {
    author: 'jo_sample',
    lang: 'en',
    // One topic a post, and its text has no sign; the second tag stays text.
    text: 'Did @sample.state.press start this? #We_Are_Qassem and #Martyr_Soleimani on one wall.',
    quote: { author: 'sample.state.press', text: 'Quoted: a sample of a post.' },
    planted: [
      account('sample.state.press'),
      tag('We_Are_Qassem'),
      tag('Martyr_Soleimani'),
      account('sample.state.press', { where: 'quote' }),
    ],
  },
  {
    author: 'lena_sample',
    lang: 'en',
    text: 'A topic of two words is nobody’s tag. #Iran_Threads',
    decoys: [tag('Iran_Threads')],
  },
  ...commonPosts(named),
  {
    author: 'sample.state.press_',
    lang: 'en',
    text: 'Garden programme moved to Thursday. #constructor',
    decoys: [account('sample.state.press_'), tag('constructor')],
  },
];

export const site = timeline(written, official, named, (at) => `DSt${(46_656 + at * 7).toString(36)}AAAA`);

export const profiles = [
  { ...account('sample.state.press'), where: 'heading', path: '/@sample.state.press' },
  { ...account('old.sample.desk'), where: 'heading', path: '/@new.sample.desk' },
];
