import { authorOf, avatar, nameParts } from './author.js';
import { h } from './dom.js';
import { landscapePicture } from './icons.js';
import { dot, textElement, timeElement } from './post-parts.js';
import { word } from './settings.js';
import { richText, shortLink } from './text.js';

export function photo({ id, author }) {
  const src = landscapePicture(Number(BigInt(id) % 9973n));
  return h(
    'a',
    { href: `/${author}/status/${id}/photo/1`, role: 'link', class: 'photo' },
    h(
      'div',
      { 'aria-label': 'Image', 'data-testid': 'tweetPhoto' },
      h('img', { alt: 'Image', draggable: 'true', src }),
    ),
  );
}

export function linkCard({ domain, title }) {
  const target = `https://${domain}/`;
  const image = h('div', { class: 'card-image' }, h('img', { alt: '', src: landscapePicture(190) }));
  const label = h('div', { class: 'card-title' }, h('div', { dir: 'ltr' }, h('span', {}, title)));
  return h(
    'div',
    { 'data-testid': 'card.wrapper', class: 'card' },
    h(
      'div',
      { 'data-testid': 'card.layoutLarge.media' },
      shortLink(target, [image, label], { 'aria-label': `${domain} ${title}`, class: 'card-link' }),
    ),
    shortLink(target, h('span', {}, `${word.from} ${domain}`), { class: 'card-source' }),
  );
}

/** No anchor anywhere: the whole box is a link by role, and the handle is text. */
export function quote({ id, author: handle, lang, text }) {
  const author = authorOf(handle);
  const names = h(
    'div',
    { class: 'names', 'data-testid': 'User-Name' },
    nameParts(author, { linked: false }),
    dot(),
    h('div', { dir: 'ltr', class: 'time' }, timeElement({ id })),
  );
  const face = h('div', { 'data-testid': 'Tweet-User-Avatar' }, avatar(author, 24, { linked: false }));
  return h(
    'div',
    { class: 'quote-box' },
    h('div', { dir: 'ltr', class: 'unseen' }, h('span', {}, word.quote)),
    h(
      'div',
      { tabindex: '0', role: 'link', class: 'quote', 'data-to': `/${handle}/status/${id}` },
      h('div', { class: 'quote-head' }, face, names),
      h('div', {}, textElement(richText(text), lang)),
    ),
  );
}
