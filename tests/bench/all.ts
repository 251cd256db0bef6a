import type { Benchmark } from './benchmark.ts';
import { endurance } from './endurance.ts';
import { fuzz } from './fuzz.ts';
import { hostile } from './hostile.ts';
import { kills } from './kills.ts';
import { install, install10m } from './large-lists.ts';
import { latency } from './latency.ts';
import { match } from './match.ts';
import { memory, memory50k } from './memory.ts';
import { page } from './page.ts';
import { scale, scale10m } from './scale.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { traffic } from './traffic.ts';

/** Every benchmark, in the order in which they run. */
export const ALL: readonly Benchmark[] = [
  match,
  size,
  start,
  latency,
  page,
  scale,
  install,
  memory,
  scale10m,
  install10m,
  memory50k,
  kills,
  traffic,
  fuzz,
  hostile,
  endurance,
];
