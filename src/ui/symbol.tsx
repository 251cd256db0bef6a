import { BRAND, SYMBOL_BOX, SYMBOLS, type SymbolName } from '../symbols.ts';

/** Says nothing to a screen reader: words stand beside every symbol. */
export function MarkSymbol({ name }: { name: SymbolName }) {
  return (
    <svg class="symbol" viewBox={SYMBOL_BOX} aria-hidden="true">
      <path d={SYMBOLS[name]} />
    </svg>
  );
}

/** The symbol in its frame, which is dashed where nothing confirms what it stands for. */
export function Tile({ name, sure = true }: { name: SymbolName; sure?: boolean }) {
  return (
    <span class={sure ? 'tile' : 'tile unsure'}>
      <MarkSymbol name={name} />
    </span>
  );
}

export function BrandMark() {
  return (
    <svg class="brand-mark" viewBox={SYMBOL_BOX} aria-hidden="true">
      <path class="brand-body" d={BRAND.body} />
      <path class="brand-lines" d={BRAND.lines} />
    </svg>
  );
}
