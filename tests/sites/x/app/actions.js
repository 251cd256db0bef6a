import { counts, short } from './counters.js';
import { h } from './dom.js';
import { icon } from './icons.js';

/** The row of buttons below a post; its numbers change while one looks. */
export function actions(post) {
  const now = counts(post.id);
  const one = (name, label) =>
    h(
      'button',
      { 'aria-label': `${now[name]} ${label}`, role: 'button', 'data-testid': name, type: 'button' },
      h('div', { dir: 'ltr', class: 'action' }, icon(name), number(short(now[name]), name)),
    );
  return h(
    'div',
    { 'aria-label': `${now.reply} replies, ${now.like} likes`, role: 'group', class: 'actions' },
    one('reply', 'Replies. Reply'),
    one('retweet', 'reposts. Repost'),
    one('like', 'Likes. Like'),
    h(
      'a',
      { href: `/${post.author}/status/${post.id}/analytics`, role: 'link', class: 'action' },
      icon('views'),
      number(short(now.views), 'views'),
    ),
    one('bookmark', 'Bookmarks. Bookmark'),
  );
}

function number(text, name) {
  const box = { 'data-testid': 'app-text-transition-container', 'data-count': name };
  return h('span', box, h('span', {}, h('span', {}, text)));
}
