import { createReadStream } from 'node:fs';
import type { Watchlist } from '../../core/list-schema.ts';
import { PLATFORMS } from '../../platforms/all.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { Progress, Sink } from '../output.ts';
import { Matcher } from './matcher.ts';
import type { InputFile, ScanOptions } from './options.ts';
import { jsonPrinter, textPrinter } from './print.ts';
import { type FileScan, type Step, scanFile } from './scan-file.ts';

/** The world around a scan. */
export interface ScanWorld {
  stdin: AsyncIterable<Buffer>;
  out: Sink;
  err: Sink;
  progress: Progress;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Bytes read at a time. */
const PIECE = 256 * 1024;
/** Faults of one file that are told one by one. */
const MOST_TOLD = 50;

interface Tally {
  read: number;
  matches: number;
  faults: number;
}

/**
 * Scans files in the order given and prints matches in theirs.
 * @returns the exit code: 1 when something was passed over
 */
export async function runScan(options: ScanOptions, lists: readonly Watchlist[], world: ScanWorld): Promise<0 | 1> {
  const scan: FileScan = {
    matcher: new Matcher(lists, world.today),
    platform: platformNamed(options.platform),
    fallback: platformNamed('x') as Platform,
    platformNamed,
  };
  const print = options.json ? jsonPrinter() : textPrinter();
  const total: Tally = { read: 0, matches: 0, faults: 0 };
  for (const file of options.files) {
    const tally: Tally = { read: 0, matches: 0, faults: 0 };
    try {
      const bytes = file.name === '-' ? world.stdin : createReadStream(file.name, { highWaterMark: PIECE });
      for await (const step of scanFile(file, bytes, scan)) await tell(step, file, tally);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      await fault(file, { reason: (error as Error).message }, tally);
    }
    if (tally.faults > MOST_TOLD) await world.err.write(`${file.name}: ${tally.faults - MOST_TOLD} more like these\n`);
    for (const name of ['read', 'matches', 'faults'] as const) total[name] += tally[name];
  }
  world.progress.clear();
  if (!options.json) await world.err.write(summary(total, options.files.length));
  return total.faults > 0 ? 1 : 0;

  async function tell(step: Step, file: InputFile, tally: Tally): Promise<void> {
    for (const one of step.faults) await fault(file, one, tally);
    tally.read = step.read;
    tally.matches += step.found.length;
    await world.out.write(step.found.map((found) => print(file.name, found)).join(''));
    world.progress.show(() => `${file.name}: ${tally.read} read, ${total.matches + tally.matches} matches`);
  }

  async function fault(file: InputFile, { line, reason }: Step['faults'][number], tally: Tally): Promise<void> {
    tally.faults++;
    if (tally.faults > MOST_TOLD) return;
    world.progress.clear();
    await world.err.write(`${file.name}:${line === undefined ? '' : `${line}:`} ${reason}\n`);
  }
}

function platformNamed(name: string | undefined): Platform | undefined {
  return PLATFORMS.find(({ id }) => id === name);
}

function summary({ read, matches, faults }: Tally, files: number): string {
  const passedOver = faults === 0 ? '' : `, ${faults} passed over`;
  return `${files} ${files === 1 ? 'file' : 'files'}, ${read} read${passedOver}, ${matches} matches\n`;
}
