import type { Card } from './card.ts';

/** Where the card's script leaves the way to make one. Content scripts of one extension share a world of their own. */
const SLOT = Symbol.for('statemark.card');
type Shared = { [SLOT]?: () => Card };

export function provideCard(make: () => Card): void {
  (globalThis as Shared)[SLOT] = make;
}

/**
 * The card is read by few and weighs as much as the rest: it comes into the page when a chip is first opened.
 * @param inject asks the background to run the card's script here
 */
export async function loadCard(inject: () => Promise<unknown>): Promise<Card> {
  if ((globalThis as Shared)[SLOT] === undefined) await inject();
  const card = (globalThis as Shared)[SLOT]?.();
  if (card === undefined) throw new Error('the card was not loaded');
  return card;
}
