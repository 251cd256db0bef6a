import type { Benchmark } from './benchmark.ts';
import { match } from './match.ts';
import { page } from './page.ts';
import { size } from './size.ts';

/** Every benchmark, in the order in which they run. */
export const ALL: readonly Benchmark[] = [match, size, page];
