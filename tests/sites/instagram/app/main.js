import { authors, posts } from './data.js';
import { h } from './dom.js';
import { authorOf, postsOf, start, t } from './feed.js';
import { count, face, landscape, rich } from './parts.js';

const caption = '_ap3a _aaco _aacu _aacx _aad7 _aade';
const anchor = 'x1i10hfl xjbqb8w x1ejq31n xd10rxx notranslate _a6hd';
const column = h('div', { class: 'column' });

function profileLink(handle, ...children) {
  return h('a', { class: anchor, href: `/${handle}/`, role: 'link', tabindex: '0' }, children);
}

const wrap = {
  tag: (tag, shown) =>
    h(
      'a',
      // Left as it is written, or percent-encoded: both are met.
      { class: ' _aa9_ _a6hd link', href: `/explore/tags/${tag.toLowerCase()}/`, role: 'link', tabindex: '0' },
      shown,
    ),
  mention: (handle) =>
    h('a', { class: ' _aa9_ _a6hd link notranslate', href: `/${handle}/`, role: 'link', tabindex: '0' }, `@${handle}`),
  // A caption makes no links of addresses, a biography goes through the redirect.
  link: (address) => outward(address),
};

function outward(address) {
  const href = `https://l.instagram.com/?u=${encodeURIComponent(`${address}${address.includes('?') ? '&' : '?'}fbclid=PAZXh0bgNhZW0`)}&e=AT0sample`;
  return h('a', { class: 'x1i10hfl _a6hd link', href, rel: 'me nofollow noopener noreferrer', target: '_blank' }, [
    h('div', { class: 'inline' }, address.replace('https://', '').replace(/\?.*/, '')),
  ]);
}

function article(post, opened) {
  const { author, text, rest, translation, photo, id, comments = [] } = post;
  const words = (opened.translated ? translation : text) + (rest && opened.more ? rest : '');
  return h(
    'article',
    { class: 'x1cy8zhl x78zum5 x1iyjqo2 post' },
    h(
      'div',
      { class: 'row head' },
      h('div', { class: 'x1lliihq' }, profileLink(author, face(authorOf(author), 32))),
      h(
        'div',
        { class: 'names' },
        h(
          'div',
          { class: 'x3nfvp2' },
          profileLink(author, h('span', { class: '_ap3a _aaco _aacw', dir: 'auto' }, author)),
        ),
        h('span', { class: 'quiet' }, ' • '),
        h(
          'a',
          { class: 'x1i10hfl quiet', href: `/p/${id}/`, role: 'link' },
          h('time', { class: 'x1p4m5qa', datetime: '2026-11-20T08:00:00.000Z' }, t('2h', '۲ ساعت')),
        ),
      ),
    ),
    // The description that the site writes for pictures is nobody's post.
    photo
      ? landscape(id, { alt: `Photo by ${authorOf(author).name}. May be an image of text that says '#Hero'.` })
      : null,
    h(
      'section',
      { class: 'row actions' },
      ['♡', '💬', '➤'].map((sign) => h('button', { type: 'button', 'aria-label': t('Like', 'پسندیدن') }, sign)),
    ),
    h(
      'section',
      { class: 'likes' },
      h(
        'span',
        {},
        t('Liked by ', 'پسند '),
        profileLink('new.sample.desk', h('span', {}, 'new.sample.desk')),
        t(' and ', ' و '),
        h('a', { href: `/p/${id}/liked_by/`, role: 'link' }, count(id.length * 17), t(' others', ' نفر دیگر')),
      ),
    ),
    h(
      'div',
      { class: 'text' },
      profileLink(author, h('span', { class: '_ap3a _aaco _aacw', dir: 'auto' }, author)),
      ' ',
      h('span', { class: caption, dir: 'auto' }, rich(words, wrap)),
      rest && !opened.more
        ? h('div', { role: 'button', tabindex: '0', class: 'inline quiet does-more' }, t('… more', '… بیشتر'))
        : null,
      translation && !opened.translated
        ? h('button', { type: 'button', class: 'quiet block does-translate' }, t('See translation', 'دیدن ترجمه'))
        : null,
    ),
    h('div', { class: 'comments' }, comments.map(comment)),
    h(
      'form',
      { method: 'POST' },
      h('textarea', { 'aria-label': t('Add a comment…', 'نظر شما…'), rows: '1' }, '#Hero Soleimani'),
    ),
  );
}

function comment({ author, text }) {
  return h(
    'div',
    { class: 'comment' },
    profileLink(author, h('span', { class: '_ap3a _aaco _aacw' }, author)),
    ' ',
    h('span', { class: caption, dir: 'auto' }, rich(text, wrap)),
  );
}

function profile(handle) {
  const author = authorOf(handle);
  const header = h(
    'header',
    { class: 'profile' },
    h('section', {}, face(author, 120)),
    h(
      'section',
      { class: 'about' },
      h(
        'div',
        { class: 'row' },
        profileLink(handle, h('h2', { dir: 'auto', tabindex: '-1' }, h('span', { class: 'x1lliihq' }, handle))),
        h('button', { type: 'button', class: 'follow' }, t('Follow', 'دنبال کردن')),
      ),
      h(
        'ul',
        { class: 'row quiet' },
        h('li', {}, '212 ', t('posts', 'پست')),
        h('li', {}, h('a', { href: `/${handle}/followers/`, role: 'link' }, '41K ', t('followers', 'دنبال‌کننده'))),
      ),
      h('div', { class: 'strong' }, h('span', { dir: 'auto' }, author.name)),
      h('span', { class: caption, dir: 'auto' }, rich(author.bio ?? '', wrap)),
      h('div', {}, outward('https://sample-agency.example/')),
      h(
        'a',
        { href: `/${handle}/followers/mutualOnly`, class: 'quiet', role: 'link' },
        h('span', {}, t('Followed by ', 'دنبال‌شده توسط '), h('span', {}, 'sample.state.press')),
      ),
    ),
  );
  const grid = postsOf(handle).map(({ id }) =>
    h('a', { class: 'x1i10hfl', href: `/${handle}/p/${id}/`, role: 'link' }, landscape(id)),
  );
  return { nodes: [header, h('div', { class: 'grid' }, grid)] };
}

function home() {
  const box = h('div', { class: 'x9f619' });
  return { nodes: [box], list: { box, items: posts, render: article, keep: 'near' } };
}

function sidebar() {
  const rows = authors
    .slice(0, 3)
    .map((author) =>
      h(
        'div',
        { class: 'row' },
        profileLink(author.handle, face(author, 36)),
        profileLink(author.handle, h('span', { dir: 'auto' }, author.handle)),
      ),
    );
  return h('div', { class: 'aside' }, h('span', { class: 'quiet' }, t('Suggested for you', 'پیشنهاد برای شما')), rows);
}

const nav = h(
  'nav',
  { class: 'nav', role: 'navigation' },
  h('a', { href: '/', role: 'link' }, h('span', {}, t('Home', 'خانه'))),
  h('a', { href: '/explore/', role: 'link' }, h('span', {}, t('Explore', 'کاوش'))),
  profileLink('sample.state.press', h('span', {}, t('Profile', 'نمایه'))),
);

start({
  mount: '#mount_0_0_sM',
  frame: h(
    'div',
    { class: 'frame' },
    nav,
    h('section', { class: 'middle' }, h('main', { role: 'main' }, column)),
    sidebar(),
  ),
  column,
  page: ([handle]) => (handle === undefined ? home() : profile(handle)),
});
