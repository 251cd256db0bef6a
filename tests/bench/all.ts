import type { Benchmark } from './benchmark.ts';
import { latency } from './latency.ts';
import { match } from './match.ts';
import { page } from './page.ts';
import { scale, scale10m } from './scale.ts';
import { size } from './size.ts';

/** Every benchmark, in the order in which they run. */
export const ALL: readonly Benchmark[] = [match, size, latency, page, scale, scale10m];
