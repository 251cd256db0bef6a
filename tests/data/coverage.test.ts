import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src/core/list-schema.ts';
import { AROUND, COVERAGE } from './coverage.ts';
import { type Paragraph, REASONS } from './covered.ts';
import { keptList } from './kept.ts';

const { list } = keptList('seed-documents');

/** `9–10` is 9 and 10. */
function paragraphs({ paragraph = '' }: Locator): number[] {
  const [first = Number.NaN, last = first] = paragraph.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Claims and events that say they stand in this paragraph of this document. */
function located(document: string, { paragraph }: Paragraph): string[] {
  const here = ({ source, locator }: { source: string; locator: Locator }) =>
    source === document && paragraphs(locator).includes(paragraph);
  return [
    ...list.claims.filter(here).map(({ id }) => id),
    ...list.events.filter(({ in_document }) => in_document.some(here)).map(({ id }) => id),
  ];
}

const rows = [...COVERAGE].flatMap(([document, table]) =>
  table.map((row) => ({ document, row, name: `${document} ¶${row.paragraph}` })),
);

describe('every paragraph', () => {
  it.each([
    ['s-ref-en', 7],
    ['s-mek', 18],
  ])('of %s is in the table once, in order', (document, count) => {
    const table = COVERAGE.get(document) ?? [];
    expect(table.map(({ paragraph }) => paragraph)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    const lines = table.map(({ line }) => line);
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
  });

  it.each(rows)('$name asserts something, and each assertion is kept or left out for a reason', ({ row }) => {
    expect(row.asserts.length).toBeGreaterThan(0);
    for (const { what, kept, left } of row.asserts) {
      expect(Number(kept !== undefined) + Number(left !== undefined), what).toBe(1);
      expect(kept === undefined || kept.length > 0, what).toBe(true);
      if (left !== undefined) expect(REASONS[left], what).toBeDefined();
    }
  });
});

describe('what the table says is kept', () => {
  const entities = new Set(list.entities.map(({ id }) => id));

  it.each(rows)('$name is in the list, and located there', ({ document, row }) => {
    const there = located(document, row);
    for (const { what, kept = [] } of row.asserts) {
      // The opening sentence sums up what the next paragraph tells.
      const known = row.paragraph === 1 && document === 's-ref-en' ? [...there, 'v-blocks-2022-01'] : there;
      for (const id of kept) expect(id.startsWith('e-') ? [...entities] : known, `${what}: ${id}`).toContain(id);
    }
  });

  it.each(rows)('$name: nothing in the list is missing from the table', ({ document, row }) => {
    const told = new Set(row.asserts.flatMap(({ kept = [] }) => kept));
    expect(located(document, row).filter((id) => !told.has(id))).toEqual([]);
  });

  it('every claim and event of the two documents is told of', () => {
    const told = new Set(rows.flatMap(({ row }) => row.asserts.flatMap(({ kept = [] }) => kept)));
    const ofDocuments = list.claims.filter(({ source }) => COVERAGE.has(source)).map(({ id }) => id);
    expect([...ofDocuments, ...list.events.map(({ id }) => id)].filter((id) => !told.has(id))).toEqual([]);
  });
});

describe('every locator in the two documents', () => {
  const places = [
    ...list.claims.flatMap((c) =>
      [c, ...(c.support ?? []), ...(c.counter ?? [])].map((said) => ({ id: c.id, ...said })),
    ),
    ...list.events.flatMap((e) => e.in_document.map((said) => ({ ...said, id: e.id }))),
  ].filter(({ source }) => COVERAGE.has(source));

  it.each(places)('$id in $source names section, paragraph and line as the table does', ({ source, locator }) => {
    const [first = 0] = paragraphs(locator ?? {});
    const row = COVERAGE.get(source)?.find(({ paragraph }) => paragraph === first);
    expect({ section: locator?.section, line: locator?.line }).toEqual({ section: row?.section, line: row?.line });
  });

  it('are many', () => expect(places.length).toBeGreaterThan(40));
});

/** The documents themselves, where they are at hand: they are not part of the project. */
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
const texts = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, SEEDS), 'utf8'))
  : [];

describe.skipIf(texts.length === 0)('held against the documents', () => {
  const linesOf = (document: string): string[] => {
    const title = list.sources.find(({ id }) => id === document)?.title.replaceAll('’', "'") ?? '';
    const text = texts.find((one) => one.replaceAll('’', "'").includes(title)) ?? '';
    return text.split('\n').map((line) => line.trim());
  };

  it.each([...COVERAGE.keys()])('%s: every line is a paragraph of the table or none', (document) => {
    const filled = linesOf(document).flatMap((line, i) => (line === '' ? [] : [i + 1]));
    const told = [...(COVERAGE.get(document) ?? []).map(({ line }) => line), ...(AROUND.get(document) ?? [])];
    expect(filled).toEqual(told.sort((a, b) => a - b));
  });

  it.each([...COVERAGE.keys()])('%s: sections are the headings above their paragraphs', (document) => {
    const lines = linesOf(document).map((line) => line.replaceAll('’', "'"));
    for (const { section, line } of COVERAGE.get(document) ?? []) {
      const heading = lines.indexOf(section) + 1;
      if (section === 'Lead') expect(heading).toBe(0);
      else expect(heading > 0 && heading < line, `${section} above line ${line}`).toBe(true);
    }
  });

  it('every hashtag that they spell is listed, and they give no account name', () => {
    const all = texts.join('\n');
    const spelled = new Set([...all.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, tag]) => tag));
    const listed = list.identifiers.filter(({ origin }) => origin === 'in-document').map(({ value }) => value);
    expect([...spelled].sort()).toEqual(listed.sort());
    expect(all).not.toMatch(/@\w/);
  });

  it('every number of accounts that they give is in an event of that paragraph', () => {
    const numbers = /\b(\d[\d,]{1,})\b(?= (?:accounts|pages|groups|troll|Iran-backed))|numbered at (\d+)/g;
    for (const { document, row } of rows) {
      const text = linesOf(document)[row.line - 1] ?? '';
      for (const [, before, after] of text.matchAll(numbers)) {
        const value = Number((before ?? after ?? '').replaceAll(',', ''));
        const counted = list.events
          .flatMap(({ in_document }) => in_document)
          .filter(({ source, locator }) => source === document && paragraphs(locator).includes(row.paragraph))
          .flatMap(({ counts = [] }) => counts.map((count) => count.value));
        expect(counted, `${document} ¶${row.paragraph}`).toContain(value);
      }
    }
  });

  it('the list repeats none of their sentences', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = new Set<string>();
    for (const text of texts) {
      const all = words(text);
      for (let i = 0; i + 7 <= all.length; i++) runs.add(all.slice(i, i + 7).join(' '));
    }
    // Titles are facts and stay.
    const { sources: _titles, ...said } = list;
    const own = words(JSON.stringify(said).replaceAll(/"(section|title)":"[^"]*"/g, ' '));
    const copied = own.flatMap((_, i) =>
      runs.has(own.slice(i, i + 7).join(' ')) ? [own.slice(i, i + 7).join(' ')] : [],
    );
    expect(copied).toEqual([]);
  });
});
