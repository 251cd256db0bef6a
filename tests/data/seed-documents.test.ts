import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { fold } from '../../src/core/fold.ts';
import { nameKey, nameKeys } from '../../src/core/key.ts';
import { inWords } from '../../src/event-sentences.ts';
import { keptList } from './kept.ts';

const { raw, list } = keptList('seed-documents');

const byId = (id: string) => list.identifiers.find((x) => x.id === id);
const areDistinct = (terms: string[]) => new Set(terms.map(fold)).size === terms.length;

/** The documents that the list is made from; everything else only supports or contradicts them. */
const DOCUMENTS = ['s-ref-en', 's-mek'];
/** Section, paragraph and line, and nothing else. */
const PLACE = {
  section: expect.any(String),
  paragraph: expect.stringMatching(/^\d+(–\d+)?$/),
  line: expect.any(Number),
};
const SPELLED_IN_DOCUMENT = [
  'Commander',
  'Hero',
  'Martyr_Soleimani',
  'QassemSoleimani',
  'Qassem_Soleimani',
  'We_Are_Qassem',
];
/** Victims, opposition figures and experts that the documents name. */
const NEVER_LISTED = [
  'cochard',
  'rajavi',
  'hassan',
  'foster',
  'new york post',
  'nypost',
  'bandari',
  'walker',
  'trump',
  'jahromi',
];
/** Words that may only be reported as a document's own, in quotation marks. */
const LOADED = /\b(bots?|trolls?|propaganda|fake|regime|mullahs?)\b/i;

/** Every English text that the list says in its own voice. Titles of sources are facts and not among them. */
function* ownWords(value: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      if (key === 'en' || key === 'note' || key === 'by' || key === 'tip')
        yield { path: `${path}.${key}`, text: inner };
    } else yield* ownWords(inner, `${path}.${key}`);
  }
}

/** Everything that is said in several languages. */
function* localisedTexts(
  value: unknown,
  path = '',
): Generator<{ path: string; said: Record<string, string> & { en: string } }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value) yield { path, said: value as Record<string, string> & { en: string } };
  else for (const [key, inner] of Object.entries(value)) yield* localisedTexts(inner, `${path}.${key}`);
}

describe('the file', () => {
  it('is written canonically', () => {
    expect(canonicalText(list)).toBe(raw);
  });

  it('names no path of a working copy', () => {
    expect(raw).not.toMatch(/\.\.\/|\.txt|workspace|public file|indexed file/i);
  });
});

describe('claims', () => {
  it.each(list.claims)('$id has a source and a place that a reader can find', ({ source, locator }) => {
    const { kind } = list.sources.find((s) => s.id === source) ?? {};
    expect(kind).toBeDefined();
    // Lines are those of the two documents as saved; of any other source they would be somebody's copy.
    if (DOCUMENTS.includes(source)) expect(locator).toEqual(PLACE);
    else expect(locator.line).toBeUndefined();
  });

  it.each(list.claims.filter((c) => c.status === 'disputed' || c.status === 'overstated'))(
    '$id, $status, shows the other side',
    ({ counter }) => {
      expect(counter?.length).toBeGreaterThan(0);
    },
  );

  it.each(list.claims.filter((c) => c.basis === 'document-assertion' && c.status === 'unconfirmed' && !c.support))(
    '$id, asserted by a document alone, has a low confidence and a caution',
    ({ confidence, caution }) => {
      expect(confidence).toBeLessThanOrEqual(30);
      expect(caution).toBeDefined();
    },
  );

  // The table of data/README.md.
  it.each(list.claims)('$id has the confidence that its evidence earns', (claim) => {
    const { confidence, status, basis, support = [], counter = [], caution } = claim;
    if (confidence >= 90) expect({ status, counter: counter.length }).toEqual({ status: 'confirmed', counter: 0 });
    if (confidence >= 90) expect(support.length).toBeGreaterThan(0);
    if (confidence >= 70) expect(caution ?? confidence >= 90).toBeTruthy();
    else expect(status).not.toBe('confirmed');
    if (status === 'confirmed') expect(support.length).toBeGreaterThan(0);
    if (confidence < 40) expect(['document-assertion', 'named-research']).toContain(basis);
    if (confidence < 20) expect(counter.length).toBeGreaterThan(0);
  });

  it('are about every identifier, itself or through its entity', () => {
    const about = new Set(list.claims.flatMap((c) => c.about));
    expect(list.identifiers.filter((x) => !about.has(x.id) && !about.has(x.entity))).toEqual([]);
  });

  it('of office-holders end with the office', () => {
    for (const official of list.entities.filter((e) => e.type === 'official')) {
      expect(official.ended).toBeDefined();
      const accounts = list.identifiers.filter((x) => x.entity === official.id).map((x) => x.id);
      for (const claim of list.claims.filter((c) =>
        c.about.some((id) => id === official.id || accounts.includes(id)),
      )) {
        expect(claim.valid_until, claim.id).toBeDefined();
      }
    }
  });

  it('keep the two grades of the first document apart', () => {
    const about = (id: string) => list.claims.find((c) => c.id === id)?.about;
    expect(about('c-ref-tags')).toEqual(['h-we-are-qassem', 'h-martyr-soleimani', 'h-qassem-soleimani']);
    expect(about('c-ref-english-tags')).toEqual(['h-hero', 'h-commander', 'h-qassemsoleimani', 'e-iran-intelligence']);
    // A claim on the campaign as a whole would be shown with every tag and mix them up.
    expect(list.claims.filter((c) => c.about.includes('e-campaign-2022'))).toEqual([]);
  });
});

describe('hashtags', () => {
  const tags = list.identifiers.filter((x) => x.kind === 'hashtag');

  it('from the documents have exactly their six spellings', () => {
    expect(
      tags
        .filter((x) => x.origin === 'in-document')
        .map((x) => x.value)
        .sort(),
    ).toEqual(SPELLED_IN_DOCUMENT);
  });

  it.each(['h-hero', 'h-commander'])('%s needs a name in the same post, and no mockery', (id) => {
    const { rule, context } = byId(id) ?? {};
    expect(rule).toBe('needs-context');
    expect(context?.any_of?.map(fold)).toContain(fold('قاسم سلیمانی'));
    expect(context?.any_of).toContain('qassem soleimani');
    // The family name alone is that of many people, and a first name of others.
    for (const alone of ['soleimani', 'سلیمانی', 'qassem', 'قاسم', 'sulaimani']) {
      expect(context?.any_of?.map(fold)).not.toContain(fold(alone));
    }
    expect(context?.none_of).toContain('#قاسم_کتلت');
    expect(areDistinct([...(context?.any_of ?? []), ...(context?.none_of ?? [])])).toBe(true);
    // The tag must not be its own context.
    expect(context?.any_of?.filter((one) => /^#?(hero|commander)$/i.test(one))).toEqual([]);
  });

  it.each(['h-qassem-soleimani', 'h-qassemsoleimani', 'h-qasim-sulaimani'])(
    '%s is known to be a person’s name',
    (id) => {
      expect(byId(id)?.person_name).toBe(true);
    },
  );

  it('that are merely popular are not listed', () => {
    const keys = new Set(list.identifiers.flatMap(nameKeys));
    for (const popular of [
      'انتقام_سخت',
      'HardRevenge',
      'جان_فدا',
      'قهرمان_ملی',
      'مرد_میدان',
      'ThankYouSoleimani',
      'حاج_قاسم',
      'QasemSoleimani',
    ]) {
      expect(keys).not.toContain(nameKey('any', 'hashtag', popular));
    }
  });

  it('belong to a campaign, never to a state body', () => {
    expect(new Set(tags.map((x) => x.entity))).toEqual(new Set(['e-campaign-2022']));
  });
});

describe('accounts and sites', () => {
  const names = list.identifiers.filter((x) => x.kind !== 'hashtag');

  it('are all resolved: neither document gives one', () => {
    expect(names.filter((x) => x.origin !== 'resolved')).toEqual([]);
  });

  it.each(names.filter((x) => x.certainty === 'high'))(
    '$id, of high certainty, has evidence that can be named',
    ({ evidence }) => {
      expect(evidence?.some((e) => e.source ?? e.title)).toBeTruthy();
    },
  );

  it.each(names.filter((x) => x.certainty === 'disputed'))('$id, disputed, shows both sides of its own', (x) => {
    const own = list.claims.filter((c) => c.about.includes(x.id));
    expect(own.length).toBeGreaterThan(0);
    for (const claim of own) {
      expect(claim.status).toBe('disputed');
      expect(claim.counter?.some((c) => c.source !== claim.source)).toBe(true);
    }
  });

  it('of Kayhan are its address alone', () => {
    expect(names.filter((x) => x.entity === 'e-kayhan').map((x) => x.value)).toEqual(['kayhan.ir']);
  });
});

describe('events', () => {
  it.each(list.events)(
    '$id shows what the document says beside what was found',
    ({ found, in_document, verdict, note }) => {
      for (const telling of in_document) {
        expect(DOCUMENTS).toContain(telling.source);
        expect(telling.locator).toEqual(PLACE);
      }
      for (const telling of found) expect(DOCUMENTS).not.toContain(telling.source);
      if (verdict !== 'agrees') expect(note).toBeDefined();
    },
  );
});

describe('the numbers', () => {
  const counts = (id: string, side: 'found' | 'in_document') =>
    (list.events.find((e) => e.id === id)?.[side] ?? []).map((telling) =>
      (telling.counts ?? []).map(({ value, unit }) => `${value} ${inWords(unit).en}`),
    );
  const sum = (numbers: readonly string[]) => numbers.reduce((all, one) => all + Number.parseInt(one, 10), 0);

  it('of Google are three services, not 58 channels', () => {
    const [found = []] = counts('v-google-2018-08', 'found');
    expect(found).toEqual(['39 YouTube channels', '6 Blogger blogs', '13 Google+ accounts', '58 together']);
    expect(sum(found.slice(0, 3))).toBe(58);
    expect(counts('v-google-2018-08', 'in_document')).toEqual([['58 accounts, given as YouTube channels']]);
  });

  it('of Facebook in 2018 are Pages, groups and accounts, and three short of their own total', () => {
    const [announced = [], batches = []] = counts('v-facebook-2018-08', 'found');
    expect(announced[0]).toBe('652 Pages, groups and accounts together');
    expect(sum(batches.slice(0, 3))).toBe(649);
    expect(batches[3]).toBe('649 together');
    expect(counts('v-facebook-2018-08', 'in_document')).toEqual([['652 accounts']]);
  });

  it('of Facebook in 2019 are the document’s, unit by unit', () => {
    expect(counts('v-facebook-2019-05', 'in_document')).toEqual(counts('v-facebook-2019-05', 'found'));
    expect(counts('v-facebook-2019-05', 'found')).toEqual([
      ['51 Facebook accounts', '36 Pages', '7 Groups', '3 Instagram accounts'],
    ]);
  });

  it('of Twitter in June 2019 add up', () => {
    const [, june = []] = counts('v-twitter-2019-05', 'found');
    expect(sum(june.slice(0, 3))).toBe(4779);
    expect(june[3]).toBe('4779 accounts together');
  });

  it.each([
    ['v-twitter-2018-08', 'agrees'],
    ['v-facebook-2018-08', 'differs'],
    ['v-google-2018-08', 'differs'],
    ['v-twitter-2018-10', 'overstated'],
    ['v-twitter-2019-05', 'agrees'],
    ['v-facebook-2019-05', 'agrees'],
    ['v-fireeye-2019-05', 'overstated'],
    ['v-consul-2019-07', 'unverified'],
    ['v-instagram-2020-01', 'differs'],
    ['v-reporter-2020-01', 'overstated'],
    ['v-anniversary-2022-01', 'unverified'],
    ['v-blocks-2022-01', 'unverified'],
    ['v-hero-2022-01', 'unverified'],
  ])('%s: %s', (id, verdict) => expect(list.events.find((e) => e.id === id)?.verdict).toBe(verdict));

  it('no event is without a verdict of this test', () => expect(list.events).toHaveLength(13));
});

describe('where things come from', () => {
  const from = (id: string) => list.sources.find((s) => s.id === id)?.derived_from;

  it('the English article is a translation of the Arabic one', () => {
    expect(from('s-ref-en')).toBe('s-ref-ar');
    expect(list.sources.find((s) => s.id === 's-ref-ar')?.lang).toBe('ar');
  });

  it('the reports on #Hero are one chain that ends at the state’s agency', () => {
    expect([from('s-ava-today-2022'), from('s-al-ain-2022'), from('s-irna-2022')]).toEqual([
      's-al-ain-2022',
      's-irna-2022',
      undefined,
    ]);
    const told = list.events.find((e) => e.id === 'v-hero-2022-01')?.found.map((telling) => telling.source);
    expect(told).toEqual(['s-irna-2022', 's-al-ain-2022', 's-ava-today-2022', 's-el-watan-2022']);
  });

  it('every source is used: by a claim, an event, an identifier or another source', () => {
    const { sources, ...rest } = list;
    const elsewhere = JSON.stringify(rest);
    const unused = sources.filter(
      (s) => !elsewhere.includes(`"${s.id}"`) && !sources.some((o) => o.derived_from === s.id),
    );
    expect(unused).toEqual([]);
  });
});

describe('dates', () => {
  const entity = (id: string) => list.entities.find((e) => e.id === id);
  const claim = (id: string) => list.claims.find((c) => c.id === id);

  it.each([
    ['e-khamenei', '2026-02-28'],
    ['e-raisi', '2024-05-19'],
  ])('the office of %s ended on %s', (id, day) => expect(entity(id)?.ended).toBe(day));

  it.each([
    ['c-ref-khamenei-office', '2026-02-28'],
    ['c-ref-khamenei-account', '2026-02-28'],
    ['c-alquds-khamenei-heb', '2026-02-28'],
    ['c-mek-kayhan', '2026-02-28'],
    ['c-ref-raisi', '2024-05-19'],
    ['c-ref-hero-spokesman', '2024-08-28'],
    ['c-ref-quds-force', '2020-01-03'],
    ['c-mek-soleimani', '2020-01-03'],
  ])('%s holds until %s', (id, day) => expect(claim(id)?.valid_until).toBe(day));
});

describe('who is listed', () => {
  it('are bodies and offices only', () => {
    const kinds = new Set<string>(list.entities.map((e) => e.type));
    expect(
      [...kinds].filter((k) => !['state', 'agency', 'official', 'outlet', 'operation', 'campaign'].includes(k)),
    ).toEqual([]);
    expect(
      list.entities
        .filter((e) => e.type === 'official')
        .map((e) => e.label.en)
        .sort(),
    ).toEqual(['Ali Khamenei', 'Ebrahim Raisi']);
  });

  it.each(NEVER_LISTED)('never %s', (name) => {
    const listed = [
      ...list.entities.map((e) => JSON.stringify(e.label)),
      ...list.identifiers.flatMap((x) => [x.value, ...(x.aliases ?? [])]),
    ];
    expect(listed.filter((text) => text.toLowerCase().includes(name))).toEqual([]);
  });

  it('are not named among the victims and experts anywhere', () => {
    expect(raw).not.toMatch(/cochard|rajavi|masoud|foster/i);
  });
});

describe('exceptions', () => {
  it('collide with nothing listed', () => {
    const keys = new Set(list.identifiers.flatMap(nameKeys));
    expect(list.exceptions.filter((e) => keys.has(nameKey(e.platform, e.kind, e.value)))).toEqual([]);
  });

  it.each([
    ['x', 'account', 'KayhanLondon'],
    ['any', 'hashtag', 'قاسم_کتلت'],
    ['any', 'hashtag', 'الشهید'],
    ['any', 'hashtag', 'soleimani'],
  ] as const)('guard %s %s %s', (platform, kind, value) => {
    const guarded = list.exceptions.map((e) => nameKey(e.platform, e.kind, e.value));
    expect(guarded).toContain(nameKey(platform, kind, value));
  });
});

describe('how it speaks', () => {
  it('never uses a loaded word in its own voice', () => {
    const loaded = [...ownWords(list)].filter(({ text }) => LOADED.test(text.replace(/“[^”]*”/g, '')));
    expect(loaded).toEqual([]);
  });

  const texts = [...localisedTexts(list)];

  it('says everything in four languages', () => {
    const lacking = texts.filter(({ said }) => Object.keys(said).join() !== 'en,fa,ar,fr');
    expect(lacking.map(({ path }) => path)).toEqual([]);
    expect(texts.length).toBeGreaterThan(250);
  });

  it('says nothing twice in two languages: each is a translation', () => {
    const same = texts.filter(({ said }) => new Set(Object.values(said)).size < 4 && said.en.length > 20);
    expect(same.map(({ path }) => path)).toEqual([]);
  });

  // Names, tags and titles in Latin or Arabic letters are quoted as they are.
  const QUOTED = /Hamilton 68|#[\p{L}\p{M}\p{N}_]+|[A-Za-z@][\w.@/+’-]*/gu;
  const wrong = (lang: string, letters: RegExp) =>
    texts.flatMap(({ path, said }) => {
      const text = (said[lang] ?? '').replace(QUOTED, '');
      return letters.test(text) ? [`${path}: ${letters.exec(text)?.[0]}`] : [];
    });

  it('writes Persian with Persian letters and digits', () => {
    expect(wrong('fa', /[\u064a\u0649\u0643\u0660-\u0669\u0629]|[0-9]/)).toEqual([]);
    expect(wrong('fa', /[,;?]/)).toEqual([]);
    // A space where a plural or a present tense asks for a non-joiner.
    expect(wrong('fa', /(^| )(می|نمی) |\p{L} (ها|های|هایی)(?!\p{L})/u)).toEqual([]);
  });

  it('writes Arabic with Arabic letters', () => {
    expect(wrong('ar', /[\u06cc\u06a9\u067e\u0686\u0698\u06af\u06f0-\u06f9\u200c]/)).toEqual([]);
    expect(wrong('ar', /(?<![0-9]),|[;?]/)).toEqual([]);
  });

  it('writes French with the apostrophe of print', () => {
    expect(wrong('fr', /["]|[A-Za-z]'[A-Za-z]/)).toEqual([]);
  });
});
