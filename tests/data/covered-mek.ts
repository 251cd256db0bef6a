import { kept, left, type Paragraph } from './covered.ts';

const RECORD = "Tehran's record of spreading propaganda and fake news on social media";
const IMPERSONATING = 'Impersonating reporters and politicians';

/** The article of the PMOI/MEK on the removal of posts from Instagram. */
export const mek: readonly Paragraph[] = [
  {
    section: 'Lead',
    paragraph: 1,
    line: 10,
    asserts: [
      kept('Instagram removed posts in praise of Soleimani “last week”', 'v-instagram-2020-01'),
      kept('he was under sanctions for his ties to the IRGC', 'c-mek-soleimani', 'e-irgc', 'e-quds-force'),
      left('what the publisher calls him', 'publisher'),
    ],
  },
  {
    section: 'Lead',
    paragraph: 2,
    line: 12,
    asserts: [
      kept('officials and media attack the removal', 'v-instagram-2020-01'),
      kept('an article in Keyhan, with its title', 'v-instagram-2020-01', 'c-mek-keyhan-article'),
      kept('Keyhan speaks for Khamenei', 'c-mek-kayhan', 'e-kayhan'),
      kept('Khamenei is Supreme Leader', 'e-khamenei'),
    ],
  },
  {
    section: 'Lead',
    paragraph: 3,
    line: 14,
    asserts: [
      kept('networks do not allow violence to be advertised', 'v-instagram-2020-01'),
      kept('the government expects networks to serve it', 'c-mek-keyhan-article'),
    ],
  },
  {
    section: 'Lead',
    paragraph: 4,
    line: 16,
    asserts: [kept('the words of the Keyhan article', 'c-mek-keyhan-article', 'v-instagram-2020-01')],
  },
  {
    section: 'Lead',
    paragraph: 5,
    line: 18,
    asserts: [
      kept('Telegram and Twitter are banned in Iran', 'c-mek-bans', 'v-instagram-2020-01'),
      left('that Keyhan fails to mention it is inconsistent', 'publisher'),
    ],
  },
  {
    section: RECORD,
    paragraph: 6,
    line: 23,
    asserts: [kept('a huge number of false accounts, sites and blogs', 'c-mek-iran-accounts')],
  },
  {
    section: RECORD,
    paragraph: 7,
    line: 25,
    asserts: [
      kept('10 million posts, a million by 770 accounts', 'v-twitter-2018-10', 'c-mek-twitter-2018'),
      kept('Twitter had suspended many accounts before', 'v-twitter-2018-08', 'c-mek-twitter-2018'),
    ],
  },
  {
    section: RECORD,
    paragraph: 8,
    line: 29,
    asserts: [
      kept('Facebook shut down 652 “accounts”', 'v-facebook-2018-08', 'c-mek-facebook-2018'),
      kept('Facebook’s own words on origin', 'v-facebook-2018-08'),
    ],
  },
  {
    section: RECORD,
    paragraph: 9,
    line: 31,
    asserts: [kept('Google shut down “dozens of channels”, 58, of IRIB', 'v-google-2018-08', 'c-mek-irib-google')],
  },
  {
    section: RECORD,
    paragraph: 10,
    line: 33,
    asserts: [kept('Google: accounts linked to IRIB hid it', 'c-mek-irib-google', 'v-google-2018-08')],
  },
  {
    section: RECORD,
    paragraph: 11,
    line: 35,
    asserts: [kept('IRIB is tied to the IRGC', 'c-mek-irib-irgc', 'e-irib')],
  },
  {
    section: RECORD,
    paragraph: 12,
    line: 37,
    asserts: [
      kept('Facebook removed 51, 36, 7 and 3', 'v-facebook-2019-05'),
      kept('Facebook and Twitter act against a campaign that impersonates', 'c-mek-facebook-2019'),
      kept('the tip was FireEye’s', 'v-facebook-2019-05'),
    ],
  },
  {
    section: RECORD,
    paragraph: 13,
    line: 39,
    asserts: [kept('Twitter removed 2,800 accounts', 'v-twitter-2019-05', 'c-mek-twitter-2019')],
  },
  {
    section: RECORD,
    paragraph: 14,
    line: 41,
    asserts: [kept('the network was “evidently” run for the government', 'c-mek-fireeye', 'v-fireeye-2019-05')],
  },
  {
    section: RECORD,
    paragraph: 15,
    line: 43,
    asserts: [
      kept('FireEye on invented and impersonated Americans', 'v-fireeye-2019-05', 'c-mek-fireeye'),
      left('who was impersonated', 'victim'),
    ],
  },
  {
    section: IMPERSONATING,
    paragraph: 16,
    line: 47,
    asserts: [
      kept('the IRGC, then the government, made a false account', 'c-mek-consul', 'v-consul-2019-07'),
      kept('Twitter shut it after a complaint', 'v-consul-2019-07'),
      left('whose name it bore, and of whom it spoke', 'victim'),
    ],
  },
  {
    section: IMPERSONATING,
    paragraph: 17,
    line: 49,
    asserts: [
      kept('the government impersonated a reporter', 'c-mek-reporter', 'v-reporter-2020-01'),
      left('whose name it bore', 'victim'),
    ],
  },
  {
    section: IMPERSONATING,
    paragraph: 18,
    line: 51,
    asserts: [
      kept('an analyst’s general judgement and forecast', 'c-mek-analyst'),
      left('the analyst’s name', 'people'),
    ],
  },
];
