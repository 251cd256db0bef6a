import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, only, readArgs, UsageError } from '../command-line.ts';
import { releaseChangelog } from './changelog.ts';
import { Repository } from './repository.ts';
import { compareVersions, readVersion } from './version.ts';

export const USAGE = `npm run release -- X.Y.Z [--dry-run]

Sets the version, moves what CHANGELOG.md holds under "Unreleased" to it, commits, and tags vX.Y.Z.
Nothing is pushed. The working copy must be clean.

  --dry-run   says what would be done, and does nothing
`;

/** What a release depends on. */
export interface ReleaseWorld {
  /** The folder of the repository. */
  root: string;
  /** YYYY-MM-DD */
  today: string;
  out(text: string): void;
  err(text: string): void;
}

const FILES = ['package.json', 'package-lock.json', 'CHANGELOG.md'] as const;
type Texts = Record<(typeof FILES)[number], string>;

/** @returns 0 done; 1 refused, nothing was changed; 2 wrong usage */
export function runRelease(args: readonly string[], world: ReleaseWorld): number {
  try {
    const { values, positionals } = readArgs(args, { 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } });
    if (values.help) world.out(USAGE);
    else release(only(positionals, 'version'), values['dry-run'] ?? false, world);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CommandError)) throw error;
    world.err(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}` : ''}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function release(version: string, isDry: boolean, { root, today, out }: ReleaseWorld): void {
  readVersion(version);
  const repository = new Repository(root);
  const tag = `v${version}`;
  refuseUnclean(repository);
  if (repository.hasTag(tag)) throw new CommandError(`the tag ${tag} exists already`);
  const before = read(root);
  refuseOlder(version, before, repository);
  const { changelog, notes } = releaseChangelog(before['CHANGELOG.md'], version, today);
  if (isDry) {
    out(`Would set ${FILES.join(', ')} to ${version}, commit "Release ${version}" and tag ${tag} with:\n\n${notes}\n`);
    return;
  }
  write(root, {
    'package.json': withVersion(before['package.json'], version),
    'package-lock.json': withVersion(before['package-lock.json'], version),
    'CHANGELOG.md': changelog,
  });
  try {
    repository.commit(`Release ${version}`, FILES);
  } catch (error) {
    write(root, before);
    throw error;
  }
  repository.tag(tag, `Statemark ${version}\n\n${notes}`);
  out(`Released ${version}. To publish it: git push --follow-tags\n`);
}

function refuseUnclean(repository: Repository): void {
  const changes = repository.changes();
  if (changes.length === 0) return;
  const shown = changes.slice(0, 10).join('\n');
  throw new CommandError(`the working copy is not clean: commit these first\n${shown}`);
}

/** The version that stands in package.json may itself be released, once. */
function refuseOlder(version: string, texts: Texts, repository: Repository): void {
  const { version: now } = JSON.parse(texts['package.json']) as { version: string };
  const order = compareVersions(version, now);
  if (order < 0) throw new CommandError(`${version} is below ${now}, which package.json holds`);
  if (order > 0 && !repository.hasTag(`v${now}`) && repository.hasTag('v*')) {
    throw new CommandError(`${now}, which package.json holds, was never tagged: fetch the tags (git fetch --tags)`);
  }
}

/** The package's own version alone; whatever else the file says stays as it is, and in its form. */
function withVersion(text: string, version: string): string {
  const json = JSON.parse(text) as { version: string; packages?: Record<string, { version?: string }> };
  json.version = version;
  const own = json.packages?.[''];
  if (own) own.version = version;
  return `${JSON.stringify(json, null, 2)}\n`;
}

function read(root: string): Texts {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  return {
    'package.json': text('package.json'),
    'package-lock.json': text('package-lock.json'),
    'CHANGELOG.md': text('CHANGELOG.md'),
  };
}

function write(root: string, texts: Texts): void {
  for (const file of FILES) writeFileSync(join(root, file), texts[file]);
}
