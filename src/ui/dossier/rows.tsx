import type { ComponentChildren } from 'preact';
import { useSome } from './use-some.tsx';

interface RowsProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  children(item: T): ComponentChildren;
}

/** A row for each, the first of them where there are many. */
export function Rows<T>({ items, keyOf, children }: RowsProps<T>) {
  const { shown, more } = useSome(items);
  return (
    <>
      <ul class="rows">
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {more}
    </>
  );
}
