import { clients, posts } from './data.js';
import { fill, h } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';

const client = clients[location.pathname.split('/')[1]] ?? clients.k;
const frame = markup(client.frame);
const column = h('div', { class: 'column' });
frame.querySelector(client.list).append(column);
const titles = {
  '#@sample_digest': 'Sample digest',
  '#@sample_channel': 'Sample Channel',
  '#-123457': 'Sample, renamed',
  '#-1000000123457': 'Sample, renamed',
};

/** The chat changes with the part after `#`; the header keeps its element and gets another text. */
function page(_segments, { hash }) {
  fill(frame.querySelector(client.header), document.createTextNode(titles[hash] ?? 'Sample digest'));
  if (hash !== '#@sample_digest' && hash !== '') return { nodes: [] };
  const box = h('div', {});
  const render = ({ id }) => markup(client.html[id]);
  return { nodes: [box], list: { box, items: posts, render, keep: 'near' } };
}

start({ mount: '#root', frame, column, page });
