import { runCounters } from './counters.js';
import { posts } from './data.js';
import { fill, h, update } from './dom.js';
import { watchHover } from './hover-card.js';
import { icon } from './icons.js';
import { pageAt } from './pages.js';
import { applySettings, word } from './settings.js';
import { sidebar } from './sidebar.js';
import { richText } from './text.js';

const column = h('div', { 'data-testid': 'primaryColumn', class: 'primary' });
const layers = h('div', { id: 'layers' });
let current = new AbortController();

function frame() {
  const link = (href, name) =>
    h('a', { href, role: 'link', 'aria-label': word[name], class: 'nav-link' }, icon(name), h('span', {}, word[name]));
  const nav = h(
    'nav',
    { 'aria-label': 'Primary', role: 'navigation' },
    h('h1', { role: 'heading', class: 'logo' }, icon('mark')),
    link('/home', 'home'),
    link('/explore', 'explore'),
    link('/notifications', 'notifications'),
    link('/lena_sample', 'profile'),
  );
  return h(
    'div',
    { class: 'app' },
    layers,
    h('header', { role: 'banner', class: 'banner-side' }, nav),
    h('main', { role: 'main', class: 'main' }, h('div', { class: 'columns' }, column, sidebar())),
  );
}

function render() {
  current.abort();
  current = new AbortController();
  const { title, nodes } = pageAt(new URL(location.href), current.signal);
  fill(column, ...nodes);
  fill(layers);
  document.title = `${title} / Sample`;
  runCounters(current.signal);
}

function go(address) {
  history.pushState(null, '', address);
  window.scrollTo(0, 0);
  render();
}

function onClick(event) {
  const { target } = event;
  if (target.closest('[data-testid="tweet-text-show-more-link"]')) return showMore(target);
  if (target.closest('[data-testid="app-bar-back"]')) return history.back();
  const link = target.closest('a[href], [role="link"][data-to]');
  if (!link) return;
  event.preventDefault();
  const address = link.dataset.to ?? link.getAttribute('href');
  if (address.startsWith('/')) go(address);
}

/** The rest of the text joins the nodes that are there; nothing is rendered anew. */
function showMore(target) {
  const article = target.closest('article');
  const post = posts.find(({ id }) => id === article.dataset.key);
  const text = article.querySelector('[data-testid="tweetText"]');
  update(
    text,
    h(
      'div',
      { dir: 'auto', lang: post.lang, class: 'text', 'data-testid': 'tweetText' },
      richText(post.text + post.rest),
    ),
  );
  target.closest('button').style.display = 'none';
}

applySettings();
document.querySelector('#react-root').append(h('div', {}, h('div', {}, frame())));
document.addEventListener('click', onClick);
document.addEventListener('submit', (event) => event.preventDefault());
// Class names are rewritten whenever the pointer passes, as on the real site.
document.addEventListener('mouseover', ({ target }) => {
  const article = target.closest('article');
  if (article) article.className = 'post';
});
window.addEventListener('popstate', render);
watchHover(layers);
render();
