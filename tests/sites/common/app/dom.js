// Builds and updates elements as a rendering library does: it knows the nodes that it made itself
// and no others. What an extension adds is left where it is, and an extension that moves or
// removes one of our nodes makes the next update throw, as it would on the real site.

/** @type {WeakMap<Element, { attributes: string[], children: Node[] }>} */
const own = new WeakMap();

const svg = 'http://www.w3.org/2000/svg';
const drawn = new Set(['svg', 'path', 'circle']);

/** Makes an element; `null` and `false` children are left out, strings become text. */
export function h(tag, attributes = {}, ...children) {
  const element = drawn.has(tag) ? document.createElementNS(svg, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const nodes = children
    .flat(3)
    .filter((child) => child !== null && child !== false && child !== undefined)
    .map((child) => (child instanceof Node ? child : document.createTextNode(child)));
  for (const node of nodes) element.appendChild(node);
  own.set(element, { attributes: Object.keys(attributes), children: nodes });
  return element;
}

/** The nodes that this page put into `element`. */
export function ownChildren(element) {
  return own.get(element).children;
}

/** Adds a child before another own one, or after the last of them. */
export function insert(element, child, before) {
  const { children } = own.get(element);
  element.insertBefore(child, before ?? children.at(-1)?.nextSibling ?? null);
  children.splice(before ? children.indexOf(before) : children.length, 0, child);
}

/** Takes out a child of its own, with whatever others have put into that. */
export function remove(element, child) {
  const { children } = own.get(element);
  children.splice(children.indexOf(child), 1);
  element.removeChild(child);
}

/** Replaces everything this page put into `element`. */
export function fill(element, ...nodes) {
  const mine = own.get(element);
  for (const child of mine.children) element.removeChild(child);
  mine.children = [];
  for (const node of nodes) insert(element, node);
}

/** Makes `element` equal to `next` in place, re-using its nodes: what recycling does to a page. */
export function update(element, next) {
  const mine = own.get(element);
  const theirs = own.get(next);
  for (const name of mine.attributes) {
    if (!theirs.attributes.includes(name)) element.removeAttribute(name);
  }
  for (const name of theirs.attributes) {
    // Written even where equal: this is how class names that others added get lost.
    element.setAttribute(name, next.getAttribute(name));
  }
  mine.attributes = theirs.attributes;
  updateChildren(element, mine, theirs.children);
}

function updateChildren(element, mine, wanted) {
  const result = [];
  for (let index = 0; index < Math.max(mine.children.length, wanted.length); index++) {
    const old = mine.children[index];
    const next = wanted[index];
    if (!next) element.removeChild(old);
    else if (!old) element.insertBefore(next, result.at(-1)?.nextSibling ?? null);
    else if (old.nodeName !== next.nodeName) element.replaceChild(next, old);
    else if (old instanceof Text) old.data = next.data;
    else update(old, next);
    if (next) result.push(old && old.nodeName === next.nodeName ? old : next);
  }
  mine.children = result;
}
