/** Linear between neighbours. @param share 0 to 1 @throws RangeError for no samples */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new RangeError('no samples');
  return low + (high - low) * (at - Math.floor(at));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** @throws RangeError for no samples */
export function mean(samples: readonly number[]): number {
  if (samples.length === 0) throw new RangeError('no samples');
  return samples.reduce((sum, one) => sum + one, 0) / samples.length;
}

/** What was estimated, and between what it lies in 19 of 20 cases, as far as its own samples tell. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Of something worked out of all samples: how far it depends on each of them (a jackknife). @throws RangeError below two */
export function estimate<T>(samples: readonly T[], of: (some: readonly T[]) => number): Estimate {
  const n = samples.length;
  if (n < 2) throw new RangeError('too few samples');
  const without = samples.map((_, i) => of(samples.filter((_, at) => at !== i)));
  const middle = mean(without);
  const variance = ((n - 1) / n) * without.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  const off = student(n - 1) * Math.sqrt(variance);
  const value = of(samples);
  return { value, low: value - off, high: value + off };
}

/** Student's t for 95 %, to a hundredth from three samples on. */
function student(freedom: number): number {
  return freedom === 1 ? 12.71 : 1.96 + 2.37 / freedom + 2.82 / freedom ** 2 + 2.56 / freedom ** 3;
}
