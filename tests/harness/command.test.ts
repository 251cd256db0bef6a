import { beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { doing, readArgs, runCommand, UsageError } from './command.ts';

let printed: MockInstance<typeof console.error>;
beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const said = (): string => printed.mock.calls.flat().join('');

it('says nothing of a command that did its work', async () => {
  expect(await runCommand('usage', async () => undefined)).toBe(0);
  expect(said()).toBe('');
});

it('says what failed and where, without a trace and without the usage', async () => {
  const code = await runCommand('usage', () =>
    doing('the pictures', () =>
      doing('popup "many", dark', async () => {
        throw new Error('Navigation timeout');
      }),
    ),
  );
  expect(code).toBe(1);
  expect(said()).toBe('\npopup "many", dark: Navigation timeout');
});

it('shows the usage to whoever wrote it wrongly, wherever that was found out', async () => {
  const code = await runCommand('usage', () =>
    doing('the pictures', async () => {
      throw new UsageError('No state has "x".');
    }),
  );
  expect(code).toBe(2);
  expect(said()).toBe('\nNo state has "x".\nusage');
});

it('names the option that is not known', () => {
  expect(() => readArgs(['--bogus'], { out: { type: 'string' } })).toThrow(/--bogus/);
  expect(() => readArgs(['--bogus'], { out: { type: 'string' } })).toThrow(UsageError);
  expect(readArgs(['--out', 'there'], { out: { type: 'string' } })).toEqual({ out: 'there' });
});
