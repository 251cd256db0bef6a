import { account, tag, type WrittenPost } from './post.ts';

/** Posts that come near to something listed and must stay unmarked. */
export const decoyPosts: WrittenPost[] = [
  {
    author: 'priya_sample',
    lang: 'en',
    text: 'Night shift done. Our charge nurse fixed the monitor, the printer and my mood. #hero',
    decoys: [tag('hero')],
  },
  {
    author: 'jo_sample',
    lang: 'en',
    text: 'Finally beat level nine as #commander of exactly two ships.',
    decoys: [tag('commander')],
  },
  {
    author: 'hana_sample',
    lang: 'en',
    text: 'Public health talk today on #heroin and recovery; then the kids wanted #superhero capes. A hero is also a sandwich.',
    decoys: [tag('heroin'), tag('superhero')],
  },
  {
    author: 'tomas_sample',
    lang: 'en',
    text: 'Obituaries, six years on: who wrote what. #Soleimani',
    decoys: [tag('Soleimani')],
  },
  {
    author: 'omid_sample',
    lang: 'fa',
    text: 'برچسب #قاسم_کتلت را مخالفان ساختند و چیز دیگری است.',
    decoys: [tag('قاسم_کتلت')],
  },
  {
    author: 'PressTVfan',
    lang: 'en',
    text: 'Unofficial account. We just like television.',
    decoys: [account('PressTVfan')],
  },
  {
    author: 'press_tv_',
    lang: 'en',
    text: 'Garden programme moved to Thursday. Ask @PressTVfan, not me.',
    decoys: [account('press_tv_'), account('PressTVfan')],
  },
  {
    author: 'KayhanLondon',
    lang: 'fa',
    text: 'نوشتهٔ نمونه از رسانه‌ای که تنها نامش شبیه است.',
    decoys: [account('KayhanLondon')],
  },
  {
    author: 'lena_sample',
    lang: 'en',
    text: 'Write to a@presstv.com or x#hero, neither is a tag or a name. Nor is presstv on its own.',
    decoys: [account('presstv', { shown: 'a@presstv.com' }), tag('hero', { shown: 'x#hero' })],
  },
  {
    author: 'constructor',
    lang: 'en',
    text: 'Bridge number four is up. It holds. Thanks @__proto__ and @toString for the drawings.',
    decoys: [account('constructor'), account('__proto__'), account('toString')],
  },
  {
    author: '__proto__',
    lang: 'en',
    text: 'First version of everything, as usual. #constructor #hasOwnProperty',
    decoys: [account('__proto__'), tag('constructor'), tag('hasOwnProperty')],
  },
  {
    author: 'toString',
    lang: 'en',
    text: 'Rehearsal at six, second violins please be on time.',
    decoys: [account('toString')],
  },
  {
    author: 'desk_sample',
    lang: 'en',
    text: 'The street was renamed last year: #QassemSoleimaniStreet on some maps, its old name on others.',
    decoys: [tag('QassemSoleimaniStreet')],
  },
  {
    author: 'sara_sample',
    lang: 'fa',
    text: 'قهرمان کلاس ما امروز یک گربه بود. #قهرمان',
    decoys: [tag('قهرمان')],
  },
  {
    author: 'noor_sample',
    lang: 'ar',
    text: 'رسالة قصيرة:',
    quote: {
      id: '1890000000000000904',
      author: 'press_tv_',
      lang: 'en',
      text: 'Quoted: the garden programme again. #hero of the week: the gardener.',
    },
    decoys: [account('press_tv_', { where: 'quote' }), tag('hero', { where: 'quote' })],
  },
];
