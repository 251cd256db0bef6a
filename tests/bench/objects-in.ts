const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x7b, 0x5b];
const CLOSING = [0x7d, 0x5d];
/** Read at once: far below what a string can hold. */
const PIECE = 32 * 1024 * 1024;

/** The objects in the arrays of a JSON object, however long: a trace of minutes is longer than a string can be. */
export function* objectsIn(json: Uint8Array, piece = PIECE): Generator<unknown> {
  let depth = 0;
  let from = -1;
  let inArray = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] as number;
    if (byte === QUOTE) {
      at = endOfString(json, at);
    } else if (OPENING.includes(byte)) {
      if (depth === 1) inArray = byte === OPENING[1];
      if (depth === 2 && inArray && from < 0) from = at;
      depth++;
    } else if (CLOSING.includes(byte)) {
      depth--;
      const isLast = depth === 1 && inArray;
      if (from < 0 || depth > 2 || !(isLast || (depth === 2 && at - from >= piece))) continue;
      yield* JSON.parse(`[${Buffer.from(json.subarray(from, isLast ? at : at + 1)).toString('utf8')}]`) as unknown[];
      from = -1;
    }
  }
}

/** Where the quote stands that ends the string which begins here. */
function endOfString(json: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}
