import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const THREATS = readFileSync('docs/threat-model.md', 'utf8');
const PRIVACY = readFileSync('docs/privacy.md', 'utf8');

describe('the threat model', () => {
  const named = [...new Set(THREATS.match(/tests\/[\w./-]+\.tsx?/g))];

  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('tells of each attacker what cannot be promised', () => {
    const parts = THREATS.split(/^## /m).slice(2);
    const open = parts.filter((part) => !/cannot promise|machine\n/.test(part)).map((part) => part.split('\n')[0]);
    expect(open).toEqual(['Whoever gives us code']);
  });
});

describe('the page on privacy', () => {
  /** Names that the source stores under: constants of files that use a storage area, and literal keys. */
  function keysInSource(): string[] {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join('src', file), 'utf8'));
    const values = new Map<string, string>();
    for (const [at, code] of files.entries()) {
      for (const [, shared, name = '', value = ''] of code.matchAll(/(export )?const ([A-Z_]+) = '([^'\n]+)'/g)) {
        values.set(shared ? name : `${at} ${name}`, value);
      }
    }
    const use = /storage\s*\.(?:local|session)\s*\.(?:set\(\{ \[|get\(|remove\()([A-Z_]+)/g;
    return files
      .flatMap((code, at) => [...code.matchAll(use)].map(([, name = '']) => [at, name] as const))
      .map(([at, name]) => values.get(`${at} ${name}`) ?? values.get(name) ?? name)
      .filter((key) => !key.startsWith('kill'));
  }

  it('tells of every key that is stored', () => {
    const keys = [...new Set(keysInSource())].sort();
    expect(keys.length).toBeGreaterThan(6);
    expect(keys.filter((key) => !PRIVACY.includes(`\`${key}\``))).toEqual([]);
  });

  it('tells of no key that is not', () => {
    const told = [...PRIVACY.matchAll(/^\| (?:the database )?`([\w:]+)`/gm)].map(([, key]) => key);
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter((key) => !code.includes(`'${key}'`))).toEqual([]);
  });
});
