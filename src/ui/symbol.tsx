import { BRAND, SYMBOL_BOX, SYMBOLS, type SymbolName } from '../symbols.ts';

/** Says nothing to a screen reader: words stand beside every symbol. */
export function MarkSymbol({ name }: { name: SymbolName }) {
  return (
    <svg class="symbol" viewBox={SYMBOL_BOX} aria-hidden="true">
      <path d={SYMBOLS[name]} />
    </svg>
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
