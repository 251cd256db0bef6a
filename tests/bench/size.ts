import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtOnce } from '../harness/build.ts';
import type { Benchmark, Budget, Measure, Outcome, Setting } from './benchmark.ts';

export const size: Benchmark = {
  name: 'size',
  about: 'Bytes of every script, as they are and gzipped',
  minutes: 1,
  repeats: 1,
  run: measure,
};

async function measure({ tell }: Setting): Promise<Outcome> {
  tell('building');
  const dir = await builtOnce('chrome');
  const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css)$/.test(name))
    .sort();
  const measures: Measure[] = [];
  const budgets: Budget[] = [];
  for (const name of scripts) {
    const bytes = readFileSync(join(dir, name));
    const packed = gzipSync(bytes, { level: 9 }).length / 1_000;
    const what = name.replace(/-[\w-]{8}(?=\.(?:js|css)$)/, '');
    measures.push(
      { what, unit: 'kB', samples: [bytes.length / 1_000] },
      { what: `${what} gzipped`, unit: 'kB', samples: [packed] },
    );
    const isInPages = name.startsWith('content-scripts') || name === 'open-web.js';
    if (isInPages) budgets.push({ what: `${name} gzipped`, unit: 'kB', goal: 20, measured: packed });
  }
  return { measures, budgets, notes: ['1 kB is 1 000 bytes; gzip -9.'] };
}
