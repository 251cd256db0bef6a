import type { Plot } from './benchmark.ts';

const WIDTH = 640;
const HEIGHT = 400;
const EDGE = { left: 80, right: 150, top: 44, bottom: 52 };
const COLOURS = ['#3a4fb8', '#0b6b74', '#7a4a00', '#7b2f86', '#3d5a1e', '#b03030'];

/** Growth on two logarithmic scales, where what grows in proportion is a straight line. Points above 0 only. */
export function svg({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points);
  const across = scale(
    points.map(([value]) => value),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const up = scale(
    points.map(([, value]) => value),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${words(EDGE.left, 24, title, 'font-size="14" font-weight="600"')}
${across.ticks.map((tick) => `<path d="M${across.at(tick)} ${EDGE.top}V${HEIGHT - EDGE.bottom}" stroke="#dfe4ec"/>${words(across.at(tick), HEIGHT - EDGE.bottom + 18, label(tick), 'text-anchor="middle"')}`).join('\n')}
${up.ticks.map((tick) => `<path d="M${EDGE.left} ${up.at(tick)}H${WIDTH - EDGE.right}" stroke="#dfe4ec"/>${words(EDGE.left - 8, up.at(tick) + 4, label(tick), 'text-anchor="end"')}`).join('\n')}
${words((EDGE.left + WIDTH - EDGE.right) / 2, HEIGHT - 12, x, 'text-anchor="middle"')}
${words(16, HEIGHT / 2, y, `text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})"`)}
${lines.map((line, i) => drawn(line, COLOURS[i % COLOURS.length] ?? '#000', i)).join('\n')}
</svg>
`;

  function drawn({ name, points: own }: Plot['lines'][number], colour: string, i: number): string {
    const path = own.map(([a, b], n) => `${n === 0 ? 'M' : 'L'}${across.at(a)} ${up.at(b)}`).join('');
    const dots = own.map(([a, b]) => `<circle cx="${across.at(a)}" cy="${up.at(b)}" r="3" fill="${colour}"/>`);
    const key = words(WIDTH - EDGE.right + 12, EDGE.top + 12 + 18 * i, name, `fill="${colour}"`);
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${key}`;
  }
}

function scale(values: readonly number[], from: number, to: number) {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs)));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const at = (value: number): number =>
    Number((from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1));
  return { ticks, at };
}

function label(value: number): string {
  return value >= 0.001 && value < 10_000 ? String(Number(value.toPrecision(3))) : `10${raised(Math.log10(value))}`;
}

function raised(power: number): string {
  return String(Math.round(power)).replace(/[-\d]/g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '');
}

function words(x: number, y: number, text: string, more: string): string {
  return `<text x="${x}" y="${y}" ${more}>${text.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</text>`;
}
