import { privateHandles } from './authors.ts';
import type { Lang, WrittenPost } from './post.ts';

type Line = readonly [Lang, string];

const places: Record<Lang, readonly string[]> = {
  en: ['Lisbon', 'Turin', 'Osaka', 'Cork', 'Tbilisi', 'Bergen'],
  fa: ['تبریز', 'یزد', 'رشت', 'کاشان', 'همدان', 'بوشهر'],
  ar: ['حلب', 'تونس', 'عمّان', 'الموصل', 'صيدا', 'مسقط'],
};

/** "{place}" is filled in, so that the same line read twice differs as real posts do. */
const lines: readonly Line[] = [
  ['en', 'The early train from {place} was on time, which surprised everybody on it. #trains'],
  ['en', 'Bakery queue in {place}: eleven people, one dog, no hurry at all.'],
  ['en', 'Three chapters into the new translation. The footnotes alone are worth it. #amreading'],
  ['fa', 'صبح {place} با بوی نان تازه شروع می‌شود. #صبح_بخیر'],
  ['en', 'Does anyone in {place} know who repairs old radios? Asking for a very old radio.'],
  ['ar', 'السوق القديم في {place} هادئ هذا الصباح، والقهوة كما كانت دائما. #قهوة'],
  ['en', 'Long thread about bus timetables coming. You have been warned.\n\nPart one: why the 14 is never alone.'],
  ['fa', 'نمایشگاه عکس {place} تا جمعه باز است. عکس‌های برف را از دست ندهید. #عکاسی'],
  ['en', 'Cycling to {place} and back before lunch. Wind in both directions, somehow. #cycling'],
  ['en', 'New paper on river silt, open access: https://papers.example/silt — thanks @priya_sample for the hint.'],
  ['ar', 'وصلت إلى {place} بعد ثلاث ساعات من المطر. الطريق جميل رغم ذلك.'],
  ['en', 'Our library in {place} now lends umbrellas. Civilisation.'],
  ['fa', 'امروز با بچه‌ها در {place} درخت کاشتیم. سی‌ودو نهال، دو بیل. #درختکاری'],
  ['en', 'Small correction to yesterday: the museum is closed on Tuesdays, not Mondays. Thanks @lena_sample.'],
  ['en', 'Rain, soup, radio. That is the whole post. #weekend'],
  ['ar', 'درس اليوم: لا تسأل في {place} عن أفضل مطعم إلا إذا كان لديك وقت.'],
  ['en', 'If you photograph the lighthouse near {place}, go at six. Trust me.'],
  ['fa', 'چای، کتاب، پنجرهٔ رو به باران. {place} امروز این است.'],
  ['en', 'Numbers from our neighbourhood count: 212 swifts, 9 bats, 1 confused gull. #birds'],
  ['en', 'The council in {place} published its budget as a scanned fax. I am typing it in. #opendata'],
  ['ar', 'كتاب جديد عن جسور {place}، والخرائط فيه مرسومة باليد. #كتب'],
  ['en', 'Practice went well tonight. The cello forgave me.'],
  ['fa', 'مسیر دوچرخه از {place} تا دریا تمام شد. پاها هم تمام شدند. #دوچرخه'],
];

/** `count` everyday posts, the same at every call. */
export function neutralPosts(count: number): WrittenPost[] {
  return Array.from({ length: count }, (_, index) => {
    const [lang, text] = pick(lines, index);
    const place = pick(places[lang], Math.floor(index / lines.length) + index);
    return {
      author: pick(privateHandles[lang], index * 5 + Math.floor(index / 4)),
      lang,
      text: text.replace('{place}', place),
      ...(index % 9 === 4 && { photo: true as const }),
      ...(index % 31 === 17 && { promoted: true as const }),
    };
  });
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
