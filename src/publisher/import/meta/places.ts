/** A country in the words of the four languages, as it stands after “in” or “from”. */
export interface PlaceName {
  code: string;
  /** As Meta’s files write it, in lower case. */
  written: string;
  en: string;
  fa: string;
  ar: string;
  fr: string;
}

/** Longer names first where one begins another. French with the preposition of origin. */
const TABLE = `
BD bangladesh|Bangladesh|بنگلادش|بنغلاديش|du Bangladesh
BY belarus|Belarus|بلاروس|بيلاروس|du Bélarus
BJ benin|Benin|بنین|بنين|du Bénin
BF burkina faso|Burkina Faso|بورکینافاسو|بوركينا فاسو|du Burkina Faso
CN china|China|چین|الصين|de Chine
CR costa rica|Costa Rica|کاستاریکا|كوستاريكا|du Costa Rica
HR croatia|Croatia|کرواسی|كرواتيا|de Croatie
SV el salvador|El Salvador|السالوادور|السلفادور|du Salvador
GE georgia|Georgia|گرجستان|جورجيا|de Géorgie
GH ghana|Ghana|غنا|غانا|du Ghana
IN india|India|هند|الهند|d’Inde
IR iran|Iran|ایران|إيران|d’Iran
IL israel|Israel|اسرائیل|إسرائيل|d’Israël
LB lebanon|Lebanon|لبنان|لبنان|du Liban
MG madagascar|Madagascar|ماداگاسکار|مدغشقر|de Madagascar
MD moldova|Moldova|مولداوی|مولدوفا|de Moldavie
MM myanmar|Myanmar|میانمار|ميانمار|du Myanmar
PK pakistan|Pakistan|پاکستان|باكستان|du Pakistan
PL poland|Poland|لهستان|بولندا|de Pologne
RO romania|Romania|رومانی|رومانيا|de Roumanie
RU russia|Russia|روسیه|روسيا|de Russie
TG togo|Togo|توگو|توغو|du Togo
TR türkiye|Türkiye|ترکیه|تركيا|de Turquie
UA ukraine|Ukraine|اوکراین|أوكرانيا|d’Ukraine
US us|the United States|ایالات متحده|الولايات المتحدة|des États-Unis
VE venezuela|Venezuela|ونزوئلا|فنزويلا|du Venezuela
VN vietnam|Vietnam|ویتنام|فيتنام|du Viêt Nam`;

const PLACES: readonly PlaceName[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [written = '', en = '', fa = '', ar = '', fr = ''] = line.slice(3).split('|');
    return { code: line.slice(0, 2), written, en, fa, ar, fr };
  });

/** The countries that a text names as whole words, in its order. */
export function placesIn(text: string): PlaceName[] {
  const words = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')} `;
  return PLACES.filter(({ written }) => words.includes(` ${written} `)).sort(
    (a, b) => words.indexOf(` ${a.written} `) - words.indexOf(` ${b.written} `),
  );
}
