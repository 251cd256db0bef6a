import { type Author, account, domain, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';

/** Names hold periods here, which tell nobody apart. */
const named = (handle: string) => handle.replace('_', '.');

const authors: Author[] = [
  { handle: 'Sample.StatePress', name: 'Sample State Press' },
  { handle: '100000000530002', name: 'Sample Desk' },
  { handle: 'sample.state.press.fans', name: 'Sample State Press fan club' },
  { handle: 'constructor', name: 'Constructor' },
];

const written: WrittenPost[] = [
  {
    author: 'Sample.StatePress',
    lang: 'en',
    text: 'Regional ministers met this morning. Full report: https://sample-state.example/rail?x=1&y=2',
    photo: true,
    planted: [account('sample.state.press'), domain('sample-state.example')],
  },
  {
    author: '100000000530002',
    lang: 'en',
    text: 'Posted in the group, by an account that goes by its number.',
    more: { group: '530000000000004' },
    planted: [account('old.sample.desk'), account('groups/sample.state.friends')],
  },
  {
    author: 'mina.sample',
    lang: 'fa',
    // A mention is the account's name, without a sign.
    text: 'عکس از @Sample.StatePress است که دیروز چاپ شد. #عکاسی',
    comments: [
      { author: 'jo.sample', text: 'Did @Sample.StatePress print this? #We_Are_Qassem again' },
      { author: 'Sample.StatePress', text: 'Yes, on page two.' },
      { author: 'lena.sample', text: 'My #superhero page.' },
    ],
    planted: [
      account('sample.state.press'),
      account('sample.state.press', { where: 'comment-0' }),
      tag('We_Are_Qassem', { where: 'comment-0' }),
      account('sample.state.press', { where: 'comment-1' }),
    ],
    decoys: [tag('superhero', { where: 'comment-2' })],
  },
  ...commonPosts(named),
  {
    author: 'sample.state.press.fans',
    lang: 'en',
    text: 'We like television. Ask @constructor, not us. #constructor #hasOwnProperty',
    decoys: [account('sample.state.press.fans'), account('constructor'), tag('constructor')],
  },
  // The same words by somebody else are another post.
  {
    author: 'jo.sample',
    lang: 'en',
    text: 'Anniversary posts everywhere today. Counting how many carry #We_Are_Qassem before noon.',
    planted: [tag('We_Are_Qassem')],
  },
];

export const site = timeline(written, authors, named, (at) => `pfbid0${(1_679_616 + at * 31).toString(36)}Sample`);
