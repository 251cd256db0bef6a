/** An address in plain text. `start` and `end` are UTF-16 offsets. */
export interface FoundAddress {
  /** As it would stand in a link: with its scheme, or a path of the network itself. */
  href: string;
  start: number;
  end: number;
}

/**
 * Finds addresses in text: with `https://`, or a bare host (`presstv.ir`, `t.me/presstv`) that stands free, as
 * networks link them too. Of an address that was cut off (`https://x.com/Press…`) only a whole host is kept:
 * the rest would be another name. Linear in the text's length.
 * @param paths paths that the network links without a host, such as `u/name`; a global expression
 */
export function findAddresses(text: string, paths?: RegExp): FoundAddress[] {
  const found: FoundAddress[] = [];
  if (text.includes('.')) {
    ADDRESS.lastIndex = 0;
    for (let hit = ADDRESS.exec(text); hit !== null; hit = ADDRESS.exec(text)) {
      const address = trimmed(text, hit[0], hit.index);
      if (address !== undefined) found.push(address);
    }
  }
  if (paths !== undefined) {
    for (const { 0: path, index: start } of text.matchAll(paths)) {
      const end = start + path.length;
      if (!found.some((one) => start < one.end && end > one.start)) {
        found.push({ href: path.startsWith('/') ? path : `/${path}`, start, end });
      }
    }
  }
  return found;
}

const REST = '[^\\s<>"«»“”\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,62})\\.';
const ADDRESS = new RegExp(
  // A bare host is ASCII: elsewhere `word.word` is a missing space more often than a site.
  `https?://${REST}{1,2048}|(?<![\\p{L}\\p{N}@_./\\\\-])(?:${LABEL}){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9](?![\\p{L}\\p{M}\\p{N}_@-]|\\.[\\p{L}\\p{N}])(?:[/?#]${REST}{0,2048})?`,
  'giu',
);

/** What a sentence puts behind an address, and what cuts one off. */
const TAIL = /[.,;:!?'’…،؛؟*|\])}]+$/u;

function trimmed(text: string, raw: string, start: number): FoundAddress | undefined {
  const tail = TAIL.exec(raw)?.[0] ?? '';
  const kept = raw.slice(0, raw.length - tail.length);
  const isWhole = !/…|\.\./.test(tail) && !/^(?:…|\.\.)/.test(text.slice(start + raw.length, start + raw.length + 2));
  const end = start + kept.length + closing(kept, tail);
  const href = text.slice(start, end);
  const full = /^https?:\/\//i.test(href) ? href : `https://${href}`;
  if (isWhole) return { href: full, start, end };
  const host = /^https?:\/\/[^/?#\\@]+(?=[/?#])/i.exec(full)?.[0];
  return host === undefined ? undefined : { href: `${host}/`, start, end };
}

/** `https://a.example/b_(c)` ends with its own bracket. */
function closing(kept: string, tail: string): number {
  return tail.startsWith(')') && kept.lastIndexOf('(') > kept.lastIndexOf(')') ? 1 : 0;
}
