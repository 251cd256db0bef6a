import type { ComponentChildren } from 'preact';
import type { SymbolName } from '../../symbols.ts';
import { Tile } from '../symbol.tsx';

/** What kind of thing a page is about: its symbol, and the kind in words. */
export function KindLine({ name, sure = true, children }: KindLineProps) {
  return (
    <span class={`kind-line kind-${name}`}>
      <Tile name={name} sure={sure} />
      {children}
    </span>
  );
}

interface KindLineProps {
  name: SymbolName;
  sure?: boolean;
  children: ComponentChildren;
}
