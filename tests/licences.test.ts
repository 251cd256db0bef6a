import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALLOWED, LICENCES_FILE, licencesText, lockedEntries, shipped } from './licences.ts';

/** The builder, of which a few lines are in the package, comes without its licence's text. */
const WITHOUT_TEXT = ['wxt'];

describe('the work of others in the package', () => {
  const all = shipped();

  it('is known', () => {
    const names = all.map(({ name }) => name);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).toContain('wxt');
  });

  it('is on terms under which it may be there, and says so itself', () => {
    expect(all.filter(({ licence }) => !ALLOWED.includes(licence))).toEqual([]);
    expect(
      all.filter(
        ({ name, text, home }) => (text.length < 200 && !WITHOUT_TEXT.includes(name)) || !home.startsWith('https://'),
      ),
    ).toEqual([]);
  });

  it('is told of in the package: `node tests/licences.ts` writes it', () => {
    expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(licencesText(all));
  });
});

/** Whoever changes the lock file changes what is installed on every machine that builds. */
describe('the lock file', () => {
  const entries = lockedEntries();

  it('pins each package by its hash', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('takes each from the registry, and none from a folder, an address or a repository', () => {
    const strange = entries.filter(
      ([, { resolved, link }]) =>
        link || !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
    );
    expect(strange).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const odd = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^[~^]?\d/.test(range));
    expect(odd).toEqual([]);
  });

  it('has the versions that package.json asks for at its top', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      lockfileVersion: number;
      packages: Record<string, object>;
    };
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as object;
    expect(lock.lockfileVersion).toBe(3);
    expect(own).toMatchObject(pick(lock.packages[''] ?? {}, ['dependencies', 'devDependencies']));
  });
});

function pick(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
