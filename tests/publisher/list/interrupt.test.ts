import { cpSync, existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { loadAny } from '../../../src/publisher/list/load-any.ts';
import { testFolder } from '../../harness/test-folder.ts';
import { listOf, Publisher } from './publishing.ts';
import { run, start } from './run.ts';

/** Enough that compiling takes a while and several files are written. */
const NAMES = 8_000;

describe('a build that is interrupted leaves the old version or the new one', () => {
  test.each<[string, NodeJS.Signals, (folder: string) => Promise<unknown>]>([
    ['at once', 'SIGINT', () => sleep(50)],
    ['while it compiles', 'SIGINT', () => sleep(900)],
    ['when it begins to write', 'SIGINT', (folder) => change(join(folder, 'o'))],
    ['when the one file is written', 'SIGINT', (folder) => change(folder)],
    ['when it begins to write, without a chance to end', 'SIGKILL', (folder) => change(join(folder, 'o'))],
    ['when the one file is written, without a chance to end', 'SIGKILL', (folder) => change(folder)],
  ])('%s (%s)', { timeout: 60_000 }, async (_, signal, moment) => {
    const { publisher, key } = await published;
    const folder = join(testFolder(), 'public');
    cpSync(publisher.folder, folder, { recursive: true });
    const { child, done } = start(['build', publisher.source, '--out', folder, '--key', key]);
    await Promise.race([moment(folder), done]);
    child.kill(signal);
    const { code, err, signal: by } = await done;
    // Before the program has begun, the signal itself ends it.
    if (signal === 'SIGINT' && code !== 0 && by === null) expect([code, err]).toEqual([130, '']);
    expect(err).toBe('');
    const { version } = (await loadAny(folder)).list.list;
    expect([1, 2]).toContain(version);
    expect(JSON.parse(manifestIn(folder))).toMatchObject({ version });
    if (signal === 'SIGINT') expect(drafts(folder)).toEqual([]);
    // The next run ends what this one began.
    const again = await run(['build', publisher.source, '--out', folder, '--key', key]);
    expect(again.code).toBe(version === 1 ? 0 : 1);
    expect((await loadAny(folder)).list.list.version).toBe(2);
    if (version === 1) expect(drafts(folder)).toEqual([]);
  });
});

const published = (async () => {
  const publisher = new Publisher();
  const key = await publisher.key('first');
  await publisher.build(listOf(1, NAMES), key);
  publisher.write(listOf(2, NAMES + 1));
  return { publisher, key };
})();

/** Resolves when something in a folder changes. */
async function change(folder: string): Promise<void> {
  const watcher = watch(folder);
  await new Promise((resolve) => watcher.once('change', resolve));
  watcher.close();
}

function drafts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.draft'));
}

function manifestIn(folder: string): string {
  const file = join(folder, 'watchlist.jws');
  expect(existsSync(file)).toBe(true);
  return Buffer.from(readFileSync(file, 'utf8').split('.')[1] ?? '', 'base64url').toString();
}
