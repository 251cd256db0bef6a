import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { canonicalText } from '../../src/core/canonical.ts';
import { readManifestFile, type SignedManifest } from '../../src/publisher/list/manifest-file.ts';
import type { Handler } from '../harness/server.ts';
import { benchName, namesList } from './synthetic-list.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LISTS = join(tmpdir(), 'statemark-bench-lists');
const HOUR = 3_600_000;

/** Two versions of a list with a table of names, as a publisher's own commands write them. */
export interface PublishedNames {
  first: string;
  /** One name in a hundred went, as many others came. */
  next: string;
  fingerprint: string;
}

/** Made once and kept in the system's temporary folder: ten million names take minutes. */
export async function publishedNames(size: number, tell: (step: string) => void): Promise<PublishedNames> {
  const dir = join(LISTS, `${size}-${formHash()}`);
  const [first, next] = [join(dir, 'first'), join(dir, 'next')];
  const kept = await manifestIn(next).catch(() => undefined);
  if (kept && Date.parse(kept.manifest.expires) > Date.now() + HOUR) {
    return { first, next, fingerprint: kept.key.fingerprint };
  }
  for (const older of sameSize(size)) rmSync(older, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  await list('keygen', '--out', join(dir, 'key'));
  tell(`publishing ${size} names`);
  await build(dir, first, 1, names(1, size));
  tell(`publishing ${size} names, one in a hundred of them others`);
  await build(dir, next, 2, changed(size), '--previous', first);
  return { first, next, fingerprint: (await manifestIn(next)).key.fingerprint };
}

/** Lists of that size, in whatever form they were written: each form has a folder of its own. */
function sameSize(size: number): string[] {
  const made = existsSync(LISTS) ? readdirSync(LISTS) : [];
  return made.filter((name) => name.startsWith(`${size}-`)).map((name) => join(LISTS, name));
}

export function manifestIn(folder: string): Promise<SignedManifest> {
  return readManifestFile(join(folder, 'watchlist.jws'));
}

/** Answers as a static host does, and counts. */
export class FolderHost {
  folder: string;
  bytes = 0;
  requests = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  readonly handler: Handler = ({ url }) => {
    const file = join(this.folder, normalize(url.pathname));
    if (!existsSync(file)) return { status: 404 };
    const body = readFileSync(file);
    this.bytes += body.length;
    this.requests++;
    return { headers: { 'access-control-allow-origin': '*', 'content-type': 'application/octet-stream' }, body };
  };
}

/** The least number that is listed in the first version and in the next. */
export function stays(i: number): number {
  return i % 100 === 1 ? i + 1 : i;
}

function* names(from: number, to: number): Generator<string> {
  for (let i = from; i < to; i++) yield benchName(i);
}

function* changed(size: number): Generator<string> {
  for (let i = 1; i < size; i++) if (i % 100 !== 1) yield benchName(i);
  yield* names(size, size + Math.ceil(size / 100));
}

async function build(dir: string, out: string, version: number, rows: Iterable<string>, ...more: string[]) {
  const [source, table] = [join(dir, 'list.json'), join(dir, 'names.csv')];
  writeFileSync(source, canonicalText(namesList(1, version)));
  const file = createWriteStream(table);
  file.write('like,value\n');
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    if (!file.write(lines.join(''))) await once(file, 'drain');
    lines = [];
  };
  for (const name of rows) {
    lines.push(`a-0,${name}\n`);
    if (lines.length === 50_000) await flush();
  }
  await flush();
  await finished(file.end());
  await list('build', source, '--out', out, '--key', join(dir, 'key'), '--names', table, ...more);
  rmSync(table);
}

async function list(...args: string[]): Promise<void> {
  const script = join(ROOT, 'src', 'publisher', 'list', 'list.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=8000', script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`list ${args[0]} ended with ${code}`);
}

/** Changes with the code that decides what is written. */
function formHash(): string {
  const hash = createHash('sha256');
  for (const dir of [
    'src/core/compiled',
    'tests/bench/synthetic-list.ts',
    'tests/fixtures/list-of.ts',
    'tests/bench/published-names.ts',
  ]) {
    const path = join(ROOT, dir);
    const files = dir.endsWith('.ts') ? [path] : readdirSync(path).map((name) => join(path, name));
    for (const file of files.sort()) if (!file.endsWith('.test.ts')) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
