import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import type { ListEvent } from '../../core/list-schema.ts';
import { date, direction, number, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { eventKindName } from './names.ts';
import type { TimelineItem } from './timeline-data.ts';
import { type Point, timelineLayout } from './timeline-layout.ts';
import { useWidth } from './use-width.ts';

/** Each kind has a shape, and its lane a name: colour says nothing. */
const SHAPE: Record<ListEvent['kind'], SymbolType> = {
  takedown: symbolCircle,
  disclosure: symbolDiamond,
  impersonation: symbolTriangle,
  restriction: symbolSquare,
  campaign: symbolStar,
};
/** Square pixels, as D3 measures symbols. */
const AREA = 110;

/** Events over time, each a link with a number that the table below repeats. */
export function TimelinePlot({ items }: { items: readonly TimelineItem[] }) {
  const { element, width } = useWidth();
  const mirrored = direction() === 'rtl';
  const { height, lanes, ticks, axis } = timelineLayout(items, width, mirrored);
  const start = mirrored ? width : 0;
  return (
    <div class="plot" ref={element}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('timeline')}>
        <g class="axis">
          {ticks.map(({ x, day }) => (
            <g key={day}>
              <line x1={x} x2={x} y1={axis - 6} y2={height} />
              <text x={x} y={axis - 12} text-anchor="middle">
                {date(day)}
              </text>
            </g>
          ))}
        </g>
        {lanes.map(({ kind, y, points }) => (
          <g key={kind}>
            <text class="lane" x={start} y={y} text-anchor={mirrored ? 'end' : 'start'}>
              {eventKindName(kind)}
            </text>
            {points.map((point) => (
              <Mark key={point.item.key} point={point} mirrored={mirrored} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Mark({ point: { item, x, y, from, to }, mirrored }: { point: Point; mirrored: boolean }) {
  const label = dotted([number(item.number), eventKindName(item.kind), date(item.date), item.title]);
  return (
    <a href={item.href}>
      <title>{label}</title>
      <rect class="ring" x={x - 20} y={y - 12} width={40} height={24} rx={6} />
      {Math.abs(to - from) > 2 && <line class="span" x1={from} x2={to} y1={y + 11} y2={y + 11} />}
      <path
        class="event-mark"
        d={symbol(SHAPE[item.kind], AREA)() ?? ''}
        transform={`translate(${x + shift(mirrored)},${y})`}
      />
      <text x={x - shift(mirrored) * 0.4} y={y + 4} text-anchor={mirrored ? 'end' : 'start'}>
        {number(item.number)}
      </text>
    </a>
  );
}

/** The number stands behind its symbol, the two about the event's middle. */
function shift(mirrored: boolean): number {
  return mirrored ? 9 : -9;
}
