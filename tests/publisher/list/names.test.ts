import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIndex } from '../../../src/core/compiled/read-index.ts';
import { loadAny } from '../../../src/publisher/list/load-any.ts';
import { PublishedFolder } from '../../../src/publisher/list/published-folder.ts';
import { account, claim } from '../../fixtures/list.ts';
import { listOf, Publisher } from './publishing.ts';
import { run } from './run.ts';

const list = (version: number) => {
  const plain = listOf(version, 2);
  return {
    ...plain,
    identifiers: [...plain.identifiers, account({ id: 'a-model', value: 'model' })],
    claims: [claim(), claim({ id: 'c-model', about: ['a-model'] })],
  };
};

function table(publisher: Publisher, text: string, name = 'names.csv'): string {
  const file = join(publisher.dir, name);
  writeFileSync(file, text);
  return file;
}

const csv = (from: number, to: number): string =>
  `like,note,value\r\n${Array.from({ length: to - from }, (_, i) => `a-model,"so, so",Name_${from + i}\r\n`).join('')}`;

describe('a table of names', () => {
  test('is published with the list, verified, and updated by a delta', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const first = await publisher.build(list(1), key, ['--names', table(publisher, csv(0, 2_000))]);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('2,003 identifiers');
    expect(existsSync(join(publisher.folder, 'sample.statemark'))).toBe(true);
    expect(await run(['verify', '--key', `${key}.pub`, publisher.folder])).toMatchObject({ code: 0 });
    const second = await publisher.build(list(2), key, ['--names', table(publisher, csv(10, 2_010))]);
    expect([second.code, second.err]).toEqual([0, '']);
    expect(second.out).toMatch(/delta +from version 1/);
    const verified = await run(['verify', publisher.folder]);
    expect(verified.out).toContain('1 delta tried');
    expect(verified.code).toBe(0);
  });

  test('gives the same bytes as JSON lines, in any order', async () => {
    const hashes: string[] = [];
    const lines = csv(0, 50)
      .split('\r\n')
      .slice(1, -1)
      .map((line) => JSON.stringify({ like: 'a-model', value: line.split(',').at(-1) }))
      .reverse();
    for (const [name, text] of [
      ['names.csv', csv(0, 50)],
      ['names.jsonl', `${lines.join('\n')}\n\n`],
    ] as const) {
      const publisher = new Publisher();
      const key = await publisher.key('first');
      const { code } = await publisher.build(list(1), key, ['--names', table(publisher, text, name)]);
      expect(code).toBe(0);
      const current = await new PublishedFolder(publisher.folder).current();
      hashes.push(current?.manifest.index.sha256 ?? '');
      const index = await new PublishedFolder(publisher.folder).object(hashes.at(-1) ?? '');
      expect(index && readIndex(index)?.shared).toBe(true);
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('is never read whole: other commands say so', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(list(1), key, ['--names', table(publisher, csv(0, 50))]);
    await expect(loadAny(publisher.folder)).rejects.toThrow('build it anew');
    expect((await run(['sign', publisher.folder, '--key', key])).err).toContain('build it anew');
  });

  test.each([
    ['no columns', 'a,b\na-model,name\n', 'names.csv:1: the first line must name'],
    ['a row that is not there', 'like,value\na-none,name\n', 'names.csv:2: the list has no identifier "a-none"'],
    ['an empty name', 'like,value\na-model,good\na-model,\n', 'names.csv:3: "" is no name'],
    ['a name of another row', 'like,value\na-model,sample_1\n', '"x@sample_1" is the name of two identifiers'],
    ['a quotation mark that nothing closes', 'like,value\na-model,"name\n', 'a quotation mark that nothing closes'],
    ['text that is not UTF-8', Buffer.from('like,value\na-model,\xff\n', 'latin1').toString('latin1'), undefined],
  ])('with %s is refused, and nothing is published', async (_what, text, reason) => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const file = table(publisher, text);
    if (reason === undefined) writeFileSync(file, Buffer.from(text, 'latin1'));
    const { code, err } = await publisher.build(list(1), key, ['--names', file]);
    expect(code).toBe(1);
    expect(err).toContain(reason ?? 'not UTF-8');
    const written = existsSync(publisher.folder) ? readdirSync(publisher.folder) : [];
    expect(written).not.toContain('watchlist.jws');
  });

  test('that is not there is told', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const { code, err } = await publisher.build(list(1), key, ['--names', join(publisher.dir, 'none.csv')]);
    expect(code).not.toBe(0);
    expect(err).toContain('none.csv');
  });
});
