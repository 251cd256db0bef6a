import { posts } from './data.js';
import { settings } from './settings.js';

const current = new Map(posts.map(({ id }) => [id, start(id)]));

function start(id) {
  const seed = Number(BigInt(id) % 7919n);
  return { reply: seed % 37, retweet: seed % 89, like: (seed * 7) % 900, views: seed * 11, bookmark: seed % 23 };
}

export function counts(id) {
  return current.get(id) ?? start(id);
}

export function short(count) {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}K`;
}

/** Changes the numbers of the posts in view, in place, as the live site does without end. */
export function runCounters(signal) {
  if (!settings.ticks) return;
  const timer = setInterval(tick, settings.ticks);
  signal.addEventListener('abort', () => clearInterval(timer));
}

function tick() {
  for (const article of document.querySelectorAll('article[data-key]')) {
    const now = current.get(article.getAttribute('data-key'));
    if (!now) continue;
    now.views += 3;
    now.like += now.views % 2;
    for (const name of ['views', 'like']) {
      const text = article.querySelector(`[data-count="${name}"] span span`)?.firstChild;
      if (text) text.data = short(now[name]);
    }
  }
}
