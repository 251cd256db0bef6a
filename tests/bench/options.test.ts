import { describe, expect, it, test } from 'vitest';
import { UsageError } from '../harness/command.ts';
import { readOptions, usage } from './options.ts';

const KNOWN = ['match', 'size'];

describe('the command line', () => {
  test.each([
    [[], {}],
    [['--only', 'match'], { only: ['match'] }],
    [['--only', 'size,match', '--json', 'a.json'], { only: ['size', 'match'], json: 'a.json' }],
    [['--out', 'plots', '--repeats', '3'], { out: 'plots', repeats: 3 }],
    [['--only', 'size', '--write'], { only: ['size'], write: true }],
    [['--help'], 'help'],
  ])('%j', (args, expected) => {
    expect(readOptions(args, KNOWN)).toEqual(expected);
  });

  test.each([
    [['--only', 'speed'], /no benchmark "speed"/],
    [['--only', ','], /no name/],
    [['--only'], /argument/],
    [['--repeats', '0'], /--repeats/],
    [['--repeats', '1.5'], /--repeats/],
    [['--repeats', 'many'], /--repeats/],
    [['match'], /positional/],
    [['--fast'], /--fast/],
  ])('%j is refused', (args, reason) => {
    expect(() => readOptions(args, KNOWN)).toThrow(UsageError);
    expect(() => readOptions(args, KNOWN)).toThrow(reason);
  });

  it('names every benchmark, and what runs only when asked for', () => {
    const run = () => Promise.reject(new Error('not now'));
    const text = usage([
      { name: 'match', about: 'Texts.', minutes: 1, repeats: 5, run },
      { name: 'huge', about: 'All.', minutes: 60, repeats: 1, heavy: true, run },
    ]);
    expect(text).toMatch(/match +Texts\. \(about 1 min\)/);
    expect(text).toMatch(/huge +All\. \(about 60 min, only when asked for\)/);
  });
});
