import { isUtf8 } from 'node:buffer';

/** One line of a file, without its ending, or why it cannot be read. Lines count from 1. */
export type Line = { line: number; text: string } | { line: number; fault: string };

/** Longer lines are no posts: they are passed over, never held. Bytes. */
export const LONGEST_LINE = 1024 * 1024;

/**
 * Splits bytes into lines as they come. Line feeds and CR LF end a line, a byte order mark is dropped. Holds
 * at most one line.
 */
export class LineSplitter {
  private line = 1;
  private held: Buffer[] = [];
  private size = 0;
  private readonly longest: number;

  constructor(longest: number = LONGEST_LINE) {
    this.longest = longest;
  }

  /** The lines that this chunk completes. */
  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.hold(chunk.subarray(from, at));
      lines.push(this.take());
      from = at + 1;
    }
    this.hold(chunk.subarray(from));
    return lines;
  }

  /** The last line, where it has no ending. */
  end(): Line[] {
    return this.size === 0 ? [] : [this.take()];
  }

  private hold(part: Buffer): void {
    this.size += part.length;
    // What is too long is counted, not kept.
    if (this.size > this.longest) this.held = [];
    else if (part.length > 0) this.held.push(part);
  }

  private take(): Line {
    const line = this.line++;
    const tooLong = this.size > this.longest;
    const [first] = this.held;
    const bytes = this.held.length === 1 && first !== undefined ? first : Buffer.concat(this.held);
    this.held = [];
    this.size = 0;
    if (tooLong) return { line, fault: `longer than ${this.longest} bytes` };
    if (!isUtf8(bytes)) return { line, fault: 'not UTF-8' };
    return { line, text: withoutEnding(bytes, line) };
  }
}

const LF = 0x0a;

function withoutEnding(bytes: Buffer, line: number): string {
  const text = bytes.toString('utf8', 0, bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length);
  return line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
}
