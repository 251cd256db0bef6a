import { type ComponentChild, render } from 'preact';
import { direction, language, type TextKey, t } from '../text.ts';

/** Puts a page of the extension on screen, in the language and direction of its texts. */
export function mount(title: TextKey, page: ComponentChild): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t(title);
  const root = document.getElementById('root');
  if (root) render(page, root);
}
