import { describe, expect, test } from 'vitest';
import { bibtex, citeClaim, citeSource, cslJson } from '../../src/core/citation.ts';
import type { Source } from '../../src/core/list-schema.ts';
import { claim, source, watchlist } from '../fixtures/list.ts';

const LIST = { ...watchlist().list, version: 7, homepage: 'https://example.org/list' };
const ofSource = (changes: Partial<Source> = {}) => citeSource(LIST, source(changes), '2026-11-22');

test('a source, as BibTeX', () => {
  const cited = ofSource({ kind: 'research-report', author: 'Nora Bandari', archive: 'https://archive.example/1' });
  expect(bibtex(cited)).toBe(`@techreport{sample_s-one,
  title = {{A report}},
  author = {{Nora Bandari}},
  year = {2022},
  month = jan,
  day = {12},
  institution = {Example Institute},
  url = {https://example.org/report},
  urldate = {2026-11-22},
  language = {en},
  note = {Watchlist “Sample” (sample), version 7 of 2026-01-01, by Statemark; source s-one; archived at https://archive.example/1.}
}
`);
});

test('a source, as CSL-JSON', () => {
  const [item] = JSON.parse(cslJson(ofSource({ kind: 'news' })));
  expect(item).toMatchObject({
    id: 'sample_s-one',
    type: 'article-newspaper',
    title: 'A report',
    author: [{ literal: 'Example Institute' }],
    issued: { 'date-parts': [[2022, 1, 12]] },
    accessed: { 'date-parts': [[2026, 11, 22]] },
    URL: 'https://example.org/report',
    language: 'en',
  });
});

test('a claim is an entry of the list, with its version, the document and the place in it', () => {
  const cited = citeClaim(
    LIST,
    claim({ locator: { section: 'Two', paragraph: '3', line: 9 } }),
    source(),
    '2026-11-22',
  );
  expect(cited).toMatchObject({
    id: 'sample_c-one',
    type: 'entry',
    title: 'Example Institute says that the outlet belongs to the state.',
    'container-title': 'Sample',
    version: '7',
    author: [{ literal: 'Statemark' }],
    issued: { 'date-parts': [[2026, 1, 1]] },
    URL: 'https://example.org/list',
  });
  expect(cited.note).toContain(
    'claim c-one; on Example Institute, “A report”, 2022-01-12, section “Two”, paragraph 3, line 9, https://example.org/report.',
  );
  expect(bibtex(cited)).toMatch(/^@misc\{sample_c-one,[\s\S]*howpublished = \{Sample, version 7\}/);
});

test('a list without a home page has no address to give', () => {
  const { homepage: _none, ...head } = LIST;
  const cited = citeClaim(head, claim(), source(), '2026-11-22');
  expect(cited).not.toHaveProperty('URL');
  expect(bibtex(cited)).not.toContain('url = ');
});

test('dates say no more than the list does', () => {
  const issued = (date: string) => ofSource({ date }).issued['date-parts'][0];
  expect([issued('2022'), issued('2022-09'), issued('2022-09-05')]).toEqual([[2022], [2022, 9], [2022, 9, 5]]);
  expect(bibtex(ofSource({ date: '2022' }))).not.toMatch(/month|day/);
  expect(bibtex(ofSource({ date: '2022-09' }))).toMatch(/month = sep,\n(?! {2}day)/);
});

describe('what LaTeX would read as a command', () => {
  test.each([
    ['100% & more', '100\\% \\& more'],
    ['#tag_one costs $5', '\\#tag\\_one costs \\$5'],
    ['{braces}', '\\{braces\\}'],
    ['}} @misc{evil, note = {', '\\}\\} @misc\\{evil, note = \\{'],
    ['a\\input{b}', 'a\\textbackslash{}input\\{b\\}'],
    ['~ and ^', '\\textasciitilde{} and \\textasciicircum{}'],
    ['سلیمانی، «قهرمان»', 'سلیمانی، «قهرمان»'],
    ['L’été à Téhéran', 'L’été à Téhéran'],
  ])('%s', (title, escaped) => expect(bibtex(ofSource({ title }))).toContain(`title = {{${escaped}}},`));

  test('an address stands as it is, but no brace of it ends the field', () => {
    const text = bibtex(ofSource({ url: 'https://example.org/a_b%20c#d?e={f}' }));
    expect(text).toContain('url = {https://example.org/a_b%20c#d?e=%7Bf%7D},');
  });

  test('braces always come in pairs', () => {
    for (const title of ['{', '}', '}{', '\\', '\\}', '{{{']) {
      const text = bibtex(ofSource({ title })).replace(/\\[{}]/g, '');
      expect([...text].filter((c) => c === '{').length).toBe([...text].filter((c) => c === '}').length);
    }
  });
});

test('a Persian title keeps its letters and says its language', () => {
  const [item] = JSON.parse(cslJson(ofSource({ title: 'حذف پست‌های سلیمانی', lang: 'fa' })));
  expect([item.title, item.language]).toEqual(['حذف پست‌های سلیمانی', 'fa']);
});
