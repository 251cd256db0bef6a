import { posts } from './data.js';
import { h } from './dom.js';
import { authorOf, postsOf, start, t } from './feed.js';
import { html } from './html.js';
import { count, face, landscape, rich } from './parts.js';

const anchor = 'x1i10hfl xjbqb8w x1ejq31n';

/** A post links one topic, without its sign; what else looks like a tag stays text. */
function wrapper() {
  let topics = 0;
  return {
    tag: (tag, shown) => {
      if (topics++ > 0) return html`<span>${shown}</span>`;
      const asked = encodeURIComponent(tag.replace('Iran_Threads', 'Iran Threads'));
      return html`<a class="${anchor} link" href="/search?q=${asked}&serp_type=tags&tag_id=17${tag.length}4093" role="link" tabindex="0"><span>${tag.replace('Iran_Threads', 'Iran Threads')}</span></a>`;
    },
    mention: (handle) =>
      html`<a class="${anchor} link" href="/@${handle}" role="link" tabindex="0"><span>@${handle}</span></a>`,
    link: (address) =>
      html`<a class="${anchor} link" rel="nofollow noreferrer" role="link" tabindex="0" target="_blank" href="https://l.threads.com/?u=${encodeURIComponent(`${address}${address.includes('?') ? '&' : '?'}fbclid=PAZXh0`)}&e=AT0sample"><span>${address.replace('https://', '').slice(0, 32)}</span></a>`,
    run: (text) => html`<span>${text}</span>`,
  };
}

function card(post, opened, quoted) {
  const { author, id } = post;
  const text = (opened.translated ? post.translation : post.text) + (post.rest && opened.more ? post.rest : '');
  return html`
    <div data-pressable-container="true" data-interactive-id="" class="x1a2a7pz x1n2onr6 card">
      <div class="picture"><a class="${anchor}" href="/@${author}" role="link" tabindex="0">${face(authorOf(author), quoted ? 20 : 36, { alt: `${author}'s profile picture` })}</a></div>
      <div class="body">
        <div class="row">
          <a class="${anchor} strong" href="/@${author}" role="link" tabindex="0"><span class="x1lliihq" dir="auto"><span translate="no">${author}</span></span></a>
          <a class="${anchor} quiet" href="/@${author}/post/${id}" role="link" tabindex="0"><time datetime="2026-11-20T08:00:00.000Z"><abbr aria-label="2 hours ago"><span>2h</span></abbr></time></a>
        </div>
        <div><span class="x1lliihq" dir="auto">${rich(text, wrapper())}</span>
          ${post.rest && !opened.more ? html`<div role="button" tabindex="0" class="inline quiet does-more">${t('Read more', 'بیشتر')}</div>` : null}
          ${post.translation && !opened.translated ? html`<div role="button" tabindex="0" class="quiet does-translate">${t('Translate', 'ترجمه')}</div>` : null}
        </div>
        ${post.photo ? landscape(id, { alt: 'Photo by somebody. May be text that says #Hero Soleimani' }) : null}
        ${post.quote ? card({ ...post.quote, id: `${id}q` }, {}, true) : null}
        ${quoted ? null : html`<div class="row quiet"><div role="button" tabindex="0">♡ ${count(post.text.length)}</div><div role="button" tabindex="0">💬</div></div>`}
      </div>
    </div>`;
}

function profile(handle) {
  const author = authorOf(handle);
  return html`
    <div class="profile">
      <div class="row"><div><h1 class="x1lliihq" dir="auto">${author.name}</h1><span class="quiet" dir="auto" translate="no">${handle}</span></div>${face(author, 84)}</div>
      <span class="x1lliihq" dir="auto">${rich(author.bio ?? '', wrapper())}</span>
      <div class="row quiet"><div role="button" tabindex="0">41K ${t('followers', 'دنبال‌کننده')}</div></div>
    </div>`;
}

const column = h('div', { class: 'column' });
const nav = html`<div role="navigation" class="nav"><a href="/" role="link">${t('Home', 'خانه')}</a><a href="/@sample.state.press" role="link">${t('Profile', 'نمایه')}</a></div>`;

start({
  mount: '#barcelona-page-layout',
  frame: html`<div class="frame">${nav}<main>${column}</main></div>`,
  column,
  page: ([first]) => {
    const handle = first?.startsWith('@') ? first.slice(1) : undefined;
    const box = h('div', { class: 'x1c1b4dv' });
    return {
      nodes: [...(handle ? [profile(handle)] : []), box],
      // On a profile only what somebody else wrote is left out here: a profile's own posts name it again.
      list: {
        box,
        items: handle ? postsOf(handle).slice(1) : posts,
        render: (post, opened) => card(post, opened),
        keep: 'near',
      },
    };
  },
});
