import { authors } from './data.js';
import { h } from './dom.js';
import { icon, initialsPicture } from './icons.js';
import { word } from './settings.js';

const byHandle = new Map(authors.map((author) => [author.handle.toLowerCase(), author]));

/** An account, made up where the data has none (only its handle is known then). */
export function authorOf(handle) {
  const known = byHandle.get(handle.toLowerCase());
  return known ?? { handle, name: handle, id: '9000000000000000999', bio: '' };
}

/** `linked: false` as in a quoted post: the same boxes, no anchor. */
export function avatar(author, size, { linked = true } = {}) {
  const src = initialsPicture(author);
  const face = h(
    'div',
    { class: 'face' },
    h('div', { 'aria-label': author.name, class: 'face-image', style: `background-image: url("${src}")` }),
    h('img', { alt: '', draggable: 'true', src, class: 'face-source' }),
  );
  const link = linked
    ? h('a', { href: `/${author.handle}`, 'aria-hidden': 'true', role: 'link', tabindex: '-1' }, face)
    : h('div', { 'aria-hidden': 'true', role: 'presentation', tabindex: '-1' }, face);
  const container = {
    'data-testid': `UserAvatar-Container-${author.handle}`,
    style: `width: ${size}px; height: ${size}px;`,
  };
  return h('div', {}, h('div', container, h('div', {}, h('div', {}, link))));
}

/** The two-part name: display name (with its badge), then handle, both links unless quoted. */
export function nameParts(author, { linked = true } = {}) {
  const outer = linked ? 'a' : 'div';
  const link = linked ? { href: `/${author.handle}`, role: 'link' } : {};
  const name = h(
    outer,
    { ...link, class: 'name' },
    h(
      'div',
      { class: 'name-row' },
      h('div', { dir: 'ltr', class: 'name-text' }, h('span', {}, h('span', {}, author.name))),
      h('div', { dir: 'ltr', class: 'badge' }, h('span', {}, author.verified ? verified() : null)),
    ),
  );
  const handle = h(
    outer,
    { ...link, tabindex: '-1', class: 'handle' },
    h('div', { dir: 'ltr' }, h('span', {}, `@${author.handle}`)),
  );
  return [
    h('div', { class: 'name-box' }, h('div', {}, name)),
    h('div', { class: 'handle-box' }, h('div', { class: 'handle-row' }, h('div', {}, handle))),
  ];
}

export function verified() {
  return icon('verified', {
    'aria-label': 'Verified account',
    'aria-hidden': 'false',
    role: 'img',
    'data-testid': 'icon-verified',
  });
}

/** The button whose test id is the one place in a list where the numeric id shows. */
export function followButton({ id, handle }) {
  return h(
    'button',
    {
      'aria-label': `${word.follow} @${handle}`,
      role: 'button',
      'data-testid': `${id}-follow`,
      type: 'button',
      class: 'follow',
    },
    h('div', { dir: 'ltr' }, h('span', {}, h('span', {}, word.follow))),
  );
}

/** A row of an account, as in "Who to follow". The row itself is a button, on the real site too. */
export function userCell(author) {
  return h(
    'button',
    { 'data-testid': 'UserCell', role: 'button', type: 'button', class: 'cell' },
    h(
      'div',
      { class: 'cell-row' },
      avatar(author, 40),
      h('div', { class: 'cell-names' }, h('div', {}, nameParts(author))),
      followButton(author),
    ),
  );
}
