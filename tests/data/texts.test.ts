import { describe, expect, it } from 'vitest';
import { FRENCH_SIGNS } from '../french-signs.ts';
import { keptList } from './kept.ts';

/** What holds of the texts of every list that comes with Statemark. */

interface Text {
  path: string;
  text: string;
}

/** Every text of a language. */
function* textsIn(value: unknown, language: string, path = ''): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') yield* textsIn(inner, language, `${path}.${key}`);
    else if (key === language && 'en' in value) yield { path, text: inner };
  }
}

describe.each(['seed-documents', 'state-media', 'takedown-reports'])('%s', (name) => {
  const { list } = keptList(name);
  const french = [...textsIn(list, 'fr')];
  /** Tags and names of bodies are quoted as they are. */
  const names = list.entities.map(({ label }) => label.en).filter((label) => /[:;!?]/.test(label));
  const own = (text: string) => names.reduce((rest, one) => rest.replaceAll(one, ''), text.replace(/#[^\s#]+/g, ''));

  it('has French texts', () => {
    expect(french.length).toBeGreaterThan(100);
  });

  it.each(FRENCH_SIGNS)('French is written with %s', (_, foreign) => {
    expect(french.filter(({ text }) => foreign.test(own(text)))).toEqual([]);
  });

  it('French numbers do not break', () => {
    expect(french.filter(({ text }) => /\d \d{3}(?!\d)/.test(text))).toEqual([]);
  });

  it('an event says who acted, and what was counted, in each language of its title', () => {
    for (const { id, title, by, found, in_document: told } of list.events) {
      const units = [...found, ...told].flatMap(({ counts = [] }) => counts.map(({ unit }) => unit));
      for (const words of [by, ...units]) {
        if (words === 'FireEye') continue; // A name that all languages leave in Latin letters.
        expect(Object.keys(words), `${id}: ${JSON.stringify(words)}`).toEqual(Object.keys(title));
      }
    }
  });
});
