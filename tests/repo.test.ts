import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLATFORM_NAMES } from '../src/core/names.ts';
import { PLATFORMS } from '../src/platforms/all.ts';
import { sites } from './sites/sites.ts';

/** The repository tests itself: whoever adds a part learns here what belongs to it. */

describe.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('the network %s', (id, platform) => {
  it('has a table of addresses and a sample site', () => {
    expect(existsSync(`tests/platforms/${id}.test.ts`)).toBe(true);
    expect([...sites.keys()]).toContain(id);
  });

  it('is named in the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(PLATFORM_NAMES[id]);
  });

  it('is exported under its id, so that its content script is found', async () => {
    const module = (await import(`../src/platforms/${id}.ts`)) as Record<string, unknown>;
    expect(module[id]).toBe(platform);
  });

  it('runs only on pages whose addresses it reads', () => {
    for (const pattern of platform.matches) {
      const host = /^https:\/\/(?<host>[^/]+)\/\*$/.exec(pattern)?.groups?.host ?? '';
      const bare = host.replace(/^\*\./, '');
      const known = [...platform.hosts, ...(platform.hostSuffixes ?? [])];
      expect(known.some((one) => one === bare || one.endsWith(`.${bare}`))).toBe(true);
    }
  });
});

describe('the files', () => {
  const sources = ['src', 'entrypoints'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(dir, file)),
  );

  it('are each one idea: none has more than 260 lines', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 260);
    expect(long).toEqual([]);
  });

  it('name the browser’s API through one door', () => {
    const doors = new Set([join('src', 'browser.ts'), join('src', 'browser-native.ts')]);
    const naming = sources.filter(
      (file) => !doors.has(file) && /\b(?:chrome|globalThis\.browser)\.\w+/.test(readFileSync(file, 'utf8')),
    );
    expect(naming).toEqual([]);
  });

  it('match nothing with expressions made from data', () => {
    const made = sources.filter((file) =>
      /new RegExp\((?!\s*(?:\/\/[^\n]*\s*)?[`'[A-Z])/.test(readFileSync(file, 'utf8')),
    );
    expect(made).toEqual([]);
  });
});
