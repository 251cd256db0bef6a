import { posts } from './data.js';
import { h } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';

const column = h('main', { class: 'column' });
const account = h('a', { href: '/mastodon.social/@sample_desk' }, '@sample_desk@mastodon.social');
const frame = h('div', {}, h('aside', {}, h('nav', {}, account)), column);

/** A virtual scroller: what is far from the view is taken out and made anew when it comes back. */
function page() {
  const box = h('div', { buffer: '10' });
  return { nodes: [box], list: { box, items: posts, render: ({ html }) => markup(html), keep: 'near' } };
}

start({ mount: '#__nuxt', frame, column, page });
