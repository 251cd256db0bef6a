import fc from 'fast-check';

/** Of 1 for `npm test`; `FUZZ_RUNS=100` tries a hundred times as many cases. */
const TIMES = Number(process.env.FUZZ_RUNS ?? 1);

/** Cases of one property, and as long as they take. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * TIMES) };
}

/** Milliseconds that a test may take: as many as its cases need on a busy machine. */
export const WITHIN: number = 60_000 * Math.max(1, TIMES);

/** Signs, marks, invisible and one-of-a-kind characters, names that every object has, ends of surrogate pairs. */
const ODD = fc.constantFrom(
  ...'# ＃ @ ＠ . / : ? & = % _ - \\ " \' < > { } [ ] ( ) , ; \n \r \t'.split(' '),
  ...['\u0000', '\u001b', '\u0085', '\u00a0', '\u00ad', '\u061c', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f'],
  ...['\u202a', '\u202e', '\u2066', '\u2069', '\u2028', '\ufeff', '\ufe0f', '\u0301', '\u0640', '\ud800', '\udc00'],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'https://',
    'x.com',
    't.me',
    '@a',
    '#a',
    'قاسم',
    '𝒳',
    '👍🏽',
  ],
);

/** Text as nobody writes it: odd pieces, plain letters, any code units. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(ODD, fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

/** Any JSON value, with the members that prototypes have among its names. */
export const hostileJson: fc.Arbitrary<unknown> = fc
  .json({ maxDepth: 3, stringUnit: 'binary' })
  .chain((text) => fc.constantFrom(text, `{"__proto__":{"polluted":true},"constructor":${text}}`))
  .map((text) => JSON.parse(text) as unknown);

interface Holder {
  [name: string]: unknown;
}

/**
 * A good value with one to three of its members changed: taken out, doubled, of another type, with odd text in it.
 * @param good whatever JSON can say
 */
export function damaged(good: unknown): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.nat(), fc.nat(5), fc.oneof(hostileJson, hostileText));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(good);
    for (const [at, how, value] of changes) damage(copy, at, how, value);
    return copy;
  });
}

function damage(root: unknown, at: number, how: number, value: unknown): void {
  const places = placesIn(root);
  const [holder, name] = places[at % places.length] ?? [];
  if (holder === undefined || name === undefined) return;
  if (how === 0) delete holder[name];
  // Not of a row, whose members JSON cannot name: one called `constructor` would break the runner's own loops.
  else if (how === 1 && !Array.isArray(holder)) put(holder, wordsOf(value).slice(0, 12), holder[name]);
  else if (how === 2 && Array.isArray(holder)) holder.push(holder[name], holder[name]);
  else if (how === 3 && typeof holder[name] === 'string') holder[name] = `${holder[name]}${wordsOf(value)}`;
  else if (how === 4 && typeof holder[name] === 'number') holder[name] = -holder[name];
  else put(holder, name, value);
}

/** As JSON does, whatever the name: `__proto__` is a name like others there. */
function put(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** What JSON gives may have a `toString` of its own that is no function. */
function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function placesIn(root: unknown): [Holder, string][] {
  if (typeof root !== 'object' || root === null) return [];
  const holder = root as Holder;
  return Object.keys(holder).flatMap((name): [Holder, string][] => [[holder, name], ...placesIn(holder[name])]);
}

/** Good bytes with some of them turned, cut off, repeated or added. */
export function damagedBytes(good: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const change = fc.tuple(fc.nat(), fc.nat(4), fc.nat(255));
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = Uint8Array.from(good);
    for (const [place, how, value] of changes) {
      const at = bytes.length === 0 ? 0 : place % bytes.length;
      if (how <= 1) bytes[at] = value;
      else if (how === 2) bytes = bytes.slice(0, at);
      else if (how === 3) bytes = Uint8Array.from([...bytes.slice(0, at), value, ...bytes.slice(at)]);
      else bytes.set(bytes.slice(0, Math.min(8, bytes.length - at)), at);
    }
    return bytes;
  });
}

/** Whether anything has reached a prototype that all objects share. */
export function isPolluted(): boolean {
  return 'polluted' in {} || 'polluted' in [] || 'polluted' in (() => null);
}

/** What can make text on the screen read as something else; the list's own rule, told once more. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
}

/** The texts of an accepted value that no screen should show. */
export function unsafeIn(value: unknown): string[] {
  return textsIn(value).filter((text) => UNSAFE.test(text));
}
