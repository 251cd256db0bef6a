import { authorOf } from './author.js';
import { posts } from './data.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { postElement } from './post.js';
import { profileHeader } from './profile.js';
import { word } from './settings.js';
import { searchBox } from './sidebar.js';
import { timeline } from './timeline.js';

const reserved = new Set(['explore', 'notifications', 'messages', 'settings', 'i', 'login']);

/** What stands in the main column at an address: its title and its nodes. */
export function pageAt({ pathname, searchParams }, signal) {
  const [first = 'home', second, third] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (first === 'home') return home(signal);
  if (first === 'hashtag') return found(`#${second}`, signal);
  if (first === 'search') return found(searchParams.get('q') ?? '', signal);
  if (reserved.has(first)) return page(word.empty, [h('p', { class: 'empty' }, word.empty)]);
  if (second === 'status') return conversation(third, signal);
  return profile(first, signal);
}

function home(signal) {
  const tabs = h(
    'div',
    { role: 'tablist', class: 'tabs' },
    h('div', { role: 'tab', 'aria-selected': 'true' }, h('span', {}, word.forYou)),
    h('div', { role: 'tab', 'aria-selected': 'false' }, h('span', {}, word.following)),
  );
  return { title: word.home, nodes: [tabs, composer(), list(posts, 'Your Home Timeline', signal)] };
}

function profile(handle, signal) {
  const author = authorOf(handle);
  const theirs = posts.filter((post) => post.author === author.handle || post.repostedBy === author.handle);
  return page(author.name, [profileHeader(author), list(theirs, `${author.name}’s posts`, signal)]);
}

function found(query, signal) {
  const wanted = query.toLowerCase();
  const hits = posts.filter((post) => `${post.text} ${post.rest ?? ''}`.toLowerCase().includes(wanted));
  const box = h('form', { role: 'search', class: 'search' }, searchBox(query));
  return page(word.search, [box, list(hits, 'Search timeline', signal)]);
}

function conversation(id, signal) {
  const index = Math.max(
    0,
    posts.findIndex((post) => post.id === id),
  );
  const thread = posts.slice(index, index + 8);
  return page(word.post, [list(thread, 'Conversation', signal, { opened: true })]);
}

function list(items, label, signal, options) {
  return timeline(items, label, (post) => h('div', { class: 'row' }, postElement(post, options)), signal);
}

function page(title, nodes) {
  const back = h(
    'button',
    { 'aria-label': 'Back', role: 'button', 'data-testid': 'app-bar-back', type: 'button' },
    icon('back'),
  );
  const bar = h('div', { class: 'bar' }, back, h('h2', { dir: 'ltr', role: 'heading' }, h('span', {}, title)));
  return { title, nodes: [bar, ...nodes] };
}

/** A draft in the editor: tags and names that the reader is typing, which nothing may touch. */
function composer() {
  const text = h('span', { 'data-text': 'true' }, 'Draft: what does @PressTV say of #QassemSoleimani');
  const editor = {
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Post text',
    'data-testid': 'tweetTextarea_0',
    class: 'editor',
  };
  return h('div', { class: 'composer' }, h('div', editor, h('div', {}, h('div', {}, h('span', {}, text)))));
}
