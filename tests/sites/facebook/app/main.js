import { posts } from './data.js';
import { h } from './dom.js';
import { authorOf, start, t } from './feed.js';
import { html } from './html.js';
import { count, face, landscape, rich } from './parts.js';

const comet = 'x1i10hfl xjbqb8w x1ejq31n';
let renders = 0;

/** Every address carries where it was shown, other at each time. */
function tracked(address, kind = '-R') {
  return `${address}${address.includes('?') ? '&' : '?'}__cft__[0]=AZX${(renders++).toString(36)}sample&__tn__=${kind}`;
}

function profileOf(handle) {
  return /^\d+$/.test(handle)
    ? `https://www.facebook.com/profile.php?id=${handle}`
    : `https://www.facebook.com/${handle}`;
}

const link = (href, child) =>
  html`<span class="xt0psk2"><a class="${comet} link" href="${href}" role="link" tabindex="0">${child}</a></span>`;
const wrap = {
  tag: (tag, shown) =>
    link(
      tracked(`https://www.facebook.com/hashtag/${encodeURIComponent(tag.toLowerCase())}?__eep__=6`, '*NK-R'),
      shown,
    ),
  mention: (handle) =>
    link(tracked(profileOf(handle), '-]K-R'), html`<span class="xt0psk2"><span>${authorOf(handle).name}</span></span>`),
  link: (address) =>
    html`<a class="${comet} link" rel="nofollow noreferrer" target="_blank" role="link" tabindex="0" href="${redirect(address)}">${address}</a>`,
};

function redirect(address) {
  const inner = `${address}${address.includes('?') ? '&' : '?'}fbclid=IwZXh0bgNhZW0`;
  return `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}&h=AT3sample&__tn__=-UK-R&c[0]=AT2sample`;
}

/** In a group, the group's name stands above, and the member's address goes through it. */
function heading({ author, more }) {
  const { name } = authorOf(author);
  const own = (href, text) =>
    html`<b><span><a class="${comet}" href="${tracked(href, '-UC*F')}" role="link" tabindex="0"><strong><span>${text}</span></strong></a></span></b>`;
  if (!more?.group)
    return html`<h4><div data-ad-rendering-role="profile_name">${own(profileOf(author), name)}</div></h4>`;
  const group = `https://www.facebook.com/groups/${more.group}/`;
  return html`<div><h4><div data-ad-rendering-role="profile_name">${own(group, 'Sample State Friends')}</div></h4><div class="quiet">${own(`${group}user/${author}/`, name)}</div></div>`;
}

function article(post, opened) {
  const text = (opened.translated ? post.translation : post.text) + (post.rest && opened.more ? post.rest : '');
  const more =
    post.rest && !opened.more
      ? html`<div class="inline strong does-more" role="button" tabindex="0">${t('See more', 'بیشتر')}</div>`
      : null;
  const translate =
    post.translation && !opened.translated
      ? html`<div class="quiet does-translate" role="button" tabindex="0">${t('See translation', 'دیدن ترجمه')}</div>`
      : null;
  const address = /https:\/\/\S+/.exec(post.text)?.[0];
  return html`
    <div data-pagelet="FeedUnit_${posts.indexOf(post)}" class="x1yztbdb">
      <div role="article" aria-posinset="${posts.indexOf(post) + 1}" class="x1a2a7pz card">
        <div class="row head">
          <a class="${comet}" href="${tracked(profileOf(post.author), '<')}" role="link" tabindex="-1" aria-hidden="true">${face(authorOf(post.author), 40)}</a>
          <div>
            ${heading(post)}
            <span class="quiet"><span><a class="${comet}" href="#" role="link" tabindex="0"><span aria-labelledby=":r${renders}:"><span>2</span><span>h</span></span></a></span> · <span>${t('Public', 'همگانی')}</span></span>
          </div>
        </div>
        <div data-ad-rendering-role="story_message">
          <div data-ad-comet-preview="message" data-ad-preview="message"><div><span class="x193iq5w" dir="auto"><div><div dir="auto" style="text-align: start;">${rich(text, wrap)} ${more}</div></div></span>${translate}</div></div>
        </div>
        ${post.photo ? landscape(post.id, { alt: "May be an image of text that says '#Hero Soleimani'" }) : null}
        ${address ? html`<a class="${comet} preview" href="${redirect(address)}" target="_blank" role="link"><span class="quiet">${new URL(address).host}</span><span class="strong">${t('A page elsewhere', 'صفحه‌ای دیگر')}</span></a>` : null}
        <div style="display: none;"><span dir="auto">${post.text}</span></div>
        <div class="row quiet"><span>👍 ${count(post.text.length)}</span><div role="button" tabindex="0">${t('Like', 'پسند')}</div><div role="button" tabindex="0">${t('Comment', 'نظر')}</div></div>
        ${(post.comments ?? []).map((comment, at) => commentElement(comment, `${post.id}${at}`))}
        <div class="row"><div contenteditable="true" role="textbox" aria-label="${t('Write a comment…', 'نظر شما…')}" class="editor"><p dir="auto">#We_Are_Qassem</p></div></div>
      </div>
    </div>`;
}

function commentElement({ author, text }, id) {
  const { name } = authorOf(author);
  return html`
    <div role="article" aria-label="Comment by ${name} 2 hours ago" tabindex="-1" class="row comment">
      ${face(authorOf(author), 28)}
      <div class="bubble">
        <span><a class="${comet} strong" href="${tracked(`${profileOf(author)}${/^\d+$/.test(author) ? '&' : '?'}comment_id=Y29tbWVudDo${id}`)}" role="link" tabindex="0"><span class="x3nfvp2"><span dir="auto">${name}</span></span></a></span>
        <div><span lang="en" dir="auto"><div><div dir="auto">${rich(text, wrap)}</div></div></span></div>
      </div>
    </div>`;
}

function profile(handle) {
  const { name } = authorOf(handle === 'samplestatepress' ? 'Sample.StatePress' : handle);
  return html`
    <div class="card row">
      ${face({ handle, name }, 96)}
      <div><span><h1 class="html-h1">${name}</h1></span><span class="quiet"><a class="${comet}" href="${profileOf(handle)}/followers/" role="link">41K ${t('followers', 'دنبال‌کننده')}</a></span></div>
    </div>`;
}

const column = h('div', { class: 'x78zum5' });
const banner = html`<div role="banner" class="row bar"><strong>Sample</strong><a role="link" href="https://www.facebook.com/sample.state.press">Sample State Press</a></div>`;
const side = html`<div role="navigation" class="side"><a role="link" href="/">${t('Home', 'خانه')}</a><a role="link" href="/sample.state.press">Sample State Press</a></div>`;
const chats = html`<div class="side"><span class="quiet">${t('Contacts', 'مخاطبان')}</span><div role="grid"><div role="row"><a role="link" href="/sample.state.press"><span>Sample State Press</span></a></div></div></div>`;

start({
  mount: '#mount_0_0_sM',
  frame: html`<div>${banner}<div class="frame">${side}<div role="main" class="middle">${column}</div>${chats}</div></div>`,
  column,
  page: ([first], url) => {
    if (first !== undefined) return { nodes: [profile(url.searchParams.get('id') ?? first)] };
    const box = h('div', { role: 'feed' });
    return { nodes: [box], list: { box, items: posts, render: article, keep: 'near' } };
  },
});
