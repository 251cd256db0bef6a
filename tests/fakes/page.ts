/**
 * What happy-dom lacks of a browser's page, as far as our code can tell. For tests with
 * `// @vitest-environment happy-dom`; there is no layout: every width is 0 and every element flows in a block.
 */

export { link, mentionLink, postHtml, rowHtml, tagLink, type WrittenPost } from '../fixtures/x-markup.ts';

/**
 * In browsers one getter of `Node.prototype` serves every kind of node; here each kind has its own, and
 * `Node`'s knows nothing. Our code keeps the getters when it is loaded, so this file is imported first.
 */
for (const name of ['nodeName', 'textContent', 'parentNode', 'isConnected']) {
  const own = Object.getOwnPropertyDescriptor(Node.prototype, name);
  Object.defineProperty(Node.prototype, name, {
    ...own,
    get(this: Node): unknown {
      let at: object = Object.getPrototypeOf(this);
      while (at !== Node.prototype) {
        const get = Object.getOwnPropertyDescriptor(at, name)?.get;
        if (get) return get.call(this);
        at = Object.getPrototypeOf(at);
      }
      return own?.get?.call(this);
    },
  });
}

class FakeStaticRange implements StaticRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;

  constructor({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit) {
    this.startContainer = startContainer;
    this.startOffset = startOffset;
    this.endContainer = endContainer;
    this.endOffset = endOffset;
  }

  get collapsed(): boolean {
    return this.startContainer === this.endContainer && this.startOffset === this.endOffset;
  }
}

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  type = 'highlight';
}

Object.assign(globalThis, { StaticRange: FakeStaticRange, Highlight: FakeHighlight });

/** Dialogs in the top layer: shown or not, and the event that tells. */
function addPopover(): void {
  const toggled = (element: HTMLElement, newState: string): void => {
    element.toggleAttribute('data-shown', newState === 'open');
    element.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
  };
  HTMLElement.prototype.showPopover = function () {
    toggled(this, 'open');
  };
  HTMLElement.prototype.hidePopover = function () {
    toggled(this, 'closed');
  };
}

/** Call before each test: an empty page at an address. */
export function installPage(address = 'https://x.com/home'): void {
  const css = Object.create(CSS, { highlights: { value: new Map() } }) as typeof CSS;
  Object.defineProperty(globalThis, 'CSS', { value: css, configurable: true });
  addPopover();
  goTo(address);
  for (const part of [...document.documentElement.children]) {
    if (part === document.head || part === document.body) part.innerHTML = '';
    else part.remove();
  }
  hide(false);
}

/** As sites do that change their address without loading a page. */
export function goTo(address: string): void {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
}

export function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The text under each range that is underlined in the page now. */
export function underlined(): string[] {
  return highlighted()
    .filter(({ startContainer, endContainer }) => startContainer.isConnected && endContainer.isConnected)
    .map(textOf);
}

/** Every range that is registered for underlining, in the page or gone from it. */
export function highlighted(): AbstractRange[] {
  return [...((CSS.highlights as unknown as Map<string, Set<AbstractRange>>).get('statemark') ?? [])];
}

export function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

/** Every chip in the page, in its order. */
export function chips(root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('statemark-chip')];
}
