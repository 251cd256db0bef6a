import { actions } from './actions.js';
import { linkCard, photo, quote } from './attachments.js';
import { authorOf, avatar, nameParts } from './author.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { dot, textElement, timeElement } from './post-parts.js';
import { word } from './settings.js';
import { richText } from './text.js';

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

function moreButton() {
  const attributes = { 'data-testid': 'tweet-text-show-more-link', type: 'button', class: 'more link' };
  return h('button', attributes, h('span', {}, word.more));
}
