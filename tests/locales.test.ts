import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { FRENCH_SIGNS } from './french-signs.ts';

/** Every language says everything, and nothing is said outside the language files. */

const ROOT = resolve(import.meta.dirname, '..');
/** Of a number, or of a date that is a day (`dated` in src/text.ts). */
const FORM = /_(zero|one|two|few|many|other|day)$/;

type Texts = Record<string, string>;
const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');
const textsOf = (language: string): Texts => JSON.parse(read(`src/locales/${language}.json`));
const languages = globSync('src/locales/*.json', { cwd: ROOT }).map((file) => basename(file, '.json'));
const english = textsOf('en');

/** Texts by name, plural forms under the name they share. */
function byName(texts: Texts): Map<string, { form?: string; text: string }[]> {
  const names = new Map<string, { form?: string; text: string }[]>();
  for (const [key, text] of Object.entries(texts)) {
    const form = FORM.exec(key)?.[1];
    const name = key.replace(FORM, '');
    names.set(name, [...(names.get(name) ?? []), { ...(form && { form }), text }]);
  }
  return names;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\$\d/g))].sort();
}

/** Before letters that run the other way `@` goes to their wrong end, and so does `//` after them. */
const MIRRORED: [string, RegExp] = ['a left-to-right mark', /(?<!\u200e)[@#](?=[a-z])|:\/\/(?!\u200e)/];
/** Signs that a text in the language is not written with, each with what stands there instead. */
const SIGNS: Record<string, [instead: string, foreign: RegExp][]> = {
  ar: [['، ؛ ؟ «»', /[,;?“”„]/], MIRRORED],
  de: [['„…“', /[«»]|“(?=\p{L})/u]],
  es: [['« »', /[“”„]/]],
  fa: [['، ؛ ؟ «»', /[,;?“”„]/], ['ی ک', /[يىك]/], MIRRORED],
  fr: FRENCH_SIGNS,
  ru: [
    ['« »', /[“”„]/],
    ['a space that does not break after a word of one letter', /(?<!\p{L})\p{Script=Cyrillic} /u],
  ],
};

function signs(language: string): [instead: string, foreign: RegExp][] {
  return [['’ “ ” …', /['"]|\.\.\./], ...(SIGNS[language] ?? [])];
}

describe.each(languages)('%s', (language) => {
  const texts = textsOf(language);

  test('has every text, and no other', () => {
    expect([...byName(texts).keys()].sort()).toEqual([...byName(english).keys()].sort());
  });

  test('keeps the order of English, for review', () => {
    expect([...byName(texts).keys()]).toEqual([...byName(english).keys()]);
  });

  test('has the same placeholders; a plural form may write out its one number', () => {
    const wanted = byName(english);
    for (const [name, forms] of byName(texts)) {
      const of = placeholders(wanted.get(name)?.find(({ form }) => form === undefined || form === 'other')?.text ?? '');
      for (const { form, text } of forms) {
        if (form === undefined || form === 'other') expect(placeholders(text), `${name}: ${text}`).toEqual(of);
        else expect(of, `${name}_${form}: ${text}`).toEqual(expect.arrayContaining(placeholders(text)));
      }
    }
  });

  test('has only plural forms that the language has, and always _other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, found] of byName(texts)) {
      const used = found.flatMap(({ form }) => (form === undefined || form === 'day' ? [] : form));
      if (used.length === 0) continue;
      expect(used, name).toContain('other');
      expect(forms, name).toEqual(expect.arrayContaining(used));
    }
  });

  test('names itself, in the direction it is written', () => {
    expect(texts.languageTag).toBe(language);
    expect(texts.textDirection).toBe(['ar', 'fa', 'he', 'ur'].includes(language) ? 'rtl' : 'ltr');
  });

  test.each(Object.entries(texts))('%s can be a message', (key, text) => {
    expect(key).toMatch(/^[A-Za-z][A-Za-z0-9]*(_[a-z]+)?$/);
    expect(text).toBe(text.trim());
    expect(text).not.toBe('');
    expect(text).toBe(text.normalize('NFC'));
    // Chrome reads `$$` and `$name$` as something else; nine values are all it takes.
    expect(text.replace(/\$[1-9]/g, '')).not.toContain('$');
  });

  test.each(signs(language))('in the signs of the language: %s', (_, foreign) => {
    const wrong = Object.entries(texts).filter(([, text]) => foreign.test(text));
    expect(wrong).toEqual([]);
  });

  test('fits where the stores cut', () => {
    expect(texts.extensionDescription?.length).toBeLessThanOrEqual(132);
  });
});

describe('the source', () => {
  const files = [...globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }), 'wxt.config.ts'];
  const source = files.map((file) => read(file)).join('\n');

  test.each([...byName(english).keys()])('uses %s', (name) => {
    const used = [`'${name}'`, `"${name}"`, `__MSG_${name}__`].some((form) => source.includes(form));
    expect(used).toBe(true);
  });

  test('has no plural "s" by hand', () => {
    expect(source).not.toMatch(/[!=]== 1 \? ''|\? 's'/);
  });

  const screens = files.filter((file) => file.startsWith('src/ui/') && file.endsWith('.tsx'));

  test.each(screens)('%s writes no words of its own', (file) => {
    expect(writtenWords(read(file))).toEqual([]);
  });

  test.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>\n  Two words {name}\n</p>', ['Two words']],
    ['<p>{"Said"}</p>', ['Said']],
    ['<a title="Say it">{x}</a>', ['Say it']],
    ["<a title={t('close')}>{x} · </a>", []],
    ['<Notice title="statusOff">{done && <b />}</Notice>', []],
  ])('the scan itself: %s', (text, found) => expect(writtenWords(text)).toEqual(found));
});

/** Words between tags, or in attributes that are read out. What names a text is none: `title="statusOff"`. */
function writtenWords(source: string): string[] {
  const words: string[] = [];
  walk(parseSync('screen.tsx', source).program, (node) => {
    if (node.type === 'JSXText') words.push(String(node.value));
    if (node.type === 'JSXExpressionContainer') words.push(literal(node.expression));
    if (node.type === 'JSXAttribute' && SPOKEN.test(String((node.name as Node).name))) words.push(literal(node.value));
  });
  return words.map((word) => word.trim()).filter((word) => /\p{L}/u.test(word) && !(word in english));
}

const SPOKEN = /^(title|alt|label|aria-label|placeholder)$/;
type Node = Record<string, unknown>;

function literal(node: unknown): string {
  const { type, value } = (node ?? {}) as Node;
  return type === 'Literal' && typeof value === 'string' ? value : '';
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  visit(node as Node);
  for (const child of Object.values(node)) walk(child, visit);
}
