import { describe, expect, it } from 'vitest';
import { UsageError } from './command.ts';
import { parseOptions } from './options.ts';

const sites = new Set(['x', 'instagram']);
const defaults = { browser: 'chrome', site: 'x', headless: false, out: 'out' };

describe('options of npm start', () => {
  it.each([
    [[], defaults],
    [['--browser', 'firefox'], { ...defaults, browser: 'firefox' }],
    [['--browser=chrome', '--site', 'instagram'], { ...defaults, site: 'instagram' }],
    [['--headless'], { ...defaults, headless: true }],
    [['--headless', '--out', 'a b'], { ...defaults, headless: true, out: 'a b' }],
    [['--help', '--browser', 'nonsense'], undefined],
  ])('%j', (args, expected) => {
    expect(parseOptions(args, sites)).toEqual(expected);
  });

  it.each([
    [['--browser', 'opera'], 'opera'],
    [['--browser'], 'browser'],
    [['--site', 'constructor'], 'x, instagram'],
    [['--out', 'here'], '--headless'],
    [['--headless', '--out', ''], 'folder'],
    [['--headless=yes'], 'headless'],
    [['--hedless'], 'hedless'],
    [['firefox'], 'firefox'],
  ])('refuses %j, naming what is wrong', (args, named) => {
    expect(() => parseOptions(args, sites)).toThrow(UsageError);
    expect(() => parseOptions(args, sites)).toThrow(named);
  });
});
