import { h } from './dom.js';

/**
 * Markup that the server wrote, as elements of this page's own: it can be updated and recycled like any other.
 * `x-p` is a `p` that holds what a parser would not leave within one, but a rendering library does.
 */
export function markup(html) {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  return own(template.content.firstElementChild);
}

function own(node) {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.data : null;
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return h(node.localName.replace(/^x-p$/, 'p'), attributes, ...[...node.childNodes].map(own));
}
