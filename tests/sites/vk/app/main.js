import { authors, frameHtml, posts } from './data.js';
import { h } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';

const frame = markup(frameHtml);
const column = h('div', { class: 'column' });
frame.querySelector('#page_body').append(column);

/** Rows far from the view are taken out, and put to use for others. */
function page([name]) {
  const author = authors.find(({ handle }) => handle === name);
  if (author) return { nodes: [markup(author.html)] };
  const box = h('div', { id: 'feed_rows', class: 'feed_rows' });
  return { nodes: [box], list: { box, items: posts, render: ({ html }) => markup(html), keep: 'recycled' } };
}

start({ mount: '#root', frame, column, page });
