import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface DataTableProps {
  caption: string;
  head: readonly string[];
  /** Rows of the body. */
  children: ComponentChildren;
}

/** A table that scrolls by itself where the window is narrower, by keyboard too. */
export function DataTable({ caption, head, children }: DataTableProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
