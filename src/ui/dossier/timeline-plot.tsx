import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import { useState } from 'preact/hooks';
import type { ListEvent } from '../../core/list-schema.ts';
import { date, direction, number, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { eventKindName } from './names.ts';
import type { TimelineItem } from './timeline-data.ts';
import { eventBeside } from './timeline-keys.ts';
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

/**
 * Events over time, each a link with a number that the table below repeats. One stop for the Tab key, from where
 * arrows lead to the others: there may be hundreds before the table.
 */
export function TimelinePlot({ items }: { items: readonly TimelineItem[] }) {
  const { element, width } = useWidth();
  const mirrored = direction() === 'rtl';
  const { height, lanes, ticks, axis } = timelineLayout(items, width, mirrored);
  const start = mirrored ? width : 0;
  const [last, setLast] = useState<string>();
  const stop = items.some(({ key }) => key === last) ? last : items[0]?.key;
  const go = (pressed: KeyboardEvent): void => {
    if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return;
    const next = stop && eventBeside(pressed.key, lanes, stop, mirrored);
    if (next === undefined || next === '') return;
    pressed.preventDefault();
    element.current?.querySelector<SVGAElement>(`[data-event="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div class="plot" ref={element}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('timeline')}
        onKeyDown={go}
      >
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
              <Mark
                key={point.item.key}
                point={point}
                mirrored={mirrored}
                isStop={point.item.key === stop}
                focused={() => setLast(point.item.key)}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface MarkProps {
  point: Point;
  mirrored: boolean;
  /** Where the Tab key stops. */
  isStop: boolean;
  focused(): void;
}

function Mark({ point: { item, x, y, from, to }, mirrored, isStop, focused }: MarkProps) {
  const label = dotted([number(item.number), eventKindName(item.kind), date(item.date), item.title]);
  return (
    <a href={item.href} data-event={item.key} tabindex={isStop ? 0 : -1} onFocus={focused}>
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
