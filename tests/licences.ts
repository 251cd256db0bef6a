import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Whose work is in the package, and on what terms: `node tests/licences.ts` writes the file that goes into it.
 * Run it after dependencies were changed.
 */
export const LICENCES_FILE = 'src/public/licences.txt';

/** Terms under which work may be in a package under MPL-2.0. */
export const ALLOWED: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  '0BSD',
];

export interface Shipped {
  name: string;
  version: string;
  licence: string;
  /** Where its source is. */
  home: string;
  text: string;
}

interface Entry {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
}

/** The entries of the lock file, by their place, without the project itself. */
export function lockedEntries(): [place: string, entry: Entry][] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
  return Object.entries(lock.packages).filter(([place]) => place !== '');
}

/** Packages that the extension's own code names, and all that they name. */
export function shipped(): Shipped[] {
  const locked = new Map(lockedEntries());
  const found = new Map<string, Shipped>();
  const waiting = [...imported()];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const entry = locked.get(`node_modules/${name}`);
    if (found.has(name) || entry === undefined) continue;
    found.set(name, describe(name, entry));
    // Of the builder only a few lines that wrap our own are in the package, and they import nothing.
    if (name !== 'wxt') waiting.push(...Object.keys(entry.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of packages that files of the extension import: `preact` of `preact/hooks`. The publisher's commands are no part of it. */
function imported(): Set<string> {
  const names = new Set<string>();
  for (const dir of ['src', 'entrypoints']) {
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.startsWith('publisher')) continue;
      const code = readFileSync(join(dir, file), 'utf8');
      for (const [, name] of code.matchAll(/\b(?:from|import) '((?:@[\w-]+\/)?[\w-]+)(?:\/[\w/.-]+)?'/g)) {
        if (name !== undefined) names.add(name);
      }
    }
  }
  return names;
}

function describe(name: string, { version, license = 'unknown' }: Entry): Shipped {
  const dir = join('node_modules', name);
  const { repository, homepage } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as {
    repository?: string | { url: string };
    homepage?: string;
  };
  const home = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '';
  const file = readdirSync(dir).find((one) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(one));
  const text = file === undefined ? '' : readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return {
    name,
    version,
    licence: license,
    home: home.replace(/^(?:git\+)?(?:git|https):/, 'https:').replace(/\.git$/, ''),
    text,
  };
}

const WITHOUT_TEXT = 'The text of the licence is not in its package, but with its source.';

/** What goes into the package. */
export function licencesText(all: readonly Shipped[]): string {
  const head = 'Statemark is under the Mozilla Public License 2.0. In it is the work of others:\n';
  const parts = all.map(({ name, version, licence, home, text }) => {
    const title = `${name} ${version}, ${licence}\n${home}\n`;
    // Its text is long, and the same as Statemark's own.
    if (text === '') return `${title}\n${WITHOUT_TEXT}\n`;
    return licence === 'MPL-2.0' ? `${title}\nhttps://mozilla.org/MPL/2.0/\n` : `${title}\n${text}\n`;
  });
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(LICENCES_FILE, licencesText(shipped()));
