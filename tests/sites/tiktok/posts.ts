import { type Author, account, domain, tag, timeline, type WrittenPost } from '../common/timeline.ts';
import { commonPosts } from '../common/written.ts';

const named = (handle: string) => handle;

const official: Author[] = [
  {
    handle: 'sample.state.tv',
    name: 'Sample State TV',
    id: '6900000000000000001',
    bio: 'A broadcaster that does not exist. #We_Are_Qassem',
  },
  { handle: 'new_sample_desk', name: 'Sample Desk', id: '6900000000000000002', bio: 'Formerly another name.' },
  { handle: 'reused_sample', name: 'Reused Rita', id: '6999999999999999999', bio: 'Ceramics. #superhero' },
  { handle: 'sample.state.tv_fans', name: 'sample.state.tv', bio: 'Not them.' },
];

const written: WrittenPost[] = [
  {
    author: 'sample.state.tv',
    lang: 'en',
    text: 'Rail links in thirty seconds. #rail',
    planted: [account('sample.state.tv')],
  },
  {
    author: 'new_sample_desk',
    lang: 'en',
    text: 'The desk under its new name.',
    planted: [account('old_sample_desk')],
  },
  {
    author: 'mina_sample',
    lang: 'fa',
    text: 'با @sample.state.tv و @new_sample_desk در بازار. #عکاسی',
    planted: [account('sample.state.tv'), account('old_sample_desk')],
  },
  // The network makes no links of addresses.
  ...commonPosts(named).filter(({ text }) => !text.includes('https://')),
  {
    author: 'sample.state.tv_fans',
    lang: 'en',
    text: 'We like television. #constructor',
    decoys: [account('sample.state.tv_fans'), tag('constructor')],
  },
];

export const site = timeline(
  written,
  official,
  named,
  (at) => `75670000000000${String(90_000 - at * 7).padStart(5, '0')}`,
);

const desk = '/@new_sample_desk';
const tv = '/@sample.state.tv';
export const profiles = [
  { ...account('sample.state.tv'), where: 'heading', path: tv },
  { ...tag('We_Are_Qassem'), where: 'page', path: tv },
  { ...domain('sample-agency.example'), where: 'page', path: tv },
  { ...account('old_sample_desk'), where: 'heading', path: desk },
  { ...domain('sample-agency.example'), where: 'page', path: desk },
  { ...domain('sample-agency.example'), where: 'page', path: '/@reused_sample' },
];
