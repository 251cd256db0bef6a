export type Author = {
  handle: string;
  name: string;
  /** X's numeric id. Of the listed accounts only the first two are real; all others are made up. */
  id: string;
  bio: string;
  place?: string;
  verified?: true;
};

const official: Author[] = [
  {
    handle: 'khamenei_ir',
    name: 'Khamenei.ir',
    id: '27966935',
    bio: 'Sample header of a listed account.',
    verified: true,
  },
  { handle: 'Khamenei_fa', name: 'KHAMENEI.IR | فارسی', id: '2247018338', bio: 'Sample header of a listed account.' },
  {
    handle: 'IrnaEnglish',
    name: 'IRNA News Agency',
    id: '9000000000000000103',
    bio: 'Sample header of a listed account.',
    verified: true,
  },
  {
    handle: 'PressTV',
    name: 'Press TV',
    id: '9000000000000000104',
    bio: 'Sample header of a listed account. Today: #We_Are_Qassem and #superhero films.',
    place: 'Tehran',
    verified: true,
  },
  { handle: 'raisi_com', name: 'raisi.com', id: '9000000000000000105', bio: 'Sample header of a listed account.' },
];

/** Private persons, all imaginary. */
const people: Author[] = [
  { handle: 'lena_sample', name: 'Lena Brandt', id: '9000000000000000201', bio: 'Maps, trains, long walks.' },
  { handle: 'omid_sample', name: 'امید رستگار', id: '9000000000000000202', bio: 'کتاب، کوه، چای', place: 'شیراز' },
  { handle: 'noor_sample', name: 'نور الحلبي', id: '9000000000000000203', bio: 'أكتب عن المدن القديمة' },
  {
    handle: 'tomas_sample',
    name: 'Tomás Ferreira',
    id: '9000000000000000204',
    bio: 'Reads newspapers so that you can too.',
  },
  { handle: 'mina_sample', name: 'مینا کاشفی', id: '9000000000000000205', bio: 'عکاس خیابان' },
  {
    handle: 'priya_sample',
    name: 'Priya Raman',
    id: '9000000000000000206',
    bio: 'Emergency nurse. Opinions and coffee my own.',
    verified: true,
  },
  { handle: 'karim_sample', name: 'كريم منصور', id: '9000000000000000207', bio: 'خبز وزيتون وأخبار' },
  { handle: 'jo_sample', name: 'Jo Whitfield', id: '9000000000000000208', bio: 'Strategy games, mostly on easy.' },
  { handle: 'sara_sample', name: 'سارا نیک‌پی', id: '9000000000000000209', bio: 'معلم، دوچرخه‌سوار' },
  { handle: 'hana_sample', name: 'Hana Sato', id: '9000000000000000210', bio: 'Slow food, fast bikes.' },
  {
    handle: 'desk_sample',
    name: 'Sample News Desk',
    id: '9000000000000000211',
    bio: 'A news desk that does not exist.',
    verified: true,
  },
];

/** Handles that resemble a listed one, or the names that trip up careless objects. */
const lookalikes: Author[] = [
  { handle: 'PressTVfan', name: 'Press TV fan club', id: '9000000000000000301', bio: 'Not Press TV.' },
  { handle: 'press_tv_', name: 'press tv', id: '9000000000000000302', bio: 'Another account altogether.' },
  {
    handle: 'KayhanLondon',
    name: 'Kayhan London',
    id: '9000000000000000303',
    bio: 'Sample header of an outlet of nearly the same name as a listed one.',
  },
  { handle: 'constructor', name: 'Constructor', id: '9000000000000000304', bio: 'Builds bridges.' },
  { handle: '__proto__', name: 'proto', id: '9000000000000000305', bio: 'Prototypes.' },
  { handle: 'toString', name: 'To String', id: '9000000000000000306', bio: 'Violin and cello.' },
];

export const authors: ReadonlyMap<string, Author> = new Map(
  [...official, ...people, ...lookalikes].map((author) => [author.handle, author]),
);

/** The imaginary private persons, by the language they write: the everyday posts are theirs. */
export const privateHandles = {
  en: ['lena_sample', 'tomas_sample', 'priya_sample', 'jo_sample', 'hana_sample', 'desk_sample'],
  fa: ['omid_sample', 'mina_sample', 'sara_sample'],
  ar: ['noor_sample', 'karim_sample'],
} as const;
