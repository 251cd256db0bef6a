import { authorOf, userCell } from './author.js';
import { h } from './dom.js';
import { word } from './settings.js';

const trends = [
  ['#قاسم_سلیمانی', '12.4K'],
  ['#trains', '2,310'],
  ['#We_Are_Qassem', '1,108'],
  ['#hero', '8,754'],
  ['#صبح_بخیر', '3,020'],
];
const suggested = ['PressTV', 'khamenei_ir', 'PressTVfan'];

export function sidebar() {
  return h(
    'div',
    { 'data-testid': 'sidebarColumn', class: 'sidebar' },
    h('form', { role: 'search', class: 'search' }, searchBox('#Hero')),
    box(word.trends, 'trends', trends.map(trend)),
    box(
      word.who,
      'who',
      suggested.map((handle) => userCell(authorOf(handle))),
    ),
    box(word.note, 'note', [h('textarea', { rows: '2', 'aria-label': word.note }, '#We_Are_Qassem? ask @khamenei_ir')]),
    h('p', { class: 'sample' }, word.sample),
  );
}

export function searchBox(value) {
  const attributes = { type: 'text', 'aria-label': word.search, placeholder: word.search };
  return h('input', { ...attributes, value, 'data-testid': 'SearchBox_Search_Input', role: 'combobox' });
}

function box(title, name, children) {
  return h(
    'section',
    { role: 'region', 'aria-labelledby': `sidebar-${name}`, class: 'box' },
    h('h2', { dir: 'auto', role: 'heading', id: `sidebar-${name}` }, h('span', {}, title)),
    h(
      'div',
      {},
      children.map((child) => h('div', { 'data-testid': 'cellInnerDiv' }, h('div', {}, child))),
    ),
  );
}

/** A trend: a link by its role only. */
function trend([name, count]) {
  return h(
    'div',
    {
      role: 'link',
      tabindex: '0',
      'data-testid': 'trend',
      class: 'trend',
      'data-to': `/search?q=${encodeURIComponent(name)}`,
    },
    h(
      'div',
      {},
      h('div', { dir: 'ltr', class: 'quiet' }, h('span', {}, word.trending)),
      h('div', { dir: 'ltr', class: 'trend-name' }, h('span', {}, h('span', { dir: 'auto' }, name))),
      h('div', { dir: 'ltr', class: 'quiet' }, h('span', {}, `${count} ${word.posts}`)),
    ),
  );
}
