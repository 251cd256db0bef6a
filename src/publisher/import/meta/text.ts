import type { Localised } from '../../../core/list-schema.ts';
import { type Lang, persian } from '../four-languages.ts';
import type { Network } from './network.ts';
import type { PlaceName } from './places.ts';

/** The sentences of the list of takedown reports, in the four languages of the extension. */

/** How a network and a place go together, as far as Meta says. */
const TIES = {
  origins: { en: 'originating in', fa: 'با خاستگاه', ar: 'منشؤها', fr: 'originaire' },
  targets: { en: 'targeting', fa: 'با هدف', ar: 'تستهدف', fr: 'visant le public' },
  places: { en: 'described with', fa: 'در پیوند با', ar: 'مذكورة مع', fr: 'décrit à propos' },
} as const;

/** Persian has a form before a number and one before what describes the noun. */
const NOUNS = {
  network: { en: 'network', fa: ['شبکهٔ', 'شبکه‌ای'], ar: 'شبكة', fr: 'réseau' },
  IB: { en: 'cluster', fa: ['خوشهٔ', 'خوشه‌ای'], ar: 'مجموعة', fr: 'groupe' },
  recidivist: {
    en: 'returned cluster',
    fa: ['خوشهٔ بازگشتهٔ', 'خوشهٔ بازگشته‌ای'],
    ar: 'مجموعة عائدة',
    fr: 'groupe revenu',
  },
} as const;

/** “network 2 originating in China” */
function described(network: Network, lang: Lang, number: string | undefined): string {
  const noun = NOUNS[network.sort ?? 'network'];
  const named = lang === 'fa' ? noun.fa[number === undefined ? 1 : 0] : noun[lang];
  const count = number === undefined ? '' : ` ${lang === 'fa' ? persian(number) : number}`;
  const tie = (['origins', 'targets', 'places'] as const).find((one) => network[one].length > 0) ?? 'places';
  return `${named}${count} ${TIES[tie][lang]} ${inWords(network[tie], lang)}`;
}

/** “Network 2 originating in China, per Meta (Q3 2023)” */
export function label(network: Network): Localised {
  const { known, number, updated } = network;
  const called = (lang: Lang, comma: string) => {
    const text = described(network, lang, number);
    return known === undefined ? text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : `${known}${comma} ${text}`;
  };
  const when = (lang: Lang, comma: string) =>
    periodIn(network.period, lang) +
    (updated === undefined ? '' : `${comma} ${UPDATED[lang]} ${yearIn(updated, lang)}`);
  return {
    en: `${called('en', ',')}, per Meta (${when('en', ',')})`,
    fa: `${called('fa', '،')}، به گفتهٔ متا (${when('fa', '،')})`,
    ar: `${called('ar', '،')}، بحسب ميتا (${when('ar', '،')})`,
    fr: `${called('fr', ',')}, selon Meta (${when('fr', ',')})`,
  };
}

const UPDATED = { en: 'updated', fa: 'به‌روز شده در', ar: 'حُدّث في', fr: 'mis à jour en' };

/** “Meta removes a network originating in China” */
export function removal(network: Network): Localised {
  const known = network.known === undefined ? '' : ` (${network.known})`;
  const what = (lang: Lang) => `${described(network, lang, undefined)}${known}`;
  return {
    en: `Meta removes a ${what('en')}`,
    fa: `متا ${what('fa')} را حذف می‌کند`,
    ar: `ميتا تزيل ${what('ar')}`,
    fr: `Meta supprime un ${what('fr')}`,
  };
}

const AS_ORIGIN = {
  en: 'Meta gives the place from which it was run. That is not a finding that a government ran it.',
  fa: 'متا جایی را می‌گوید که شبکه از آن اداره می‌شد. این به معنای آن نیست که حکومتی آن را اداره کرده است.',
  ar: 'تذكر ميتا المكان الذي أُديرت منه الشبكة. ولا يعني ذلك أن حكومة ما أدارتها.',
  fr: 'Meta indique le lieu d’où il était géré. Cela n’établit pas qu’un gouvernement le gérait.',
};
const NO_ORIGIN = {
  en: 'Meta’s file does not say where it originates.',
  fa: 'فایل متا نمی‌گوید خاستگاه آن کجاست.',
  ar: 'لا يذكر ملف ميتا منشأها.',
  fr: 'Le fichier de Meta ne dit pas d’où il vient.',
};

export function aboutOrigin({ origins }: Network): Localised {
  return origins.length > 0 ? AS_ORIGIN : NO_ORIGIN;
}

const BEHAVIOUR = {
  en: ['coordinated inauthentic behaviour', 'inauthentic behaviour'],
  fa: ['رفتار هماهنگ غیراصیل', 'رفتار غیراصیل'],
  ar: ['سلوك منسق زائف', 'سلوك زائف'],
  fr: ['comportement inauthentique coordonné', 'comportement inauthentique'],
} as const;

export function assertion({ sort }: Network): Localised {
  const what = (lang: Lang) => BEHAVIOUR[lang][sort === 'IB' ? 1 : 0];
  return {
    en: `Meta says that it removed a network of ${what('en')} from its services, and lists accounts and sites elsewhere that the network had acquired.`,
    fa: `متا می‌گوید شبکه‌ای با «${what('fa')}» را از سرویس‌های خود حذف کرده است و حساب‌ها و وبگاه‌هایی را که آن شبکه در جاهای دیگر داشت فهرست می‌کند.`,
    ar: `تقول ميتا إنها أزالت من خدماتها شبكة «${what('ar')}»، وتسرد حسابات ومواقع كانت للشبكة في أماكن أخرى.`,
    fr: `Meta dit avoir supprimé de ses services un réseau au « ${what('fr')} » et énumère des comptes et des sites que ce réseau avait ailleurs.`,
  };
}

export const CAUTION: Localised = {
  en: 'Sharing one of these links or engaging with it attributes nobody, as Meta itself warns. Its evidence is not public, other networks did not confirm it here, and a name or address may be somebody else’s since.',
  fa: 'به هشدار خود متا، همرسانی این پیوندها یا تعامل با آنها کسی را به شبکه نسبت نمی‌دهد. شواهد آن منتشر نشده، شبکه‌های دیگر اینجا آن را تأیید نکرده‌اند و نام یا نشانی شاید اکنون از آنِ کس دیگری باشد.',
  ar: 'مشاركة أحد هذه الروابط أو التفاعل معه لا ينسب أحدًا إلى الشبكة، كما تنبّه ميتا نفسها. أدلتها غير منشورة، ولم تؤكدها هنا شبكات أخرى، وربما صار الاسم أو العنوان لغير صاحبه.',
  fr: 'Partager un de ces liens ou y réagir n’attribue personne au réseau, avertit Meta. Ses preuves ne sont pas publiques, d’autres réseaux ne les ont pas confirmées ici, et un nom ou une adresse a pu changer de mains.',
};

export const COUNTED: Localised = {
  en: 'Meta’s own count of what it removed.',
  fa: 'شمارش خود متا از آنچه حذف کرده است.',
  ar: 'إحصاء ميتا نفسها لما أزالته.',
  fr: 'Le décompte par Meta de ce qu’elle a supprimé.',
};
export const NO_OTHER_COUNT: Localised = {
  en: 'No count but Meta’s own is known: what was removed cannot be seen any more.',
  fa: 'جز شمارش خود متا عددی در دست نیست: آنچه حذف شده دیگر دیده نمی‌شود.',
  ar: 'لا يُعرف إحصاء غير إحصاء ميتا: فما أُزيل لم يعد يُرى.',
  fr: 'On ne connaît que le décompte de Meta : ce qui a été supprimé n’est plus visible.',
};
export const IN_WORDS: Localised = {
  en: 'Meta gives the count again in its summary of the network.',
  fa: 'متا این شمار را در خلاصهٔ خود از شبکه دوباره می‌آورد.',
  ar: 'تعيد ميتا ذكر العدد في ملخصها عن الشبكة.',
  fr: 'Meta redonne le décompte dans son résumé du réseau.',
};

export function attributed(network: Network): Localised {
  const { origins } = network;
  if (origins.length === 0) return NO_ORIGIN;
  return {
    en: `A network originating in ${inWords(origins, 'en')}. ${AS_ORIGIN.en}`,
    fa: `شبکه‌ای با خاستگاه ${inWords(origins, 'fa')}. ${AS_ORIGIN.fa}`,
    ar: `شبكة منشؤها ${inWords(origins, 'ar')}. ${AS_ORIGIN.ar}`,
    fr: `Réseau originaire ${inWords(origins, 'fr')}. ${AS_ORIGIN.fr}`,
  };
}

/** Who acted, in every takedown of the list. */
export const META: Localised = { en: 'Meta', fa: 'متا', ar: 'ميتا', fr: 'Meta' };

const AND = { en: ' and ', fa: ' و ', ar: ' و', fr: ' et ' };

function inWords(places: readonly PlaceName[], lang: Lang): string {
  return places.map((place) => place[lang]).join(AND[lang]);
}

const ORDINALS = {
  fa: ['نخست', 'دوم', 'سوم', 'چهارم'],
  ar: ['الأول', 'الثاني', 'الثالث', 'الرابع'],
} as const;

/** `Q1 2024`, `H2 2025`, `2022` in words. */
function periodIn(period: string, lang: Lang): string {
  const { kind, part, year } = /^(?<kind>[QH])(?<part>[1-4]) (?<year>\d{4})$/.exec(period)?.groups ?? {};
  if (kind === undefined || part === undefined || year === undefined) return yearIn(period, lang);
  const nth = (of: 'fa' | 'ar') => ORDINALS[of][Number(part) - 1] ?? part;
  switch (lang) {
    case 'en':
      return period;
    case 'fa':
      return `${kind === 'Q' ? 'سه‌ماههٔ' : 'نیمهٔ'} ${nth('fa')} ${persian(year)}`;
    case 'ar':
      return `${kind === 'Q' ? 'الربع' : 'النصف'} ${nth('ar')} من ${year}`;
    case 'fr':
      return `${kind === 'Q' ? 'T' : 'S'}${part} ${year}`;
  }
}

function yearIn(year: string, lang: Lang): string {
  return lang === 'fa' ? persian(year) : year;
}
