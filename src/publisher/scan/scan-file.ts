import type { Platform } from '../../platforms/platform.ts';
import { type Line, LineSplitter } from '../split-lines.ts';
import type { Found, Matcher } from './matcher.ts';
import type { InputFile } from './options.ts';
import { PageReader } from './read-page.ts';
import { postParser, type Row } from './read-posts.ts';

/** What one piece of a file gave, in the file's order. */
export interface Step {
  found: Found[];
  faults: { line?: number; reason: string }[];
  /** Posts, or blocks of a page, so far. */
  read: number;
}

export interface FileScan {
  matcher: Matcher;
  /** The network that the command line names, if it does. */
  platform: Platform | undefined;
  fallback: Platform;
  platformNamed(name: string): Platform | undefined;
}

/** Scans one file piece by piece; holds one piece and one post at a time. */
export function scanFile(
  { name, format }: InputFile,
  bytes: AsyncIterable<Buffer>,
  scan: FileScan,
): AsyncGenerator<Step> {
  return format === 'html' ? scanPage(bytes, scan) : scanPosts(name, bytes, scan, format);
}

async function* scanPosts(
  name: string,
  bytes: AsyncIterable<Buffer>,
  scan: FileScan,
  format: Exclude<InputFile['format'], 'html'>,
): AsyncGenerator<Step> {
  const splitter = new LineSplitter();
  const parser = postParser(format);
  const step: Step = { found: [], faults: [], read: 0 };
  const take = (lines: readonly Line[]): void => {
    for (const line of lines) readRow(parser.row(line), scan, step);
  };
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && isUtf16(chunk)) {
      step.faults.push({ reason: `${name === '-' ? 'it' : 'the file'} is UTF-16: save it as UTF-8` });
      break;
    }
    isFirst = false;
    take(splitter.push(chunk));
    yield step;
    Object.assign(step, { found: [], faults: [] });
  }
  take(splitter.end());
  readRow(parser.end(), scan, step);
  yield step;
}

function isUtf16(chunk: Buffer): boolean {
  return (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
}

function readRow(row: Row | undefined, scan: FileScan, step: Step): void {
  if (row === undefined) return;
  if ('fault' in row) {
    step.faults.push({ line: row.line, reason: row.fault });
    return;
  }
  const { line, post } = row;
  const platform = post.platform ? scan.platformNamed(post.platform) : (scan.platform ?? scan.fallback);
  if (platform === undefined) {
    step.faults.push({ line, reason: `the platform "${post.platform?.slice(0, 40)}" is not known` });
    return;
  }
  step.read++;
  for (const found of scan.matcher.inPost(line, post, platform)) step.found.push(found);
}

async function* scanPage(bytes: AsyncIterable<Buffer>, scan: FileScan): AsyncGenerator<Step> {
  const page = new PageReader(scan.platform, scan.fallback);
  let decoder: TextDecoder | undefined;
  let read = 0;
  const stepOf = (html: string, isEnd: boolean): Step => {
    const blocks = isEnd ? [...page.push(html), ...page.end()] : page.push(html);
    read += blocks.length;
    return { found: blocks.flatMap((block) => scan.matcher.inBlock(block)), faults: [], read };
  };
  try {
    for await (const chunk of bytes) {
      decoder ??= decoderFor(chunk);
      yield stepOf(decoder.decode(chunk, { stream: true }), false);
    }
    yield stepOf(decoder?.decode() ?? '', true);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    yield { found: [], faults: [{ reason: `the page is not ${decoder?.encoding}` }], read };
  }
}

/** By byte order mark, by what the page says of itself, or else UTF-8. */
function decoderFor(chunk: Buffer): TextDecoder {
  if (isUtf16(chunk)) return new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true });
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(chunk.toString('latin1', 0, 1024))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true }); // A name that no encoding has.
  }
}
