import { kept, left, type Paragraph } from './covered.ts';

const TWITTER = 'Twitter and Soleimani';
const MESSAGES = 'American messages';

/** The Reference, 12 January 2022. */
export const reference: readonly Paragraph[] = [
  {
    section: 'Lead',
    paragraph: 1,
    line: 11,
    asserts: [
      kept('networks act against posts on the second anniversary', 'v-blocks-2022-01'),
      kept('Soleimani commanded the Quds Force and was killed on 3 January 2020', 'c-ref-quds-force'),
      kept('Iranians and state media start three hashtags', 'c-ref-tags', 'v-anniversary-2022-01'),
      kept('and publish pictures on Instagram, with vows of revenge', 'v-anniversary-2022-01'),
      kept('intelligence supports three English hashtags', 'c-ref-english-tags', 'e-iran-intelligence'),
      left('“and others”, twice', 'open'),
    ],
  },
  {
    section: TWITTER,
    paragraph: 2,
    line: 16,
    asserts: [
      kept('thousands of accounts blocked and posts deleted on two networks', 'v-blocks-2022-01'),
      kept('Iran accuses the United States', 'v-blocks-2022-01'),
      kept('the spokesman on the blocking of #Hero', 'c-ref-hero-spokesman', 'v-hero-2022-01'),
      kept('IRNA is the official agency', 'c-ref-irna', 'e-irna'),
    ],
  },
  {
    section: TWITTER,
    paragraph: 3,
    line: 18,
    asserts: [
      kept('Khamenei is Supreme Leader', 'c-ref-khamenei-office', 'e-khamenei'),
      kept('he comments in a post of his official account', 'c-ref-khamenei-account'),
      kept('Raisi is President and “adds” a demand', 'c-ref-raisi', 'e-raisi'),
      left('the words of the threats themselves', 'background'),
    ],
  },
  {
    section: 'Iranian rejection',
    paragraph: 4,
    line: 23,
    asserts: [
      kept('supporters of the government object to the removals', 'v-blocks-2022-01'),
      kept('opponents within Iran welcome them', 'v-blocks-2022-01'),
      left('an activist publishes a video of torn pictures', 'people'),
      left('poverty, currency, services, internet failures', 'background'),
    ],
  },
  {
    section: MESSAGES,
    paragraph: 5,
    line: 28,
    asserts: [
      kept('a researcher’s opinion of what the networks did', 'v-blocks-2022-01'),
      left('his name and field', 'people'),
    ],
  },
  {
    section: MESSAGES,
    paragraph: 6,
    line: 30,
    asserts: [kept('his opinion: a first message of the United States', 'v-blocks-2022-01')],
  },
  {
    section: MESSAGES,
    paragraph: 7,
    line: 32,
    asserts: [kept('his opinion: a second message', 'v-blocks-2022-01'), left('nuclear talks in Vienna', 'background')],
  },
];
