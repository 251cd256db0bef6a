import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { command, fixture, short } from './scanning.ts';

describe('the command', () => {
  test('prints matches and ends with 0', async () => {
    const { code, out, err } = await command(['--json', fixture('posts.txt')]).done;
    expect(short(out).length).toBe(3);
    expect([code, err]).toEqual([0, '']);
  });

  test('reads standard input, and ends with 1 where a line is bad', async () => {
    const { code, out, err } = await command(['--json', '-'], '{"text":"#We_Are_Qassem"}\nbad\n').done;
    expect(short(out)).toEqual(['1 hashtag We_Are_Qassem h-we-are-qassem']);
    expect(err).toMatch(/^-:2: not JSON/);
    expect(code).toBe(1);
  });

  test.each([[[]], [['--nothing']], [['a.pdf']], [['--list', 'missing.json', fixture('posts.txt')]]])(
    'ends with 2 for %j',
    async (args) => {
      const { code, out, err } = await command(args).done;
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toMatch(/^\s+at /m);
      expect(err).not.toBe('');
    },
  );

  test('explains itself', async () => {
    const { code, out } = await command(['--help']).done;
    expect(out).toMatch(/^usage: npm run scan/);
    expect(code).toBe(0);
  });
});

function* posts(count: number, text: string): Generator<string> {
  for (let i = 0; i < count; i += 100) yield `{"text":"${text}","author":"jo_sample"}\n`.repeat(100);
}

describe('the command ends quietly', () => {
  test('when nobody reads on', async () => {
    const { child, done } = command(['--json', '-'], posts(20_000, '#We_Are_Qassem'));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const { code, err } = await done;
    expect([code, err]).toEqual([0, '']);
  });

  test('when it is interrupted', async () => {
    const { child, done } = command(['--json', '-'], posts(100_000, '#We_Are_Qassem'));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { code, err } = await done;
    expect([code, err]).toEqual([130, '']);
  });
});

test('100 000 posts need no more memory than a few', { timeout: 120_000 }, async () => {
  const count = 100_000;
  const text = `${'All quiet at the lakes today, and the boats are out. '.repeat(20)}#We_Are_Qassemx`;
  function* all(): Generator<string> {
    yield* posts(count - 100, text);
    yield* posts(100, 'the last ones: #We_Are_Qassem');
  }
  // More than 100 MB of posts through a heap of 40: one that kept them would not come to the end.
  const { code, out, err } = await command(['--json', '-'], all(), ['--max-old-space-size=40']).done;
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(short(out).map((line) => line.split(' ')[0])).toEqual(
    Array.from({ length: 100 }, (_, i) => String(count - 100 + i + 1)),
  );
});
