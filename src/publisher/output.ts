/** Where text goes; `write` resolves when more may come. */
export interface Sink {
  write(text: string): Promise<void>;
}

interface Writable {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Waits for a slow reader, so that what is printed does not pile up in memory. */
export function sinkTo(stream: Writable): Sink {
  return {
    write: (text) =>
      text === '' || stream.write(text) ? Promise.resolve() : new Promise((go) => stream.once('drain', go)),
  };
}

/** How often a count is shown. Milliseconds. */
const EVERY = 200;

/** A line on a terminal that says how far the work is. Does nothing elsewhere. */
export class Progress {
  private shown = false;
  private last = 0;
  private readonly terminal: { write(text: string): unknown } | undefined;
  private readonly now: () => number;

  /** @param terminal undefined when standard error is no terminal */
  constructor(terminal: { write(text: string): unknown } | undefined, now: () => number) {
    this.terminal = terminal;
    this.now = now;
  }

  show(text: () => string): void {
    if (this.terminal === undefined || this.now() - this.last < EVERY) return;
    this.last = this.now();
    this.shown = true;
    this.terminal.write(`\r\x1b[K${text()}`);
  }

  clear(): void {
    if (this.shown) this.terminal?.write('\r\x1b[K');
    this.shown = false;
  }
}
