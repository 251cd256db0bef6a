/** Indicators that are left out by hand: where the name is a real person’s or body’s, a mark may meet the wrong one. */

const PERSON = 'the name of a real person';
const BODY = 'the name of a real outlet or service';

const HELD: ReadonlyMap<string, string> = new Map([
  ['tiktok:igaribashvili', PERSON],
  ['tiktok:irakli4georgia', PERSON],
  ['tiktok:karapetyan_samvel', PERSON],
  ['tiktok:arman_tatoyan', PERSON],
  ['tiktok:mesrop_papik', PERSON],
  ['tiktok:sawtuhaftar', PERSON],
  ['youtube:sawtuhaftar', PERSON],
  ['telegram:sanduofficial', PERSON],
  ['telegram:poroshenkopa', PERSON],
  ['telegram:letinhlee', PERSON],
  ['x:tonmoybuet', PERSON],
  ['x:yamoahfestus', PERSON],
  ['youtube:do_rzeczy', BODY],
  ['tiktok:do.rzeczy', BODY],
  ['news360.com', BODY],
]);

/** @param name host, or network and name in lower case: `x:name` */
export function heldBack(name: string): string | undefined {
  return HELD.get(name);
}

/**
 * Spamouflage took over accounts of others, its report says. A name without a number, which networks give to
 * whoever has chosen none, may be its first owner’s own.
 */
export function mayBeFirstOwners(known: string | undefined, handle: string): boolean {
  return known === 'Spamouflage' && !/\d/.test(handle);
}
