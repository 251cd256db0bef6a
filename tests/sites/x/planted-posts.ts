import { account, tag, type WrittenPost } from './post.ts';

const name = { grade: 'name' } as const;
const common = { grade: 'common' } as const;
const zwnj = '\u200c';

/** Posts that hold something listed. Written for this project; nothing here was ever posted. */
export const plantedPosts: WrittenPost[] = [
  {
    author: 'PressTV',
    lang: 'en',
    text: 'Regional ministers met this morning to discuss rail links. Full report: https://presstv.ir/detail/sample',
    planted: [account('PressTV')],
  },
  {
    author: 'tomas_sample',
    lang: 'en',
    text: 'Anniversary posts everywhere today. Counting how many carry #We_Are_Qassem before noon.',
    planted: [tag('We_Are_Qassem')],
  },
  {
    author: 'omid_sample',
    lang: 'fa',
    text: 'امروز کتاب‌فروشی‌های خیابان انقلاب پر از مردم بود. #قاسم_سلیمانی در صدر ترندهاست.',
    planted: [tag('قاسم_سليماني', { shown: 'قاسم_سلیمانی', ...name })],
  },
  {
    author: 'lena_sample',
    lang: 'en',
    text: 'Does anyone keep an archive of what @IrnaEnglish and @khamenei_ir posted that week?',
    planted: [account('IrnaEnglish'), account('khamenei_ir')],
  },
  {
    author: 'noor_sample',
    lang: 'ar',
    text: 'وسم #نحن_قاسم ظهر في لبنان مساء الخميس، وأكثر من شارك فيه ناس عاديون.',
    planted: [tag('نحن_قاسم')],
  },
  {
    author: 'desk_sample',
    lang: 'en',
    text: 'What we know about the removed posts, and what the platforms have not said. #QassemSoleimani',
    quote: {
      id: '1890000000000000901',
      author: 'khamenei_ir',
      lang: 'en',
      text: 'A sample of a quoted post. The account name above has no link.',
    },
    planted: [tag('QassemSoleimani', name), account('khamenei_ir', { where: 'quote' })],
  },
  {
    author: 'IrnaEnglish',
    lang: 'en',
    text: 'Sample headline: wheat harvest begins in the south. https://irna.ir/sample',
    card: { domain: 'irna.ir', title: 'Wheat harvest begins (sample)' },
    repostedBy: 'tomas_sample',
    planted: [account('IrnaEnglish')],
  },
  {
    author: 'hana_sample',
    lang: 'en',
    text: 'A cooking post, shared by a broadcaster for some reason.',
    repostedBy: 'PressTV',
    planted: [account('PressTV', { where: 'context' })],
  },
  {
    author: 'karim_sample',
    lang: 'ar',
    text: 'قرأت اليوم ثلاثة تقارير مختلفة عن وسم #قاسم_سليماني وكل تقرير يذكر رقما آخر.',
    planted: [tag('قاسم_سليماني', name)],
  },
  {
    author: 'tomas_sample',
    lang: 'en',
    text: 'The report says that #Hero was pushed in posts about Soleimani; it gives no numbers.',
    planted: [tag('Hero', common)],
  },
  {
    author: 'desk_sample',
    lang: 'en',
    text: 'Same report: #Commander, too, wherever a post names Qassem Soleimani.',
    planted: [tag('Commander', common)],
  },
  {
    author: 'Khamenei_fa',
    lang: 'fa',
    text: 'این یک نوشتهٔ نمونه است و هیچ‌گاه منتشر نشده است.',
    planted: [account('Khamenei_fa')],
  },
  {
    author: 'sara_sample',
    lang: 'fa',
    text: `همان نام با نیم‌فاصله و کشیده: #قاسم_${zwnj}سلیمانی و #قاسـم_سلیمانی`,
    planted: [
      tag('قاسم_سليماني', { shown: `قاسم_${zwnj}سلیمانی`, ...name }),
      tag('قاسم_سليماني', { shown: 'قاسـم_سلیمانی', ...name }),
    ],
  },
  {
    author: 'noor_sample',
    lang: 'ar',
    text: 'مع التشكيل أيضا: #نَحْنُ_قاسِم، هل تراه الأداة؟',
    planted: [tag('نحن_قاسم', { shown: 'نَحْنُ_قاسِم' })],
  },
  {
    author: 'jo_sample',
    lang: 'en',
    text: 'Typed on my old phone: ＃We_Are_Qassem and, shouting, #WE_ARE_QASSEM',
    planted: [tag('We_Are_Qassem', { shown: '＃We_Are_Qassem' }), tag('We_Are_Qassem', { shown: 'WE_ARE_QASSEM' })],
  },
  {
    author: 'lena_sample',
    lang: 'en',
    text: 'Reading list for the weekend, three papers on how tags travel between languages, with notes on each.',
    rest: ' The third one follows #Martyr_Soleimani through four countries and finds mostly ordinary people.',
    planted: [tag('Martyr_Soleimani', { needs: 'show-more' })],
  },
  {
    author: 'raisi_com',
    lang: 'fa',
    text: 'نوشتهٔ نمونه از حسابی که صاحب آن درگذشته است.',
    planted: [account('raisi_com')],
  },
  {
    author: 'tomas_sample',
    lang: 'en',
    text: 'The first suspension was of @khamenei_site, which the company called fake. Others disagreed.',
    planted: [account('khamenei_site')],
  },
  {
    author: 'desk_sample',
    lang: 'en',
    text: 'Correction: the tag was #qassem_soleimani, not its shorter form. .@raisi_com did not use either.',
    planted: [tag('Qassem_Soleimani', { shown: 'qassem_soleimani', ...name }), account('raisi_com')],
  },
  {
    author: 'mina_sample',
    lang: 'fa',
    text: 'عکس امروز: کوچه‌ای در اصفهان. (از @Khamenei_fa بازنشر نشده!)',
    photo: true,
    planted: [account('Khamenei_fa')],
  },
  {
    author: 'karim_sample',
    lang: 'ar',
    text: 'نقلا عن وكالة الأنباء:',
    quote: {
      id: '1890000000000000902',
      author: 'IrnaEnglish',
      lang: 'en',
      text: 'A sample of a quoted report, with #Martyr_Soleimani in it.',
    },
    planted: [account('IrnaEnglish', { where: 'quote' }), tag('Martyr_Soleimani', { where: 'quote' })],
  },
  {
    author: 'khamenei_ir',
    lang: 'en',
    text: 'A sample post of the English-language account. It was written for a test page.',
    planted: [account('khamenei_ir')],
  },
  {
    author: 'PressTV',
    lang: 'en',
    text: 'Sample: tonight at nine, a film about the lakes of the north.',
    quote: {
      id: '1890000000000000903',
      author: 'hana_sample',
      lang: 'en',
      text: 'The lakes again this summer, and the same boat.',
    },
    planted: [account('PressTV')],
  },
];
