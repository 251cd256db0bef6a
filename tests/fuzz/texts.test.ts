import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { inContext, postText } from '../../src/core/context.ts';
import { findAddresses } from '../../src/core/find-addresses.ts';
import { fold } from '../../src/core/fold.ts';
import { sightingKeys } from '../../src/core/sighting.ts';
import { tokenise } from '../../src/core/token.ts';
import { hostFromVisibleText, readAddress } from '../../src/platforms/address.ts';
import { PLATFORMS } from '../../src/platforms/all.ts';
import { MAX_QUESTIONS, readQuestions } from '../../src/platforms/read-question.ts';
import { PageReader } from '../../src/publisher/scan/read-page.ts';
import { type PostFormat, postParser } from '../../src/publisher/scan/read-posts.ts';
import { fromStored } from '../../src/settings.ts';
import { readBackup } from '../../src/ui/options/backup-file.ts';
import { fuzzed } from './fuzzed.ts';
import { damaged, hostileJson, hostileText, isPolluted, unsafeIn, WITHIN } from './runs.ts';

afterEach(() => expect(isPolluted()).toBe(false));

const hosts = PLATFORMS.flatMap((platform) => platform.hosts);
const [network = 'x.com'] = hosts;
const platform = fc.constantFrom(...PLATFORMS);

describe('what pages hold', { timeout: WITHIN }, () => {
  fuzzed('an address: names something that has keys, or nothing', 12_000, () => {
    const path = fc.array(fc.oneof(hostileText, fc.webPath(), fc.constantFrom('status', 'user', 'hashtag', '@a')), {
      maxLength: 4,
    });
    const address = fc.oneof(
      fc.tuple(fc.constantFrom(...hosts), path).map(([host, parts]) => `https://${host}/${parts.join('/')}`),
      hostileText,
      fc.webUrl(),
    );
    const tried = fc.property(address, (raw) => {
      const sighting = readAddress(raw, `https://${network}/`);
      if (sighting) expect(sightingKeys(sighting).every((key) => key !== '')).toBe(true);
      hostFromVisibleText(raw);
    });
    return tried;
  });

  fuzzed('a text: its hashtags and mentions stand where they say, apart and in order', 12_000, () => {
    const tried = fc.property(hostileText, platform, (text, { text: rule }) => {
      let end = 0;
      for (const token of tokenise(text, rule)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(token.start + 1, token.end)).toBe(token.value);
        end = token.end;
      }
    });
    return tried;
  });

  fuzzed('a text: its addresses stand where they say', 8_000, () => {
    const tried = fc.property(hostileText, (text) => {
      for (const { start, end } of findAddresses(text)) expect(end > start && end <= text.length).toBe(true);
    });
    return tried;
  });

  fuzzed('a context: terms of any kind are in a text or not', 5_000, () => {
    const tried = fc.property(hostileText, fc.array(hostileText, { minLength: 1, maxLength: 3 }), (text, terms) => {
      expect(typeof inContext(postText(text, terms), { any_of: terms, none_of: [text] })).toBe('boolean');
      expect(fold(fold(text))).toBe(fold(text));
    });
    return tried;
  });
});

describe('what readers bring', { timeout: WITHIN }, () => {
  fuzzed('a question: has readings or a problem, and there are no more than are answered', 10_000, () => {
    const tried = fc.property(hostileText, (text) => {
      const { questions, left } = readQuestions(text);
      expect(questions.length).toBeLessThanOrEqual(MAX_QUESTIONS);
      expect(left).toBeGreaterThanOrEqual(0);
      for (const { readings, problem } of questions) expect(readings.length > 0).toBe(problem === undefined);
    });
    return tried;
  });

  fuzzed('stored settings: come back whole, whatever is stored', 6_000, () => {
    const good = JSON.parse(JSON.stringify(fromStored({}))) as object;
    const tried = fc.property(fc.oneof(damaged(good), hostileJson), (stored) => {
      const read = fromStored(stored);
      expect(Object.keys(read).sort()).toEqual(Object.keys(good).sort());
      expect(typeof read.enabled).toBe('boolean');
      expect(Array.isArray(read.muted) && Array.isArray(read.sitesOn)).toBe(true);
    });
    return tried;
  });

  fuzzed('a file of settings: is taken or refused with a reason', 5_000, () => {
    const file = fc.oneof(
      hostileText,
      hostileJson.map((value) => JSON.stringify(value) ?? ''),
      damaged({
        format: 'statemark-settings',
        spec: 1,
        made: '2026-11-01',
        settings: { enabled: true, muted: [] },
      }).map((value) => JSON.stringify(value) ?? ''),
    );
    return fc.property(file, (text) => {
      expect(typeof readBackup(text).ok).toBe('boolean');
    });
  });
});

describe('what is scanned', { timeout: WITHIN }, () => {
  fuzzed('a file of posts: every line is a post or a fault', 7_500, () => {
    const format = fc.constantFrom<PostFormat>('jsonl', 'csv', 'txt');
    const tried = fc.property(fc.array(hostileText, { maxLength: 6 }), format, (lines, format) => {
      const parser = postParser(format);
      const rows = [...lines.map((text, i) => parser.row({ line: i + 1, text })), parser.end()];
      for (const row of rows) if (row) expect('post' in row || row.fault !== '').toBe(true);
    });
    return tried;
  });

  fuzzed('a saved page: is read to its end, in any pieces', 4_000, () => {
    const markup = fc.constantFrom(
      ...['<article>', '</article>', '<a href="', '">', '</a>', '<!--', '-->', '<script>', '</p>', '<base href="/x">'],
    );
    const pieces = fc.array(fc.oneof(markup, hostileText), { maxLength: 12 });
    const tried = fc.property(pieces, platform, (html, of) => {
      const reader = new PageReader(undefined, of);
      const blocks = [...html.flatMap((piece) => reader.push(piece)), ...reader.end()];
      for (const { line } of blocks) expect(line).toBeGreaterThan(0);
    });
    return tried;
  });
});

it('what would be unsafe to show is told from what is not', () => {
  expect(unsafeIn({ a: ['\u202e', 'b'], '\u0000': 'قاسم‌سلیمانی' })).toEqual(['\u202e', '\u0000']);
});
