import type { Said } from '../sentences.ts';
import { OutsideLink } from './outside-link.tsx';

/** Sentences, each with its source beneath. A list may have them in English alone: each runs as its own language does. */
export function SaidList({ rows }: { rows: readonly Said[] }) {
  return (
    <ul class="said">
      {rows.map((row) => (
        <li key={row.text}>
          {row.label && <b class="said-label">{row.label}</b>}
          <span class="said-text" {...row.written}>
            {row.from === undefined ? <OutsideLink href={row.href}>{row.text}</OutsideLink> : row.text}
          </span>
          {row.from !== undefined && (
            <span class="from">
              <OutsideLink href={row.href}>{row.from}</OutsideLink>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
