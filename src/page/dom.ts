/**
 * Reading nodes through the prototypes' own getters: a page can hang `<input name="parentNode">` into a
 * form, and in Chromium that value, not the parent, is what `form.parentNode` then gives to content scripts.
 */
function getter<T, R>(prototype: T, name: keyof T & string): (this: T) => R {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => R;
}

const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
const connected = getter<Node, boolean>(Node.prototype, 'isConnected');
const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
const localName = getter<Element, string>(Element.prototype, 'localName');
const textContent = getter<Node, string | null>(Node.prototype, 'textContent');

// Each is a function of its own, with nothing made anew: engines then call the getter without a detour.

export function parentOf(node: Node): Node | null {
  return parentNode.call(node);
}

export function isConnected(node: Node): boolean {
  return connected.call(node);
}

export function textOf(node: Node): string | null {
  return textContent.call(node);
}

export function isText(node: Node): node is Text {
  return nodeType.call(node) === TEXT_NODE;
}

export function isElement(node: Node): node is Element {
  return nodeType.call(node) === ELEMENT_NODE;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** As a type selector compares it, in HTML and in XHTML: lower case for HTML's own. */
export function tagOf(element: Element): string {
  return localName.call(element);
}

const { closest, matches, querySelector, querySelectorAll, getAttribute, insertAdjacentElement } = Element.prototype;
const { contains, getRootNode } = Node.prototype;

export function closestOf(element: Element, selector: string): Element | null {
  return closest.call(element, selector);
}

export function matchesOf(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

export function findOne(root: Element, selector: string): Element | null {
  return querySelector.call(root, selector);
}

export function findAll(root: Element, selector: string): NodeListOf<Element> {
  return querySelectorAll.call(root, selector);
}

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function holds(outer: Node, inner: Node): boolean {
  return contains.call(outer, inner);
}

export function insertAfter(element: Element, added: Element): void {
  insertAdjacentElement.call(element, 'afterend', added);
}

export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}

/** The element itself, or the one that a text node stands in. */
export function elementOf(node: Node): Element | null {
  if (node instanceof Element) return node;
  const parent = parentOf(node);
  return parent instanceof Element ? parent : null;
}

/** The element around another one; around an open shadow root, its host. */
export function elementAbove(element: Element): Element | null {
  const parent = parentOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** As `closest`, out of open shadow roots too. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at !== null; ) {
    const found = closestOf(at, selector);
    if (found !== null) return found;
    const root: Node = rootOf(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The open shadow roots of custom elements, at an element and below. */
export function openRootsIn(element: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const one of [element, ...findAll(element, '*')]) {
    if (tagOf(one).includes('-') && one.shadowRoot) roots.push(one.shadowRoot);
  }
  return roots;
}
