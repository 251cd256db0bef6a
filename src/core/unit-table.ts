/**
 * A number for each UTF-16 code unit, worked out for a whole block of 256 when one of them is first met: a text
 * is of few scripts, and asking an expression of each character takes many times as long.
 */
export class UnitTable {
  /** By code unit; 0 where it was not worked out yet. Loops that ask of each character read it themselves. */
  readonly units = new Uint16Array(0x10000);
  readonly #of: (letter: string) => number;

  /** @param of 1 to 65 535, always the same for the same unit; a surrogate comes alone */
  constructor(of: (letter: string) => number) {
    this.#of = of;
  }

  at(unit: number): number {
    return this.units[unit] || this.fill(unit);
  }

  /** Works out the block of a unit. */
  fill(unit: number): number {
    const from = unit & 0xff00;
    for (let one = from; one < from + 256; one++) this.units[one] = this.#of(String.fromCharCode(one));
    return this.units[unit] as number;
  }
}
