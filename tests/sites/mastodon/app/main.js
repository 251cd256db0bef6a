import { authors, frameHtml, posts } from './data.js';
import { fill, h, ownChildren } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';

const column = h('div', { class: 'column', role: 'region', 'aria-label': 'Home' });
const frame = markup(frameHtml);
frame.querySelector('main').append(column);

const batch = 20;

/**
 * The list as the front-end has it: every post keeps its `article`; far from the view it is emptied and keeps
 * its height, and what comes back is drawn anew.
 */
function list(signal) {
  const box = h('div', { role: 'feed', class: 'item-list' });
  const drawn = new Map();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const post = drawn.get(target);
        if (isIntersecting && ownChildren(target).length === 0) fill(target, ...ownChildren(markup(post.html)));
        else if (!isIntersecting) {
          target.style.height = `${target.offsetHeight}px`;
          fill(target);
        }
        if (isIntersecting) target.style.height = '';
      }
    },
    { rootMargin: '600px' },
  );
  let loaded = 0;
  const more = () => {
    if (box.getBoundingClientRect().bottom > innerHeight + 800) return;
    for (const post of posts.slice(loaded, loaded + batch)) {
      const article = markup(post.html);
      drawn.set(article, post);
      box.append(article);
      seen.observe(article);
    }
    loaded += batch;
  };
  addEventListener('scroll', more, { passive: true, signal });
  signal.addEventListener('abort', () => seen.disconnect());
  requestAnimationFrame(more);
  return box;
}

let current = new AbortController();

function page([first = '']) {
  current.abort();
  current = new AbortController();
  const author = authors.find(({ handle }) => first === `@${handle}`);
  if (author) return { nodes: [markup(author.html)] };
  return { nodes: [list(current.signal)] };
}

start({ mount: '#mastodon', frame, column, page });
