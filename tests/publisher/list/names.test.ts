import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIndex } from '../../../src/core/compiled/read-index.ts';
import { loadAny, tableOf } from '../../../src/publisher/list/load-any.ts';
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

  test('is signed anew as it is, and handed on to the announced key', async () => {
    const publisher = new Publisher();
    const [key, second, third] = [await publisher.key('a'), await publisher.key('b'), await publisher.key('c')];
    const names = ['--names', table(publisher, csv(0, 300))];
    await publisher.build(list(1), key, [...names, '--next-key', `${second}.pub`]);
    expect(await run(['sign', publisher.folder, '--key', key])).toMatchObject({ code: 0, err: '' });
    const rotated = await run(['rotate', publisher.folder, '--key', second, '--next-key', `${third}.pub`]);
    expect(rotated).toMatchObject({ code: 0, err: '' });
    const { manifest } = (await new PublishedFolder(publisher.folder).current()) ?? {};
    expect(manifest).toMatchObject({ version: 3, epoch: 1, counts: { identifiers: 303, keys: 303 } });
    expect(await run(['verify', '--key', `${second}.pub`, publisher.folder])).toMatchObject({ code: 0 });
    // The same rows and the same table give the same parts: only the head, with its version, is another.
    const loaded = await loadAny(publisher.folder);
    expect(await Array.fromAsync(tableOf(loaded) ?? [])).toHaveLength(300);
    expect(loaded.list.identifiers.map(({ id }) => id)).toEqual(['a-model', 'x-0', 'x-1']);
  });

  test('is compared: names that came, went, and are listed otherwise', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    const built = (version: number, names: string) =>
      publisher.build(list(version), key, ['--names', table(publisher, names, `${version}.csv`)]);
    await built(1, csv(0, 30));
    const bundle = join(publisher.dir, 'first.statemark');
    copyFileSync(join(publisher.folder, 'sample.statemark'), bundle);
    const moved = csv(10, 32).replace('a-model,"so, so",Name_12', 'x-0,,Name_12');
    const changed = [
      /10 names removed from the table:\n( {2}− @name_\d on x \(as a-model\)\n){10}/,
      /2 names added to the table:\n( {2}\+ @name_3[01] on x \(as a-model\)\n){2}/,
      '1 name of the table listed as another row:\n  ~ @name_12 on x (as a-model → x-0)\n',
    ];
    publisher.write(list(2));
    const ahead = await run(['diff', publisher.folder, publisher.source, '--names', table(publisher, moved)]);
    const second = await built(2, moved);
    const after = await run(['diff', bundle, publisher.folder]);
    for (const { code, out } of [ahead, second, after]) {
      expect(code).toBe(0);
      for (const part of changed) expect.soft(out).toMatch(part);
      expect.soft(out).not.toContain('nothing else changed');
    }
    const alike = await run(['diff', publisher.folder, publisher.source, '--names', table(publisher, moved)]);
    expect(alike.out).toContain('nothing else changed');
  });

  test('that is forgotten at the next build is told of', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(list(1), key, ['--names', table(publisher, csv(0, 30))]);
    const { code, out } = await publisher.build(list(2), key);
    expect(code).toBe(0);
    expect(out).toContain('30 names removed from the table:');
    expect(out.match(/ {2}− @name_/g)).toHaveLength(20);
    expect(out).toContain('… and 10 more');
  });

  test('is validated with its list', async () => {
    const publisher = new Publisher();
    publisher.write(list(1));
    const validated = (text: string) => run(['validate', publisher.source, '--names', table(publisher, text)]);
    expect(await validated(csv(0, 30))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/list\.json: valid .*\n.*names\.csv: valid \(30 names beside those of the rows\)\n$/),
    });
    expect(await validated('like,value\na-none,name\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('names.csv:2: the list has no identifier "a-none"'),
    });
    const names = table(publisher, csv(0, 3));
    expect(await run(['validate', '--names', names])).toMatchObject({ code: 2 });
    expect(await run(['validate', '--names', names, publisher.source, publisher.source])).toMatchObject({ code: 2 });
  });

  test('with a part that is gone is neither signed nor compared', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('first');
    await publisher.build(list(1), key, ['--names', table(publisher, csv(0, 30))]);
    const before = readFileSync(join(publisher.folder, 'watchlist.jws'));
    const { manifest } = (await new PublishedFolder(publisher.folder).current()) ?? {};
    for (const name of readdirSync(join(publisher.folder, 'o'))) {
      if (name !== manifest?.index.sha256) rmSync(join(publisher.folder, 'o', name));
    }
    expect(await run(['sign', publisher.folder, '--key', key])).toMatchObject({ code: 1 });
    expect(await run(['diff', publisher.folder, publisher.source])).toMatchObject({ code: 1 });
    expect(readFileSync(join(publisher.folder, 'watchlist.jws')).equals(before)).toBe(true);
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
