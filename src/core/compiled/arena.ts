/**
 * Room for many small pieces of bytes, in blocks: an allocation for each would take longer than all else that
 * is done with them. A piece keeps its whole block alive, so nothing that lasts is made here.
 */
const BLOCK = 1024 * 1024;
let block = new Uint8Array(BLOCK);
let used = 0;

const ENCODER = new TextEncoder();

/** A piece with a text in UTF-8, and room before and behind it. */
export function piece(text: string, before: number, behind: number): Uint8Array<ArrayBuffer> {
  // A UTF-16 unit takes at most three bytes.
  const most = before + text.length * 3 + behind;
  if (most > BLOCK) {
    const large = new Uint8Array(most);
    return large.subarray(0, written(text, large, before) + behind);
  }
  if (most > BLOCK - used) {
    block = new Uint8Array(BLOCK);
    used = 0;
  }
  const start = used;
  used += written(text, block.subarray(start), before) + behind;
  return block.subarray(start, used);
}

/** @returns where the text ends */
function written(text: string, into: Uint8Array, before: number): number {
  if (text.length > SHORT) return encoded(text, into, before);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return encoded(text, into, before);
    into[before + i] = unit;
  }
  return before + text.length;
}
/** What is shorter is written before the browser's own encoder has been called. */
const SHORT = 64;

function encoded(text: string, into: Uint8Array, before: number): number {
  return before + ENCODER.encodeInto(text, into.subarray(before)).written;
}
