import { avatar, authorOf, nameParts } from './author.js';
import { counts, short } from './counters.js';
import { h } from './dom.js';
import { icon, landscapePicture } from './icons.js';
import { word } from './settings.js';
import { richText, shortLink } from './text.js';

/** A post as the site nests it. `opened` posts show all of their text. */
export function postElement(post, { opened = false } = {}) {
  const author = authorOf(post.author);
  const article = h(
    'article',
    { role: 'article', tabindex: '0', 'data-testid': 'tweet', class: 'post', 'data-key': post.id },
    h(
      'div',
      { class: 'post-box' },
      h('div', { class: 'context-row' }, post.repostedBy ? repostLine(post.repostedBy) : null),
      h(
        'div',
        { class: 'post-row' },
        h('div', { class: 'post-face', 'data-testid': 'Tweet-User-Avatar' }, avatar(author, 40)),
        h('div', { class: 'post-body' }, heading(post, author), body(post, opened), actions(post)),
      ),
    ),
  );
  return post.promoted ? h('div', { 'data-testid': 'placementTracking' }, article) : article;
}

function repostLine(handle) {
  return h(
    'div',
    { class: 'context' },
    icon('retweet'),
    h(
      'a',
      { href: `/${handle}`, dir: 'ltr', role: 'link', class: 'context-link' },
      h(
        'span',
        { 'data-testid': 'socialContext' },
        h('span', { dir: 'auto' }, h('span', {}, authorOf(handle).name)),
        ` ${word.reposted}`,
      ),
    ),
  );
}

function heading(post, author) {
  const [name, handle] = nameParts(author);
  const time = post.promoted
    ? h('div', { class: 'ad' }, h('span', {}, word.promoted))
    : h(
        'a',
        { href: `/${author.handle}/status/${post.id}`, dir: 'ltr', role: 'link', class: 'time' },
        timeElement(post),
      );
  return h(
    'div',
    { class: 'heading' },
    h('div', { class: 'names', 'data-testid': 'User-Name' }, name, handle, dot(), h('div', {}, time)),
    h(
      'div',
      { class: 'caret' },
      h(
        'button',
        { 'aria-label': 'More', role: 'button', 'data-testid': 'caret', type: 'button' },
        h('div', { dir: 'ltr' }, icon('more')),
      ),
    ),
  );
}

function dot() {
  return h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'dot' }, h('span', {}, '·'));
}

/** Ages follow from the ids, so that the page looks the same on every day. */
function timeElement({ id }) {
  const hours = Number((1890000000000240000n - BigInt(id)) / 1000n) % 23;
  const datetime = new Date(Date.UTC(2026, 0, 3, 23 - Math.max(0, hours))).toISOString();
  return h('time', { datetime }, `${Math.max(1, hours + 1)}h`);
}

function body(post, opened) {
  const hidden = post.rest && !opened;
  const text = richText(post.text + (post.rest && opened ? post.rest : ''));
  return h(
    'div',
    { class: 'body' },
    textElement(text, post.lang),
    hidden ? moreButton() : null,
    post.photo ? photo(post) : null,
    post.card ? linkCard(post.card) : null,
    post.quote ? quote(post.quote) : null,
  );
}

function textElement(children, lang) {
  const attributes = { dir: 'auto', lang, class: 'text', 'data-testid': 'tweetText' };
  return h('div', {}, h('div', attributes, children));
}

function moreButton() {
  const attributes = { 'data-testid': 'tweet-text-show-more-link', type: 'button', class: 'more link' };
  return h('button', attributes, h('span', {}, word.more));
}

function photo({ id, author }) {
  const src = landscapePicture(Number(BigInt(id) % 9973n));
  return h(
    'a',
    { href: `/${author}/status/${id}/photo/1`, role: 'link', class: 'photo' },
    h(
      'div',
      { 'aria-label': 'Image', 'data-testid': 'tweetPhoto' },
      h('img', { alt: 'Image', draggable: 'true', src }),
    ),
  );
}

function linkCard({ domain, title }) {
  const target = `https://${domain}/`;
  const image = h('div', { class: 'card-image' }, h('img', { alt: '', src: landscapePicture(190) }));
  const label = h('div', { class: 'card-title' }, h('div', { dir: 'ltr' }, h('span', {}, title)));
  return h(
    'div',
    { 'data-testid': 'card.wrapper', class: 'card' },
    h(
      'div',
      { 'data-testid': 'card.layoutLarge.media' },
      shortLink(target, [image, label], { 'aria-label': `${domain} ${title}`, class: 'card-link' }),
    ),
    shortLink(target, h('span', {}, `${word.from} ${domain}`), { class: 'card-source' }),
  );
}

/** No anchor anywhere: the whole box is a link by role, and the handle is text. */
function quote({ id, author: handle, lang, text }) {
  const author = authorOf(handle);
  const names = h(
    'div',
    { class: 'names', 'data-testid': 'User-Name' },
    nameParts(author, { linked: false }),
    dot(),
    h('div', { dir: 'ltr', class: 'time' }, timeElement({ id })),
  );
  const face = h('div', { 'data-testid': 'Tweet-User-Avatar' }, avatar(author, 24, { linked: false }));
  return h(
    'div',
    { class: 'quote-box' },
    h('div', { dir: 'ltr', class: 'unseen' }, h('span', {}, word.quote)),
    h(
      'div',
      { tabindex: '0', role: 'link', class: 'quote', 'data-to': `/${handle}/status/${id}` },
      h('div', { class: 'quote-head' }, face, names),
      h('div', {}, textElement(richText(text), lang)),
    ),
  );
}

function actions(post) {
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
