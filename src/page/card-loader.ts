import type { Card } from './card.ts';

/** Where the card's script leaves its class. Content scripts of one extension share a world of their own. */
const SLOT = Symbol.for('statemark.card');
type Shared = { [SLOT]?: typeof Card };

export function provideCard(card: typeof Card): void {
  (globalThis as Shared)[SLOT] = card;
}

/**
 * The card is read by few and weighs as much as the rest: it comes into the page when a chip is first opened.
 * @param inject asks the background to run the card's script here
 */
export async function loadCard(inject: () => Promise<unknown>): Promise<typeof Card> {
  if ((globalThis as Shared)[SLOT] === undefined) await inject();
  const card = (globalThis as Shared)[SLOT];
  if (card === undefined) throw new Error('the card was not loaded');
  return card;
}
