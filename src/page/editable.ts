import { matchesOf } from './dom.ts';

/** Asked of attributes: `isContentEditable` has the browser work out styles, and this is asked all the time. */
const WRITTEN_IN = '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]';

/** Whether somebody may be writing the page itself: what we put into it would become a part of what is written. */
export function isWhollyEditable(): boolean {
  if (document.designMode === 'on') return true;
  return [document.documentElement, document.body].some((one) => one instanceof Element && matchesOf(one, WRITTEN_IN));
}
