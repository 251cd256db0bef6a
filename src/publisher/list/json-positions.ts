/** A place in a text. Both count from 1; columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

export interface Scanned {
  /** Where the value of each wanted path begins; a path that is not there is absent. */
  offsets: Map<string, number>;
  /** Members that an object has twice: `JSON.parse` would silently keep the last. */
  twice: { path: string; offset: number }[];
  /** The first thing that is not JSON; scanning ends there. */
  fault: { offset: number; reason: string } | undefined;
}

/** Lists are four deep: what goes on like this is no list. */
const DEEPEST = 64;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const STRING = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/**
 * Reads JSON for its places alone. Paths are written as `parseList` writes them: `claims[3].locator`.
 * @param wanted the paths whose places are asked for
 */
export function scanJson(text: string, wanted: ReadonlySet<string>): Scanned {
  const scanner = new Scanner(text, wanted);
  const scanned: Scanned = { offsets: scanner.offsets, twice: scanner.twice, fault: undefined };
  try {
    scanner.whole();
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    scanned.fault = { offset: error.offset, reason: error.message };
  }
  return scanned;
}

/** Finds places in a text that holds thousands of faults as fast as in one that holds a single one. */
export function placesIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1);
  return (offset) => {
    let line = 0;
    for (let step = 2 ** Math.ceil(Math.log2(starts.length)); step >= 1; step /= 2) {
      if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= offset) line += step;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

class NotJson extends Error {
  readonly offset: number;
  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
  }
}

class Scanner {
  readonly offsets = new Map<string, number>();
  readonly twice: Scanned['twice'] = [];
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly wanted: ReadonlySet<string>;

  constructor(text: string, wanted: ReadonlySet<string>) {
    this.text = text;
    this.wanted = wanted;
  }

  whole(): void {
    this.value('');
    this.space();
    if (this.at < this.text.length) throw this.wrong('something stands after the end of the value');
  }

  private value(path: string): void {
    this.space();
    if (this.wanted.has(path)) this.offsets.set(path, this.at);
    switch (this.text[this.at]) {
      case '{':
        this.inside(() => this.object(path));
        return;
      case '[':
        this.inside(() => this.array(path));
        return;
      case '"':
        this.string();
        return;
      default:
        if (this.match(LITERAL) === undefined) throw this.wrong('a value is expected');
    }
  }

  private inside(read: () => void): void {
    if (++this.depth > DEEPEST) throw this.wrong(`more than ${DEEPEST} levels deep`);
    this.at++;
    read();
    this.depth--;
  }

  private object(path: string): void {
    if (this.ends('}')) return;
    const names = new Set<string>();
    do {
      this.space();
      const start = this.at;
      if (this.text[start] !== '"') throw this.wrong('a member’s name in quotation marks is expected');
      const name = this.string();
      const inner = path === '' ? name : `${path}.${name}`;
      if (names.has(name)) this.twice.push({ path: inner, offset: start });
      names.add(name);
      this.space();
      if (this.text[this.at] !== ':') throw this.wrong('a colon is expected');
      this.at++;
      this.value(inner);
    } while (this.goesOn('}'));
  }

  private array(path: string): void {
    if (this.ends(']')) return;
    let index = 0;
    do this.value(`${path}[${index++}]`);
    while (this.goesOn(']'));
  }

  private ends(close: string): boolean {
    this.space();
    if (this.text[this.at] !== close) return false;
    this.at++;
    return true;
  }

  private goesOn(close: string): boolean {
    if (this.ends(close)) return false;
    if (this.text[this.at] !== ',') throw this.wrong(`a comma or ${close} is expected`);
    this.at++;
    this.space();
    if (this.text[this.at] === close) throw this.wrong(`a comma stands before ${close}`);
    return true;
  }

  private string(): string {
    const raw = this.match(STRING);
    if (raw === undefined) throw this.wrong('a string that does not end on its line, or with a wrong escape');
    return JSON.parse(raw) as string;
  }

  private space(): void {
    let code = this.text.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = this.text.charCodeAt(++this.at);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return undefined;
    const from = this.at;
    this.at = pattern.lastIndex;
    return this.text.slice(from, this.at);
  }

  private wrong(reason: string): NotJson {
    return new NotJson(this.at, this.at >= this.text.length ? `${reason}, but the file ends` : reason);
  }
}
