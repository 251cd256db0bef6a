import { isElement, parentOf, tagOf } from './dom.ts';

/** Text of many nodes as one string, with the way back from an offset to its node. */
export interface FlatText {
  text: string;
  pieces: Piece[];
}

interface Piece {
  node: Text;
  start: number;
}

/** Elements that do not break a line of text: `#` in one and the name in the next are one hashtag. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del em font i ins mark q s small span strong sub sup time u var yt-formatted-string'.split(
    ' ',
  ),
);

export class FlatTextBuilder {
  #text = '';
  readonly #pieces: Piece[] = [];
  #block: Node | null = null;
  #parent: Node | null = null;

  get length(): number {
    return this.#text.length;
  }

  /** Adds a text node, after a line break if it stands in another block than the one before. */
  add(node: Text): { start: number; end: number } {
    const parent = parentOf(node);
    const block = parent === this.#parent ? this.#block : blockAt(parent);
    this.#parent = parent;
    if (this.#block !== null && block !== this.#block) this.#text += '\n';
    this.#block = block;
    const start = this.#text.length;
    this.#pieces.push({ node, start });
    this.#text += node.data;
    return { start, end: this.#text.length };
  }

  /** Something that is drawn but is no text: a picture, a line break. */
  addGap(): void {
    this.#text += '\n';
  }

  done(): FlatText {
    return { text: this.#text, pieces: this.#pieces };
  }
}

function blockAt(parent: Node | null): Node | null {
  let at = parent;
  while (at !== null && isElement(at) && INLINE.has(tagOf(at))) at = parentOf(at);
  return at;
}

/** The DOM range of a stretch of flat text. Static: the page may change, and then everything is read anew. */
export function rangeOf(flat: FlatText, start: number, end: number): StaticRange | undefined {
  const first = pieceAt(flat, start);
  const last = pieceAt(flat, end - 1);
  if (!first || !last) return undefined;
  const endOffset = end - last.start;
  // Not `data.length`: Firefox makes a copy of the whole text each time that it is asked for.
  if (endOffset > last.node.length || start - first.start > first.node.length) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.start,
    endContainer: last.node,
    endOffset,
  });
}

/** The piece that an offset falls into. */
export function pieceAt(flat: FlatText, offset: number): Piece | undefined {
  return flat.pieces[indexAt(flat, offset)];
}

/** The pieces of a stretch of text. */
export function piecesIn(flat: FlatText, start: number, end: number): Piece[] {
  return end > start ? flat.pieces.slice(indexAt(flat, start), indexAt(flat, end - 1) + 1) : [];
}

/** By bisection. */
function indexAt(flat: FlatText, offset: number): number {
  let from = 0;
  let to = flat.pieces.length - 1;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((flat.pieces[middle] as Piece).start <= offset) from = middle;
    else to = middle - 1;
  }
  return from;
}
