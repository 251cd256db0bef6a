import { h } from './dom.js';

/** Ages follow from the ids, so that the page looks the same on every day. */
export function timeElement({ id }) {
  const hours = Number((1890000000000240000n - BigInt(id)) / 1000n) % 23;
  const datetime = new Date(Date.UTC(2026, 0, 3, 23 - Math.max(0, hours))).toISOString();
  return h('time', { datetime }, `${Math.max(1, hours + 1)}h`);
}

export function dot() {
  return h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'dot' }, h('span', {}, '·'));
}

export function textElement(children, lang) {
  const attributes = { dir: 'auto', lang, class: 'text', 'data-testid': 'tweetText' };
  return h('div', {}, h('div', attributes, children));
}
