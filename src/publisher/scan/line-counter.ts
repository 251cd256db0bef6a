/** Tells the lines of offsets that only rise, over pieces of text that are let go once they are passed. */
export class LineCounter {
  private readonly pieces: { start: number; text: string }[] = [];
  private length = 0;
  private line = 1;
  private counted = 0;

  add(text: string): void {
    this.pieces.push({ start: this.length, text });
    this.length += text.length;
  }

  /** @param offset in UTF-16 units from the beginning of all pieces */
  at(offset: number): number {
    for (let piece = this.pieces[0]; piece !== undefined; piece = this.pieces[0]) {
      const { start, text } = piece;
      const until = Math.min(offset, start + text.length) - start;
      let lf = text.indexOf('\n', this.counted - start);
      for (; lf >= 0 && lf < until; lf = text.indexOf('\n', lf + 1)) this.line++;
      this.counted = Math.max(this.counted, start + until);
      if (offset <= start + text.length) break;
      this.pieces.shift();
    }
    return this.line;
  }
}
