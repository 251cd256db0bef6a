import type { Exception, Localised, Source, Watchlist } from '../../../core/list-schema.ts';
import { OUR_LIST } from '../our-list.ts';

/** What the list on state media says of itself and of its source, and the names that it guards. */

export const SOURCE_ID = 's-asd-matrix-2023';
export const SOURCE_DATE = '2023-08-24';

export function listHead(today: string): Watchlist['list'] {
  return {
    id: 'state-media',
    version: 1,
    title: {
      en: 'State media worldwide',
      fa: 'رسانه‌های دولتی جهان',
      ar: 'وسائل الإعلام الحكومية في العالم',
      fr: 'Médias d’État dans le monde',
    },
    description: {
      en: 'Outlets that the State Media Matrix of the Alliance for Securing Democracy classed as state-controlled in August 2023: their accounts and sites, after repair of known errors. Its six other types, from captured to independent public media, are left out. A mark says who controls an outlet, not that what it reports is wrong.',
      fa: 'رسانه‌هایی که State Media Matrix (Alliance for Securing Democracy) در اوت ۲۰۲۳ زیر کنترل دولت شمرده است: حساب‌ها و وبگاه‌هایشان، پس از اصلاح خطاهای شناخته‌شده. شش گونهٔ دیگر آن، از رسانه‌های تسخیرشده تا رسانه‌های عمومی مستقل، نیامده‌اند. نشان می‌گوید رسانه در کنترل کیست، نه اینکه گزارشش نادرست است.',
      ar: 'وسائل إعلام صنّفتها State Media Matrix (Alliance for Securing Democracy) في أغسطس 2023 خاضعة لسيطرة الدولة: حساباتها ومواقعها بعد تصحيح أخطاء معروفة. لا تشمل القائمة أنواعها الستة الأخرى، من الإعلام المستحوَذ عليه إلى الإعلام العام المستقل. العلامة تقول من يسيطر على الوسيلة، لا أن ما تنشره خطأ.',
      fr: 'Médias que la State Media Matrix de l’Alliance for Securing Democracy classait en août 2023 comme contrôlés par l’État : comptes et sites, après correction d’erreurs connues. Ses six autres types, des médias captés aux médias publics indépendants, n’y sont pas. Une marque dit qui contrôle un média, non que ce qu’il publie est faux.',
    },
    ...OUR_LIST,
    updated: today,
    default: 'off',
  };
}

export const SOURCE: Source = {
  id: SOURCE_ID,
  title: 'State Media Matrix',
  publisher: 'Alliance for Securing Democracy (ASD)',
  stake: {
    en: 'A US-based project of the German Marshall Fund that follows state influence on democracies, mainly that of Russia, China and Iran. Its earlier Hamilton 68 dashboard was criticised because the accounts behind it were never published.',
    fa: 'طرحی در آمریکا وابسته به German Marshall Fund که نفوذ دولت‌ها، بیشتر روسیه، چین و ایران، بر دموکراسی‌ها را دنبال می‌کند. از داشبورد پیشین آن، Hamilton 68، انتقاد شد چون حساب‌های پشت آن هرگز منتشر نشد.',
    ar: 'مشروع مقره الولايات المتحدة تابع لـ German Marshall Fund يرصد نفوذ الدول، ولا سيما روسيا والصين وإيران، في الديمقراطيات. انتُقدت لوحته السابقة Hamilton 68 لأن الحسابات التي قامت عليها لم تُنشر قط.',
    fr: 'Projet du German Marshall Fund, aux États-Unis, qui suit l’influence d’États, surtout la Russie, la Chine et l’Iran, sur les démocraties. Son ancien tableau Hamilton 68 a été critiqué, les comptes qui le fondaient n’ayant jamais été publiés.',
  },
  date: SOURCE_DATE,
  lang: 'en',
  url: 'https://github.com/ASD-at-GMF/state-media-profiles',
  kind: 'dataset',
  note: {
    en: 'Read at commit d878fee. MIT licence, copyright (c) 2023 ASD-at-GMF. Country, company, outlet and type are those of State Media Monitor (Media and Journalism Research Center); many names come from Wikidata. Its Instagram and X columns are exchanged, and some accounts stand at several outlets or at the wrong one: see the notes.',
    fa: 'نسخهٔ d878fee خوانده شد. پروانهٔ MIT. کشور، شرکت، رسانه و گونه از State Media Monitor است و بسیاری از نام‌ها از ویکی‌داده. ستون‌های اینستاگرام و ایکس آن جابه‌جا شده‌اند و برخی حساب‌ها در چند رسانه یا در رسانهٔ نادرست آمده‌اند.',
    ar: 'قُرئت النسخة d878fee. رخصة MIT. البلد والشركة والوسيلة والنوع من State Media Monitor، وكثير من الأسماء من ويكي بيانات. عمودا إنستغرام وإكس فيها متبادلان، وبعض الحسابات مذكور عند وسائل عدة أو عند غير صاحبه.',
    fr: 'Lue à la version d878fee. Licence MIT. Pays, société, média et type viennent de State Media Monitor, beaucoup de noms de Wikidata. Ses colonnes Instagram et X sont inversées, et certains comptes y figurent chez plusieurs médias ou chez un autre.',
  },
};

const CLUB: Localised = {
  en: 'A Saudi football club. The matrix gives its accounts to an Egyptian publisher of the same name.',
  fa: 'باشگاه فوتبال عربستانی. جدول حساب‌هایش را به ناشری مصری با همین نام داده است.',
  ar: 'نادٍ سعودي لكرة القدم. يعطي الجدول حساباته لدار نشر مصرية تحمل الاسم نفسه.',
  fr: 'Club de football saoudien. La matrice donne ses comptes à un éditeur égyptien du même nom.',
};
const SCHOOL: Localised = {
  en: 'A school in Baku. The matrix gives its accounts to a television channel.',
  fa: 'مدرسه‌ای در باکو. جدول حساب‌هایش را به یک شبکهٔ تلویزیونی داده است.',
  ar: 'مدرسة في باكو. يعطي الجدول حساباتها لقناة تلفزيونية.',
  fr: 'École de Bakou. La matrice donne ses comptes à une chaîne de télévision.',
};
const STRANA: Localised = {
  en: 'An outlet of Ukraine. The matrix files it under Russia.',
  fa: 'رسانه‌ای اوکراینی. جدول آن را زیر روسیه آورده است.',
  ar: 'وسيلة إعلام أوكرانية. يدرجها الجدول تحت روسيا.',
  fr: 'Média ukrainien. La matrice le range sous la Russie.',
};
const NOT_THEIRS: Localised = {
  en: 'Not the state outlet’s: the matrix gives this name to the wrong body.',
  fa: 'از آنِ رسانهٔ دولتی نیست: جدول این نام را به نهاد نادرستی داده است.',
  ar: 'ليس لوسيلة الإعلام الحكومية: يعطي الجدول هذا الاسم لغير صاحبه.',
  fr: 'N’est pas au média d’État : la matrice donne ce nom à un autre que son titulaire.',
};

export const EXCEPTIONS: Exception[] = [
  { platform: 'x', kind: 'account', value: 'Alhilal_EN', reason: CLUB },
  { platform: 'instagram', kind: 'account', value: 'alhilal', reason: CLUB },
  { platform: 'facebook', kind: 'page', value: 'ALHILAL.Saudi.FC', reason: CLUB },
  { platform: 'web', kind: 'domain', value: 'alhilal.com', reason: CLUB },
  { platform: 'instagram', kind: 'account', value: 'baki_ali_neft_mektebi', reason: SCHOOL },
  { platform: 'facebook', kind: 'page', value: 'BakiAliNeftMektebi', reason: SCHOOL },
  { platform: 'x', kind: 'account', value: 'stranaua', reason: STRANA },
  { platform: 'instagram', kind: 'account', value: 'stranaua', reason: STRANA },
  { platform: 'facebook', kind: 'page', value: 'gazetastranaua', reason: STRANA },
  { platform: 'vk', kind: 'page', value: 'stranaua', reason: STRANA },
  { platform: 'web', kind: 'domain', value: 'strana.news', reason: STRANA },
  { platform: 'web', kind: 'domain', value: 'strana.today', reason: STRANA },
  { platform: 'x', kind: 'account', value: 'cgtn', reason: NOT_THEIRS },
  ...['100noticias.com.ni', 'kcnawatch.org', 'diretube.com', 'chinatoday.com'].map(
    (value): Exception => ({ platform: 'web', kind: 'domain', value, reason: NOT_THEIRS }),
  ),
];
