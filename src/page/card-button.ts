import { el } from './shadow.ts';

/** Only the reader's own press counts, never one that the page made up. */
export function button(words: string, onPress: () => void): HTMLElement {
  const made = el('button', { type: 'button' }, words);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return made;
}
