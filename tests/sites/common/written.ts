import { domain, tag, type WrittenPost } from './timeline.ts';

const zwnj = '\u200c';
const name = { grade: 'name' } as const;
const common = { grade: 'common' } as const;

/**
 * What is planted, and what only comes near, on every network that has hashtags. Written for this project;
 * nothing here was ever posted.
 * @param named how a private person is called on the network
 */
export function commonPosts(named: (handle: string) => string): WrittenPost[] {
  const by = (handle: string, lang: WrittenPost['lang']) => ({ author: named(handle), lang });
  return [
    {
      ...by('tomas_sample', 'en'),
      text: 'Anniversary posts everywhere today. Counting how many carry #We_Are_Qassem before noon.',
      rest: ' By evening a second one had joined it: #Martyr_Soleimani.',
      photo: true,
      planted: [tag('We_Are_Qassem'), tag('Martyr_Soleimani', { needs: 'show-more' })],
    },
    {
      ...by('omid_sample', 'fa'),
      text: 'امروز کتاب‌فروشی‌های خیابان انقلاب پر از مردم بود. #قاسم_سلیمانی در صدر ترندهاست.',
      translation: 'The bookshops of Enghelab Street were full today. #قاسم_سلیمانی is at the top of the trends.',
      planted: [tag('قاسم_سليماني', { shown: 'قاسم_سلیمانی', ...name })],
    },
    {
      ...by('noor_sample', 'ar'),
      text: 'وسم #نحن_قاسم ظهر في لبنان مساء الخميس، وأكثر من شارك فيه ناس عاديون.',
      planted: [tag('نحن_قاسم')],
    },
    {
      ...by('desk_sample', 'en'),
      text: 'Full text here: https://en.sample-state.example/report?id=7 and a summary by us tomorrow.',
      planted: [domain('sample-state.example')],
    },
    {
      ...by('priya_sample', 'en'),
      text: 'Night shift done. Our charge nurse fixed the monitor, the printer and my mood. #hero',
      photo: true,
      decoys: [tag('hero')],
    },
    {
      ...by('tomas_sample', 'en'),
      text: 'The report says that #Hero was pushed in posts about Soleimani; it gives no numbers.',
      planted: [tag('Hero', common)],
    },
    {
      ...by('hana_sample', 'en'),
      text: 'Health talk on #heroin and recovery; then the kids wanted #superhero capes. A hero is also a sandwich.',
      decoys: [tag('heroin'), tag('superhero')],
    },
    {
      ...by('sara_sample', 'fa'),
      text: `همان نام با نیم‌فاصله: #قاسم_${zwnj}سلیمانی و باز هم با کشیده #قاسـم_سلیمانی`,
      planted: [tag('قاسم_سليماني', { shown: `قاسم_${zwnj}سلیمانی`, ...name })],
    },
    {
      ...by('lena_sample', 'en'),
      text: 'Sent from an old phone, which makes no links of anything: !#We_Are_Qassem it says on the wall.',
      planted: [tag('We_Are_Qassem')],
    },
    {
      ...by('omid_sample', 'fa'),
      text: 'برچسب #قاسم_کتلت را مخالفان ساختند و چیز دیگری است. #Soleimani هم نام خانوادگی است.',
      decoys: [tag('قاسم_کتلت'), tag('Soleimani')],
    },
    {
      ...by('jo_sample', 'en'),
      text: 'Not that site: https://sample-state.example.org/ and not https://my-sample-state.example/ either. x#Hero_x',
      decoys: [domain('sample-state.example.org'), domain('my-sample-state.example'), tag('Hero_x')],
    },
  ];
}
