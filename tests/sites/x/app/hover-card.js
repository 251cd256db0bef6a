import { authorOf, avatar, followButton, nameParts } from './author.js';
import { fill, h } from './dom.js';
import { richText } from './text.js';

const authorLink = '[data-testid="User-Name"] a[role="link"], [data-testid="Tweet-User-Avatar"] a';

/** Shows an author's card in the layers when the pointer rests on a link to the author. */
export function watchHover(layers) {
  let opening;
  let closing;
  document.addEventListener('mouseover', ({ target }) => {
    if (target.closest('[data-testid="HoverCard"]')) return clearTimeout(closing);
    const link = target.closest(authorLink);
    if (!link || link.getAttribute('href').includes('/status/')) return;
    clearTimeout(closing);
    clearTimeout(opening);
    opening = setTimeout(() => show(layers, link), 350);
  });
  document.addEventListener('mouseout', ({ target }) => {
    if (!target.closest(`${authorLink}, [data-testid="HoverCard"]`)) return;
    clearTimeout(opening);
    clearTimeout(closing);
    closing = setTimeout(() => fill(layers), 300);
  });
}

function show(layers, link) {
  if (!link.isConnected) return;
  const author = authorOf(link.getAttribute('href').slice(1));
  const { left, right, bottom } = link.getBoundingClientRect();
  const start = document.dir === 'rtl' ? right - 300 : left;
  const style = `left: ${Math.max(8, start)}px; top: ${bottom + 6}px`;
  fill(layers, h('div', { class: 'layer', style }, card(author)));
}

function card(author) {
  return h(
    'div',
    { 'data-testid': 'HoverCard', class: 'hover-card' },
    h('div', { class: 'hover-top' }, avatar(author, 60), followButton(author)),
    h('div', { class: 'hover-names' }, nameParts(author)),
    h('div', { dir: 'auto', class: 'text' }, richText(author.bio)),
  );
}
