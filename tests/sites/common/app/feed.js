import { authors, posts } from './data.js';
import { fill, h, ownChildren } from './dom.js';
import { virtualList } from './virtual-list.js';

const parameters = new URLSearchParams(location.search);

/** theme=dark · dir=rtl · lang=fa · ticks=MS between live counter changes (0: none) */
export const settings = {
  dark: parameters.get('theme') === 'dark',
  rtl: parameters.get('dir') === 'rtl',
  lang: parameters.get('lang') ?? 'en',
  ticks: Number(parameters.get('ticks') ?? 1000),
};

/** The English or the Persian word. */
export function t(en, fa) {
  return settings.lang === 'fa' ? fa : en;
}

const byHandle = new Map(authors.map((author) => [author.handle, author]));

export function authorOf(handle) {
  return byHandle.get(handle) ?? { handle, name: handle, bio: '' };
}

export function postsOf(handle) {
  return posts.filter((post) => post.author === handle);
}

/**
 * Runs a network's sample: `page(segments, url)` gives what stands at an address: `{ nodes, list }`, where
 * `list` is `{ box, items, render(post, opened), keep }` or nothing. `frame` is made once and holds `column`.
 * Buttons of the classes `does-more` and `does-translate` set `opened.more` and `opened.translated`.
 */
export function start({ mount, frame, column, page }) {
  const opened = new Map();
  let current = new AbortController();
  let shown;

  function show() {
    current.abort();
    current = new AbortController();
    opened.clear();
    const url = new URL(location.href);
    const { nodes, list } = page(url.pathname.split('/').filter(Boolean).map(decodeURIComponent), url);
    fill(column, ...nodes);
    const render = (item) => list.render(item, opened.get(item) ?? {});
    shown = list && { ...list, feed: virtualList({ ...list, render, signal: current.signal }) };
  }

  /** "More" and "See translation" change the post in the nodes that are there. */
  function change(target) {
    const index = shown.feed.indexOf(target);
    const what = target.matches('.does-more') ? 'more' : 'translated';
    opened.set(shown.items[index], { ...opened.get(shown.items[index]), [what]: true });
    shown.feed.refresh(index);
  }

  function onClick(event) {
    const what = event.target.closest('.does-more, .does-translate');
    if (what) return change(what);
    const link = event.target.closest('a[href]');
    if (!link) return;
    event.preventDefault();
    const url = new URL(link.href);
    if (url.origin !== location.origin) return;
    history.pushState(null, '', url);
    window.scrollTo(0, 0);
    show();
  }

  look();
  document.querySelector(mount).append(h('div', {}, frame));
  document.addEventListener('click', onClick);
  document.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('popstate', show);
  if (settings.ticks) setInterval(tick, settings.ticks);
  show();
}

function look() {
  const root = document.documentElement;
  root.dir = settings.rtl ? 'rtl' : 'ltr';
  root.lang = settings.lang;
  root.style.colorScheme = settings.dark ? 'dark' : 'light';
  root.classList.toggle('is-dark', settings.dark);
}

function tick() {
  for (const element of document.querySelectorAll('.live-count')) {
    const text = ownChildren(element)[0];
    text.data = String(Number(text.data) + 1);
  }
}
