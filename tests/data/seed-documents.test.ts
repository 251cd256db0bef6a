import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { fold } from '../../src/core/fold.ts';
import { nameKey, nameKeys } from '../../src/core/key.ts';
import type { Watchlist } from '../../src/core/list-schema.ts';
import { parseList } from '../../src/core/parse-list.ts';

const raw = readFileSync(new URL('../../data/seed-documents.json', import.meta.url), 'utf8');
const parsed = parseList(JSON.parse(raw));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 2));
const list: Watchlist = parsed.list;

const byId = (id: string) => list.identifiers.find((x) => x.id === id);
const areDistinct = (terms: string[]) => new Set(terms.map(fold)).size === terms.length;

/** The documents that the list is made from; everything else only supports or contradicts them. */
const DOCUMENTS = ['s-ref-en', 's-mek'];
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
    // Line numbers would be those of somebody's copy.
    expect(locator.line).toBeUndefined();
    if (DOCUMENTS.includes(source))
      expect(locator).toMatchObject({ section: expect.any(String), paragraph: expect.any(String) });
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
    expect(context?.any_of?.map(fold)).toContain(fold('سلیمانی'));
    expect(context?.any_of).toContain('soleimani');
    expect(context?.none_of).toContain('#قاسم_کتلت');
    expect(areDistinct([...(context?.any_of ?? []), ...(context?.none_of ?? [])])).toBe(true);
    // The tag must not be its own context.
    expect(context?.any_of?.join(' ')).not.toMatch(/\bhero\b|\bcommander\b/i);
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
      for (const telling of in_document) expect(DOCUMENTS).toContain(telling.source);
      for (const telling of found) expect(DOCUMENTS).not.toContain(telling.source);
      if (verdict !== 'agrees') expect(note).toBeDefined();
    },
  );
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

  it('gives every entity its name in four languages', () => {
    for (const { id, label } of list.entities) expect(Object.keys(label), id).toEqual(['en', 'fa', 'ar', 'fr']);
  });
});
