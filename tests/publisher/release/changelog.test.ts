import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { releaseChangelog } from '../../../src/publisher/release/changelog.ts';
import { compareVersions, readVersion } from '../../../src/publisher/release/version.ts';

const HEAD = '# Changelog\n\nDates.\n\n';

describe('what is unreleased', () => {
  it('moves under its version, above the older ones', () => {
    const before = `${HEAD}## Unreleased\n\n- One.\n  More of it.\n- Two.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n`;
    expect(releaseChangelog(before, '0.2.0', '2026-02-01')).toEqual({
      changelog: `${HEAD}## Unreleased\n\n## 0.2.0 (2026-02-01)\n\n- One.\n  More of it.\n- Two.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n`,
      notes: '- One.\n  More of it.\n- Two.',
    });
  });

  it('moves where there is no older one, with its subheadings', () => {
    const before = `${HEAD}## Unreleased\n\n### Networks\n\n* One.\n`;
    const { changelog, notes } = releaseChangelog(before, '0.1.0', '2026-02-01');
    expect(changelog).toBe(`${HEAD}## Unreleased\n\n## 0.1.0 (2026-02-01)\n\n### Networks\n\n* One.\n`);
    expect(notes).toBe('### Networks\n\n* One.');
  });

  it('is told of other versions apart', () => {
    const before = `${HEAD}## Unreleased\n\n- One.\n\n## 0.2.01 (2026-01-01)\n\n- Old.\n`;
    expect(releaseChangelog(before, '0.2.0', '2026-02-01').notes).toBe('- One.');
  });

  test.each([
    ['no heading', `${HEAD}- One.\n`, 'no line "## Unreleased"'],
    ['an empty file', '', 'no line "## Unreleased"'],
    ['nothing under it', `${HEAD}## Unreleased\n`, 'no entries'],
    ['spaces under it', `${HEAD}## Unreleased\n \n\n## 0.1.0 (2026-01-01)\n\n- Old.\n`, 'no entries'],
    ['an empty entry', `${HEAD}## Unreleased\n\n- \n`, 'no entries'],
    ['words that are no entry', `${HEAD}## Unreleased\n\nSoon.\n`, 'no entries'],
    ['the version already', `${HEAD}## Unreleased\n\n- One.\n\n## 0.2.0 (2026-01-01)\n\n- Old.\n`, '## 0.2.0 (2026'],
    ['the version without a date', `${HEAD}## Unreleased\n\n- One.\n\n## 0.2.0\n\n- Old.\n`, '## 0.2.0'],
  ])('is refused with %s', (_, before, why) => {
    expect(() => releaseChangelog(before, '0.2.0', '2026-02-01')).toThrow(why);
  });
});

describe('a version', () => {
  test.each(['0.1.0', '1.0.0', '10.20.30', '65535.0.65535'])('%s is one', (text) => {
    expect(readVersion(text).join('.')).toBe(text);
  });

  test.each([
    '',
    '1',
    '1.2',
    '1.2.3.4',
    'v1.2.3',
    '1.2.3-beta.1',
    '01.2.3',
    '1.2.03',
    '1.2.65536',
    '1.2.x',
    ' 1.2.3',
    '1.2.3\n',
    '１.２.３',
  ])('%j is none', (text) => {
    expect(() => readVersion(text)).toThrow('is no version');
  });

  test.each([
    ['0.2.0', '0.10.0', -1],
    ['1.0.0', '0.99.99', 1],
    ['1.0.1', '1.0.0', 1],
    ['1.0.0', '1.0.0', 0],
  ])('%s against %s: %i', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign);
  });
});

describe('our own files', () => {
  it('are ready for the command: one version in both, and a place for what is new', () => {
    const version = (file: string): string => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    expect(version('package-lock.json')).toBe(version('package.json'));
    expect(readFileSync('CHANGELOG.md', 'utf8').split('\n')).toContain('## Unreleased');
  });
});
