import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/publisher/list/commands/all.ts';
import { run, start, temporary } from './run.ts';

describe.each(COMMANDS.map(({ name }) => name))('%s', (name) => {
  test('explains itself', async () => {
    for (const help of ['--help', '-h']) {
      const { code, out, err } = await run([name, help]);
      expect([code, err]).toEqual([0, '']);
      expect(out.startsWith(`usage: npm run list -- ${name} `)).toBe(true);
    }
  });

  test('refuses an option that it does not know', async () => {
    const { code, out, err } = await run([name, '--no-such-thing']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--no-such-thing');
    expect(err).toContain(`usage: npm run list -- ${name}`);
  });
});

const file = temporary('x.json', '{}');
test.each([
  [[]],
  [['nothing']],
  [['import', file]],
  [['import', '--from', 'nothing', file]],
  [['import', '--from', 'table']],
  [['import', '--from', 'table', '--map', 'value', file]],
  [['import', '--from', 'table', '--map', 'value=', file]],
  [['keygen']],
  [['keygen', '--out', '']],
  [['keygen', '--out', 'a', 'b']],
  [['build', file, '--key', file]],
  [['build', file, '--out', 'x']],
  [['build', '--out', 'x', '--key', file]],
  [['build', file, file, '--out', 'x', '--key', file]],
  [['build', file, '--out', 'x', '--key', file, '--expires', '0']],
  [['build', file, '--out', 'x', '--key', file, '--expires', 'soon']],
  [['build', file, '--out', 'x', '--key', file, '--expires', '367']],
  [['build', file, '--out', 'x', '--key', file, '--every', '1']],
  [['build', file, '--out', 'x', '--key', file, '--mirror', 'http://example.org/']],
  [['build', file, '--out', 'x', '--key', file, '--mirror', 'https://example.org']],
  [['sign', '--key', file]],
  [['sign', 'x']],
  [['rotate', 'x']],
  [['diff', file]],
  [['diff', file, file, file]],
  [['verify']],
  [['serve']],
  [['serve', '.', '--port', '65536']],
  [['serve', '.', '--cert', file]],
])('%j is wrong usage', async (args) => {
  const { code, out, err } = await run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('usage: npm run list -- ');
});

test('the command itself says the same', async () => {
  const help = await start(['--help']).done;
  expect([help.code, help.err]).toEqual([0, '']);
  for (const { name } of COMMANDS) expect(help.out).toContain(`\n  ${name} `);
  const { code, out, err } = await start(['validate', '--nothing']).done;
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/^\s+at /m);
});
