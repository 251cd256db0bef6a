import { describe, expect, it, test } from 'vitest';
import { sheetOptions } from './options.ts';

describe('npm run pictures', () => {
  test.each<[string[], ReturnType<typeof sheetOptions>]>([
    [[], { browser: 'chrome', out: 'out/pictures', store: false }],
    [['--out', 'here'], { browser: 'chrome', out: 'here', store: false }],
    [
      ['--browser', 'firefox', '--only', 'popup'],
      { browser: 'firefox', out: 'out/pictures', store: false, only: 'popup' },
    ],
    [['--store'], { browser: 'chrome', out: 'out/pictures', store: true }],
    [['--help', '--out', 'here'], undefined],
  ])('takes %j', (args, options) => expect(sheetOptions(args)).toEqual(options));

  test.each([
    [['--browser', 'safari'], 'chrome or firefox, not "safari"'],
    [['--out', ''], '--out needs a folder'],
    [['--out'], 'out'],
    [['--only', ''], '--only needs a word'],
    [['--store', '--only', 'popup'], 'leave out --only'],
    [['--dark'], '--dark'],
    [['popup'], 'popup'],
  ])('refuses %j', (args, why) => expect(() => sheetOptions(args)).toThrow(why));

  it('refuses a browser by another letter case', () => {
    expect(() => sheetOptions(['--browser', 'Chrome'])).toThrow('not "Chrome"');
  });
});
