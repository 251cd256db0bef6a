import { authors, posts } from './data.js';
import { h, insert, ownChildren } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';
import { virtualList } from './virtual-list.js';

const column = h('div', {});
const screens = h('div', { class: 'column' });
const composer = h('div', { contenteditable: 'true', class: 'ProseMirror', role: 'textbox' }, '#We_Are_Qassem');
const frame = h(
  'div',
  {},
  h('div', { 'data-testid': 'composer' }, composer),
  h('main', { role: 'main' }, screens, column),
);
const known = new Map();

function screenAt(path) {
  const author = authors.find(({ handle }) => path === `/profile/${handle}`);
  if (author) return h('div', { 'data-testid': 'profileScreen' }, markup(author.html));
  const box = h('div', { 'data-testid': 'customFeedPage-feed-flatlist' });
  const { signal } = new AbortController();
  virtualList({ box, items: posts, render: ({ html }) => markup(html), keep: 'all', signal });
  return h('div', { 'data-testid': 'HomeScreen' }, box);
}

/** The screens of the navigation stack stay where they are, and are hidden. */
function page(_segments, { pathname }) {
  if (!known.has(pathname)) {
    known.set(pathname, screenAt(pathname));
    insert(screens, known.get(pathname));
  }
  for (const screen of ownChildren(screens)) screen.style.display = screen === known.get(pathname) ? '' : 'none';
  return { nodes: [] };
}

start({ mount: '#root', frame, column, page });
