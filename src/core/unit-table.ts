/**
 * A number for each UTF-16 code unit, worked out for a whole block of 256 when one of them is first met: a text
 * is of few scripts, and asking an expression of each character takes many times as long.
 */
export class UnitTable {
  readonly #blocks: (Uint16Array | undefined)[] = new Array(256).fill(undefined);
  readonly #of: (letter: string) => number;

  /** @param of 0 to 65 535, always the same for the same unit; a surrogate comes alone */
  constructor(of: (letter: string) => number) {
    this.#of = of;
  }

  at(unit: number): number {
    const block = this.#blocks[unit >> 8] ?? this.#fill(unit >> 8);
    return block[unit & 0xff] as number;
  }

  #fill(high: number): Uint16Array {
    const block = Uint16Array.from({ length: 256 }, (_, low) => this.#of(String.fromCharCode((high << 8) | low)));
    this.#blocks[high] = block;
    return block;
  }
}
