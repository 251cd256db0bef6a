import { SYMBOL_BOX, SYMBOLS, type SymbolName } from '../symbols.ts';

/** Says nothing to a screen reader: words stand beside every symbol. */
export function MarkSymbol({ name }: { name: SymbolName }) {
  return (
    <svg class="symbol" viewBox={SYMBOL_BOX} aria-hidden="true">
      <path d={SYMBOLS[name]} />
    </svg>
  );
}

/** The mark of Statemark itself: a label with two lines on it. */
export function BrandMark() {
  return (
    <svg class="brand-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path
        class="brand-body"
        d="M6.2 2h6.3A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5H6.2a2 2 0 0 1-1.6-.8L1.5 9a1.7 1.7 0 0 1 0-2l3.1-4.2a2 2 0 0 1 1.6-.8z"
      />
      <path class="brand-lines" d="M7 6.3h4.2M7 9.7h2.6" />
    </svg>
  );
}
