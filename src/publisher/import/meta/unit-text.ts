import type { Localised } from '../../../core/list-schema.ts';
import type { Unit } from './counts.ts';

interface Words {
  /** One, and more. */
  en: [string, string];
  fa: string;
  /** As the number in front asks for: 3 to 10, 11 to 99, and all others. */
  ar: [few: string, many: string, other: string];
  fr: [string, string];
}

const WORDS: Record<Unit, Words> = {
  'Facebook accounts': {
    en: ['Facebook account', 'Facebook accounts'],
    fa: 'حساب فیسبوک',
    ar: ['حسابات على فيسبوك', 'حسابًا على فيسبوك', 'حساب على فيسبوك'],
    fr: ['compte Facebook', 'comptes Facebook'],
  },
  'Facebook Pages': {
    en: ['Facebook Page', 'Facebook Pages'],
    fa: 'صفحهٔ فیسبوک',
    ar: ['صفحات على فيسبوك', 'صفحة على فيسبوك', 'صفحة على فيسبوك'],
    fr: ['Page Facebook', 'Pages Facebook'],
  },
  'Facebook Groups': {
    en: ['Facebook Group', 'Facebook Groups'],
    fa: 'گروه فیسبوک',
    ar: ['مجموعات على فيسبوك', 'مجموعة على فيسبوك', 'مجموعة على فيسبوك'],
    fr: ['groupe Facebook', 'groupes Facebook'],
  },
  'Instagram accounts': {
    en: ['Instagram account', 'Instagram accounts'],
    fa: 'حساب اینستاگرام',
    ar: ['حسابات على إنستغرام', 'حسابًا على إنستغرام', 'حساب على إنستغرام'],
    fr: ['compte Instagram', 'comptes Instagram'],
  },
};

/** What was counted, as it stands behind the number. */
export function unitText(unit: Unit, value: number): Localised {
  const { en, fa, ar, fr } = WORDS[unit];
  const many = value > 1 ? 1 : 0;
  const rest = value % 100;
  const form = rest >= 3 && rest <= 10 ? 0 : rest >= 11 ? 1 : 2;
  return { en: value === 1 ? en[0] : en[1], fa, ar: ar[form], fr: fr[many] };
}
