import type { Localised, Source, Watchlist } from '../../../core/list-schema.ts';
import { makeId } from '../make-id.ts';
import { OUR_LIST } from '../our-list.ts';
import type { Network } from './network.ts';

/** What the list of takedown reports says of itself and of its sources. */

export function listHead(today: string): Watchlist['list'] {
  return {
    id: 'takedown-reports',
    version: 1,
    title: {
      en: 'Takedown reports',
      fa: 'گزارش‌های حذف شبکه‌ها',
      ar: 'تقارير إزالة الشبكات',
      fr: 'Rapports de suppression',
    },
    description: {
      en: 'Accounts and sites outside Facebook and Instagram that Meta lists as acquired by networks of coordinated inauthentic behaviour, with where each network originated as far as Meta says. An origin is not a government. Hashtags, link shorteners, imitated originals and sites that a network merely linked to are not in it.',
      fa: 'حساب‌ها و وبگاه‌های بیرون از فیسبوک و اینستاگرام که متا از دارایی‌های شبکه‌هایی با «رفتار هماهنگ غیراصیل» می‌شمارد، با خاستگاه هر شبکه تا جایی که متا گفته است. خاستگاه به معنای حکومت نیست. هشتگ‌ها، کوتاه‌کننده‌های پیوند، اصلِ آنچه تقلید شده و وبگاه‌هایی که شبکه فقط به آنها پیوند داده در آن نیست.',
      ar: 'حسابات ومواقع خارج فيسبوك وإنستغرام تسردها ميتا ضمن ما اقتنته شبكات «سلوك منسق زائف»، مع منشأ كل شبكة بقدر ما ذكرت ميتا. المنشأ ليس حكومة. لا تشمل القائمة الوسوم ومختصرات الروابط والأصول المقلَّدة والمواقع التي اكتفت الشبكة بالإحالة إليها.',
      fr: 'Comptes et sites hors de Facebook et d’Instagram que Meta attribue à des réseaux au « comportement inauthentique coordonné », avec le lieu d’origine de chacun quand Meta le donne. Une origine n’est pas un gouvernement. Ni mots-dièse, ni raccourcisseurs de liens, ni originaux imités, ni sites vers lesquels un réseau ne faisait que renvoyer.',
    },
    ...OUR_LIST,
    updated: today,
    default: 'off',
  };
}

const STAKE: Localised = {
  en: 'A platform describing its own enforcement. It chooses what it publishes, and outsiders cannot repeat its attribution. It has high confidence in its indicators but allows for a false one among them.',
  fa: 'پلتفرمی که اقدامات خود را شرح می‌دهد. خود برمی‌گزیند چه منتشر کند و دیگران نمی‌توانند انتساب آن را تکرار کنند. به شاخص‌های خود اطمینان زیادی دارد اما احتمال خطا را می‌پذیرد.',
  ar: 'منصة تصف إجراءاتها هي. تختار ما تنشره، ولا يستطيع غيرها إعادة التحقق من إسنادها. ثقتها بمؤشراتها عالية لكنها لا تنفي أن يكون بينها خطأ.',
  fr: 'Une plateforme qui décrit ses propres mesures. Elle choisit ce qu’elle publie, et nul ne peut refaire son attribution. Elle dit sa confiance élevée, sans exclure une erreur.',
};

const REPOSITORY = 'https://github.com/facebook/threat-research';

export function entityId({ key }: Network): string {
  return makeId('e', `network-${key.toLowerCase().replaceAll(' ', '-')}`);
}

export function sourceId(file: string): string {
  return makeId(
    's',
    `meta-${file
      .replace(/\.\w+$/, '')
      .replace(/^[_\s]+/, '')
      .replace(/^meta-/, 'summary-')}`,
  );
}

/** @param networks those that the file is on, at least one */
export function sourceOf(file: string, networks: readonly Network[]): Source {
  const [first] = networks;
  if (first === undefined) throw new Error('a source is on a network');
  const places = [...new Set(networks.flatMap(({ origins, targets, places }) => [...origins, ...targets, ...places]))];
  const about = first.known ?? places.map(({ en }) => en).join(', ');
  return {
    id: sourceId(file),
    title: `[${/\.md$/i.test(file) ? 'Summary and indicators' : 'Threat indicators'}: ${about}, ${first.period}]`,
    publisher: 'Meta',
    stake: STAKE,
    date: first.date,
    lang: 'en',
    url: REPOSITORY,
    kind: 'platform-announcement',
    note: {
      en: `File “${file}” at commit a1b05bf. MIT licence, copyright (c) Meta Platforms, Inc. and its affiliates. Dated by what it reports on.`,
    },
  };
}
