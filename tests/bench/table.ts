import { type Budget, isKept, type Measure, type Outcome } from './benchmark.ts';
import { median, quantile } from './statistics.ts';

/** An outcome as text: what was measured, then the budgets, then what must be known. */
export function tables({ measures, budgets, notes }: Outcome): string {
  const parts = [table(['what', 'median', 'least', 'most', 'unit', 'n'], measures.map(measureRow))];
  if (budgets.length > 0) parts.push(table(['budget', 'goal', 'measured', ''], budgets.map(budgetRow)));
  parts.push(...notes.map((note) => `  note: ${note}`));
  return parts.join('\n');
}

function measureRow({ what, unit, samples }: Measure): string[] {
  const [low, high] = [quantile(samples, 0), quantile(samples, 1)];
  return [what, short(median(samples)), short(low), short(high), unit, String(samples.length)];
}

function budgetRow(budget: Budget): string[] {
  const { what, unit, goal, measured, between: range, atLeast } = budget;
  const sign = atLeast ? '≥' : '≤';
  const value = `${short(measured)} ${unit}${range ? ` (${between(range)})` : ''}`;
  return [what, `${sign} ${short(goal)} ${unit}`, value, isKept(budget) ? 'kept' : 'MISSED'];
}

/** A range as text. */
export function between([low, high]: readonly [low: number, high: number]): string {
  return `${short(low)} to ${short(high)}`;
}

/** Four digits that count: more say nothing on a machine that does other things too. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 1_000 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const text = value.toLocaleString('en', { maximumFractionDigits: Math.min(6, digits), useGrouping: true });
  return text.replaceAll(',', '\u2009');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`;
  const rule = `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`;
  return [line(head), rule, ...rows.map(line), ''].join('\n');
}
