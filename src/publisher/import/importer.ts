/** What the command line passes to an importer. */
export interface ImportOptions {
  /** The files to read, in the order given. At least one. */
  files: readonly string[];
  /**
   * The head file, as parsed JSON: a list in source form without its rows, and templates for them. Undefined
   * where none is given. What the generic importers make of it: `rows/head.ts`.
   */
  head: unknown;
  /** Which field of a list (left) is read from which column (right): `--map`. */
  map: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` */
  today: string;
  /** Ends the work: `signal.throwIfAborted()` between rows. */
  signal: AbortSignal;
  /** Shows how far the work is. Cheap: what is shown is made only where somebody looks. */
  progress(text: () => string): void;
}

/** Rows that were left out, and why. */
export interface Dropped {
  reason: string;
  count: number;
  /** Row numbers (a table: as a spreadsheet counts, the header is 1), or ids. At most `ROWS_TOLD` of them. */
  rows: (string | number)[];
}

/** `read` = `kept` + the sum of what was dropped. */
export interface ImportReport {
  read: number;
  kept: number;
  dropped: Dropped[];
}

export interface Imported {
  /** A list in source form. Whoever runs the importer validates it. */
  list: unknown;
  report: ImportReport;
}

/** One kind of file that lists are made from. */
export interface Importer {
  /** `--from NAME` */
  name: string;
  /** One line of the help: what it reads. */
  describe: string;
  /** @throws ImportError where nothing can be made of the files */
  run(options: ImportOptions): Promise<Imported>;
}

/** The input cannot be used at all. Its message says which file, where in it, and why. */
export class ImportError extends Error {}

export const ROWS_TOLD = 1_000;

/** Counts what goes in and what stays out. */
export class Counter {
  private read = 0;
  private kept = 0;
  private readonly dropped = new Map<string, Dropped>();

  keep(): void {
    this.read++;
    this.kept++;
  }

  drop(row: string | number, reason: string): void {
    this.read++;
    const known = this.dropped.get(reason) ?? { reason, count: 0, rows: [] };
    this.dropped.set(reason, known);
    known.count++;
    if (known.rows.length < ROWS_TOLD) known.rows.push(row);
  }

  /** The most frequent reason first. */
  report(): ImportReport {
    const dropped = [...this.dropped.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
    return { read: this.read, kept: this.kept, dropped };
  }
}
