/**
 * What happy-dom lacks of a browser's page, as far as our code can tell. For tests with
 * `// @vitest-environment happy-dom`; there is no layout: every width is 0 and every element flows in a block.
 */

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

export interface WrittenPost {
  handle: string;
  name?: string;
  html: string;
  id?: string;
  repostedBy?: string;
  /** A quoted post, without anchors as on the real site. */
  quote?: { handle: string; name?: string; html: string; avatar?: string | null };
}

/** A post with the structure that X has (facts/platforms.md §2.1). `html` is markup, as trusted as the test. */
export function postHtml({ handle, name = handle, html, id = '20', repostedBy, quote }: WrittenPost): string {
  return `<article data-testid="tweet" role="article">
    ${repostedBy ? `<a href="/${repostedBy}" role="link"><span data-testid="socialContext">${repostedBy} reposted</span></a>` : ''}
    <div data-testid="UserAvatar-Container-${handle}"><a href="/${handle}" role="link"><img alt=""></a></div>
    <div data-testid="User-Name">
      <div><a href="/${handle}" role="link"><span>${name}</span></a></div>
      <div><a href="/${handle}" role="link" tabindex="-1"><span>@${handle}</span></a>
        <a href="/${handle}/status/${id}" role="link"><time>2h</time></a></div>
    </div>
    <div data-testid="tweetText">${html}</div>
    ${quote ? quoteHtml(quote) : ''}
    <button data-testid="reply">1</button>
  </article>`;
}

function quoteHtml({ handle, name = handle, html, avatar = handle }: NonNullable<WrittenPost['quote']>): string {
  return `<div><span>Quote</span><div role="link" tabindex="0">
    ${avatar === null ? '' : `<div data-testid="UserAvatar-Container-${avatar}"></div>`}
    <div data-testid="User-Name"><div><span><span>${name}</span></span></div>
      <div tabindex="-1"><div><span>@${handle}</span></div></div></div>
    <div data-testid="tweetText">${html}</div>
  </div></div>`;
}

export function link(href: string, text: string): string {
  return `<a href="${href}" role="link">${text}</a>`;
}

/** A hashtag or mention as the site links them in a post. */
export const tagLink = (tag: string): string =>
  link(`/hashtag/${encodeURIComponent(tag)}?src=hashtag_click`, `#${tag}`);
export const mentionLink = (handle: string): string => `<div><span>${link(`/${handle}`, `@${handle}`)}</span></div>`;

export function rowHtml(handle: string, id: string, { name = handle, bio = '' } = {}): string {
  return `<button data-testid="UserCell" role="button">
    <div data-testid="UserAvatar-Container-${handle}"><a href="/${handle}" role="link"></a></div>
    <a href="/${handle}" role="link"><span>${name}</span></a>
    <a href="/${handle}" role="link" tabindex="-1"><span>@${handle}</span></a>
    <button data-testid="${id}-follow"><span>Follow</span></button>
    <div>${bio}</div>
  </button>`;
}
