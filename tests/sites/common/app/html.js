import { h } from './dom.js';

/**
 * Elements as they are written in a page: html`<a href="${address}">${child}</a>`. What is put in may be text,
 * an element, a list of both or nothing. Line breaks between elements are not part of the page.
 */
export function html(strings, ...values) {
  const template = document.createElement('template');
  let markup = strings[0];
  for (const [at, value] of values.entries()) {
    const inAttribute = /=\s*"[^"<>]*$/.test(markup);
    markup += (inAttribute ? escaped(value) : `<!--${at}-->`) + strings[at + 1];
  }
  template.innerHTML = markup.trim();
  const nodes = [...template.content.childNodes].map((node) => built(node, values));
  return nodes.length === 1 ? nodes[0] : nodes;
}

function built(node, values) {
  if (node instanceof Comment) return values[Number(node.data)];
  if (node instanceof Text) return /^\s*\n\s*$/.test(node.data) ? null : node.data;
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const children = [...node.childNodes].map((child) => built(child, values));
  return h(node.localName, attributes, ...children.flat(Number.POSITIVE_INFINITY));
}

function escaped(value) {
  return String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
