import type { Localised } from '../../../core/list-schema.ts';
import { type Lang, persian } from '../four-languages.ts';

/** The sentences of the list on state media, in the four languages of the extension. */

const SAYS = {
  en: 'as state-controlled (SC): funding, ownership and editorial line all in the hands of the state, by the typology of State Media Monitor.',
  fa: 'زیر کنترل دولت (SC) می‌شمارد: بنا بر گونه‌شناسی State Media Monitor بودجه، مالکیت و خط تحریریه هر سه در دست دولت است.',
  ar: 'خاضعة لسيطرة الدولة (SC): التمويل والملكية والخط التحريري كلها في يد الدولة بحسب تصنيف State Media Monitor.',
  fr: 'comme contrôlés par l’État (SC) : financement, propriété et ligne éditoriale sont aux mains de l’État, selon la typologie de State Media Monitor.',
};

export function outletAssertion(name: string): Localised {
  return {
    en: `The State Media Matrix of August 2023 classes ${name} ${SAYS.en}`,
    fa: `State Media Matrix در اوت ۲۰۲۳ رسانهٔ ${name} را ${SAYS.fa}`,
    ar: `تصنّف State Media Matrix في أغسطس 2023 وسيلة الإعلام ${name} ${SAYS.ar}`,
    fr: `La State Media Matrix d’août 2023 classe ${name} ${SAYS.fr.replace('contrôlés', 'contrôlé')}`,
  };
}

/** @param count how many of its outlets, at least one */
export function companyAssertion(name: string, count: number): Localised {
  return {
    en: `The State Media Matrix of August 2023 classes outlets of ${name} (${count} in its rows) ${SAYS.en}`,
    fa: `State Media Matrix در اوت ۲۰۲۳ رسانه‌های ${name} (${persian(count)} مورد در سطرهای آن) را ${SAYS.fa}`,
    ar: `تصنّف State Media Matrix في أغسطس 2023 وسائل إعلام تابعة لـ ${name} (${count} في صفوفها) ${SAYS.ar}`,
    fr: `La State Media Matrix d’août 2023 classe des médias de ${name} (${count} dans ses lignes) ${SAYS.fr}`,
  };
}

const LISTED_IN_2023 = {
  en: 'Listed in 2023: owners, names and addresses may have changed since; none was checked on a live page. The type is the judgement of researchers.',
  fa: 'وضع سال ۲۰۲۳ است: مالک، نام و نشانی شاید از آن پس تغییر کرده باشد و هیچ‌کدام در صفحهٔ زنده بررسی نشده است. گونه، داوری پژوهشگران است.',
  ar: 'هذا وضع عام 2023: ربما تغيّر المالك أو الاسم أو العنوان بعده، ولم يُتحقق من أي منها على صفحة حية. والتصنيف حكم باحثين.',
  fr: 'Situation de 2023 : propriétaires, noms et adresses ont pu changer depuis ; rien n’a été vérifié en ligne. Le type est le jugement de chercheurs.',
};
const FROM_ELSEWHERE = {
  en: 'Its row was added to the matrix from another collection of the publisher.',
  fa: 'سطر آن از مجموعهٔ دیگری از همان ناشر به جدول افزوده شده است.',
  ar: 'أُضيف صفها إلى الجدول من مجموعة أخرى للناشر نفسه.',
  fr: 'Sa ligne vient d’une autre collection du même éditeur.',
};
const SHARED = {
  en: 'The matrix gives these names to several outlets of the company alike; they are entered for the company as a whole.',
  fa: 'جدول این نام‌ها را یکسان به چند رسانهٔ این شرکت داده است؛ اینجا برای کل شرکت آمده‌اند.',
  ar: 'يعطي الجدول هذه الأسماء لعدة وسائل إعلام من الشركة على السواء، فأُدرجت هنا للشركة كلها.',
  fr: 'La matrice donne ces noms à plusieurs médias de la société ; ils sont inscrits ici pour la société entière.',
};

export function caution(isFromElsewhere: boolean, isShared: boolean): Localised {
  return joined([LISTED_IN_2023, ...(isFromElsewhere ? [FROM_ELSEWHERE] : []), ...(isShared ? [SHARED] : [])]);
}

export const EXCHANGED: Readonly<Record<'x' | 'instagram', Localised>> = {
  x: {
    en: 'Repaired: the matrix prints this name in its Instagram column. Its Instagram and X columns are exchanged.',
    fa: 'اصلاح‌شده: جدول این نام را در ستون اینستاگرام آورده است. ستون‌های اینستاگرام و ایکس آن جابه‌جا شده‌اند.',
    ar: 'مُصحَّح: يورد الجدول هذا الاسم في عمود إنستغرام، وعمودا إنستغرام وإكس فيه متبادلان.',
    fr: 'Corrigé : la matrice donne ce nom dans sa colonne Instagram. Ses colonnes Instagram et X sont inversées.',
  },
  instagram: {
    en: 'Repaired: the matrix prints this name in its Twitter column. Its Instagram and X columns are exchanged.',
    fa: 'اصلاح‌شده: جدول این نام را در ستون توییتر آورده است. ستون‌های اینستاگرام و ایکس آن جابه‌جا شده‌اند.',
    ar: 'مُصحَّح: يورد الجدول هذا الاسم في عمود تويتر، وعمودا إنستغرام وإكس فيه متبادلان.',
    fr: 'Corrigé : la matrice donne ce nom dans sa colonne Twitter. Ses colonnes Instagram et X sont inversées.',
  },
};

function joined(texts: readonly Readonly<Record<Lang, string>>[]): Localised {
  const all = (lang: Lang) => texts.map((text) => text[lang]).join(' ');
  return { en: all('en'), fa: all('fa'), ar: all('ar'), fr: all('fr') };
}
