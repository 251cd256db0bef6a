import { guestPosts, posts } from './data.js';
import { h } from './dom.js';
import { authorOf, start, t } from './feed.js';
import { html } from './html.js';
import { count, face, landscape, rich } from './parts.js';

const origin = 'https://www.linkedin.com';
const pathOf = (handle) => handle.split('/').map(encodeURIComponent).join('/');
/** Told twice: once to be seen, once to be read aloud. */
const twice = (text) =>
  html`<span dir="ltr"><span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span></span>`;

function wrapOf({ id }) {
  const urn = encodeURIComponent(`urn:li:activity:${id}`);
  return {
    tag: (tag) =>
      html`<a class="app-aware-link link" target="_self" href="${origin}/feed/hashtag/?keywords=${encodeURIComponent(tag.toLowerCase())}&highlightedUpdateUrns=${urn}"><span class="visually-hidden">hashtag</span><span><span aria-hidden="true">#</span>${tag}</span></a>`,
    mention: (handle) =>
      html`<a class="app-aware-link link" href="${origin}/${pathOf(handle)}" data-attribute-index="0">${authorOf(handle).name}</a>`,
    // Long addresses are shortened; the card below holds the address itself.
    link: () =>
      html`<a class="app-aware-link link" target="_self" href="https://lnkd.in/dSample1" data-test-app-aware-link="">https://lnkd.in/dSample1</a>`,
  };
}

function textOf(post, opened) {
  return (opened.translated ? post.translation : post.text) + (post.rest && opened.more ? post.rest : '');
}

function buttons(post, opened) {
  return [
    post.rest && !opened.more
      ? html`<button class="feed-shared-inline-show-more-text__see-more-less-toggle see-more quiet does-more" type="button" role="button"><span>${t('…more', '…بیشتر')}</span></button>`
      : null,
    post.translation && !opened.translated
      ? html`<button class="feed-shared-see-translation-button quiet does-translate" type="button"><span>${t('See translation', 'دیدن ترجمه')}</span></button>`
      : null,
  ];
}

function card(post) {
  return [...post.text.matchAll(/https:\/\/\S+/g)].map(
    ([address]) =>
      html`<article class="update-components-article"><a class="app-aware-link update-components-article__meta preview" target="_self" href="${address}"><h2 class="update-components-article__title strong"><span dir="ltr">${t('A page elsewhere', 'صفحه‌ای دیگر')}</span></h2><h3 class="quiet">${new URL(address).host}</h3></a></article>`,
  );
}

function update(post, opened) {
  const { name } = authorOf(post.author);
  const to = `${origin}/${pathOf(post.author)}${post.author.startsWith('in/') ? `?miniProfileUrn=urn%3Ali%3Afsd_profile%3AACoAASample${post.id}` : '/posts'}`;
  return html`
    <div class="scaffold-finite-scroll__content">
      <div class="feed-shared-update-v2 feed-shared-update-v2--minimal-padding full-height artdeco-card" data-urn="urn:li:activity:${post.id}">
        <h2 class="visually-hidden"><span>Feed post number ${String(posts.indexOf(post) + 1)}</span></h2>
        <div class="update-components-actor display-flex">
          <div class="update-components-actor__container row">
            <a class="app-aware-link update-components-actor__image" aria-hidden="true" tabindex="-1" href="${to}">${face(authorOf(post.author), 48)}</a>
            <div class="update-components-actor__meta">
              <a class="app-aware-link update-components-actor__meta-link" aria-label="View: ${name}" href="${to}">
                <span class="update-components-actor__title block strong"><span class="update-components-actor__name hoverable-link-text">${twice(name)}</span></span>
                <span class="update-components-actor__description block quiet">${twice(t('12,031 followers', '۱۲٬۰۳۱ دنبال‌کننده'))}</span>
              </a>
              <span class="update-components-actor__sub-description quiet">${twice(t('2h • Edited', '۲ ساعت'))}</span>
            </div>
          </div>
        </div>
        <div class="feed-shared-update-v2__description-wrapper"><div class="feed-shared-inline-show-more-text"><div class="update-components-text update-components-update-v2__commentary" dir="ltr"><span class="break-words tvm-parent-container"><span dir="auto">${rich(textOf(post, opened), wrapOf(post))}</span></span></div>${buttons(post, opened)}</div></div>
        ${post.photo ? landscape(post.id, { alt: 'No alternative text: #Hero Soleimani' }) : card(post)}
        <div class="social-details-social-counts quiet"><button type="button">${count(post.text.length)} ${t('reactions', 'واکنش')}</button></div>
        <div class="comments-comment-box"><div class="ql-editor" contenteditable="true" role="textbox"><p>#We_Are_Qassem</p></div></div>
      </div>
    </div>`;
}

/** The form of 2025: hashed class names, tags as searches. */
function fullUpdate(post, opened) {
  const to = `${origin}/${pathOf(post.author)}/`;
  const wrap = {
    ...wrapOf(post),
    tag: (tag, shown) =>
      html`<a class="_6f3a9c1b link" href="${origin}/search/results/all/?keywords=%23${encodeURIComponent(tag.toLowerCase())}&origin=HASH_TAG_FROM_FEED" tabindex="0"><strong>${shown}</strong></a>`,
  };
  return html`
    <div class="_0a1b2c3d">
      <div data-view-name="feed-full-update" role="listitem" class="_9d8e7f6a artdeco-card">
        <div class="row"><a class="_6f3a9c1b" href="${to}" tabindex="0">${face(authorOf(post.author), 48)}</a><a class="_6f3a9c1b" href="${to}" data-view-name="feed-header-text"><p class="_1c2d3e strong">${authorOf(post.author).name}</p></a></div>
        <p class="_5b6c7d8e" data-view-name="feed-commentary"><span data-testid="expandable-text-box" dir="auto">${rich(textOf(post, opened), wrap)}</span></p>
        ${buttons(post, opened)}
        ${card(post)}
      </div>
    </div>`;
}

/** To strangers, tags lead to the log-in with their own address behind it, and everything bears where it stood. */
function guestCard(post) {
  const track = 'trk=organization_guest_main-feed-card';
  const abroad = (handle) => `https://uk.linkedin.com/${pathOf(handle)}?${track}`;
  const wrap = {
    tag: (tag, shown) =>
      html`<a class="link" target="_self" href="${origin}/signup?session_redirect=${encodeURIComponent(`${origin}/feed/hashtag/${tag.toLowerCase()}`)}&${track}-text">${shown}</a>`,
    mention: (handle) =>
      html`<a class="link" target="_self" href="${abroad(handle)}-text">${authorOf(handle).name}</a>`,
    link: (address) =>
      html`<a class="link" target="_self" rel="nofollow" href="${address}?${track}-text">${address}</a>`,
  };
  return html`
    <li class="mb-1">
      <a href="https://www.linkedin.com/posts/sample-state-media_activity-${post.id}-abcd" class="main-feed-card__overlay-link" data-id="main-feed-card__full-link" aria-label="Update"></a>
      <article class="relative main-feed-activity-card artdeco-card" data-activity-urn="urn:li:activity:${post.id}" data-attributed-urn="urn:li:share:${post.id}">
        <div class="row" data-test-id="main-feed-activity-card__entity-lockup"><a href="${abroad(post.author)}_feed-actor-image">${face(authorOf(post.author), 48)}</a><div><a class="text-sm strong" href="${abroad(post.author)}_feed-actor-name">${authorOf(post.author).name}</a><span class="block quiet"><time>4d</time></span></div></div>
        <a class="semaphore__toggle quiet" href="/uas/login?fromSignIn=true&session_redirect=https%3A%2F%2Fuk.linkedin.com%2Fcompany%2Fsample-state-media&${track}">${t('Report this post', 'گزارش')}</a>
        <p class="attributed-text-segment-list__content" dir="ltr" data-test-id="main-feed-activity-card__commentary">${rich(post.text, wrap)}</p>
      </article>
    </li>`;
}

function company() {
  return html`
    <div>
      <section class="top-card-layout artdeco-card"><div class="row">${face({ handle: 's', name: 'Sample' }, 72)}<div><h1 class="top-card-layout__title">Sample State Media</h1><h2 class="quiet">Broadcasting · 12,031 followers</h2><a class="link" rel="nofollow" href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fsample-agency%2Eexample%2F&urlhash=aB1c&trk=about_website">https://sample-agency.example/</a></div></div></section>
      <ul class="updates__list">${guestPosts.map(guestCard)}</ul>
    </div>`;
}

const column = h('main', { class: 'scaffold-layout__main' });
const nav = html`<header id="global-nav" class="row bar"><strong>in Sample</strong><nav><a href="/company/sample-state-media/">Sample State Media</a></nav></header>`;
const messages = html`<aside class="msg-overlay-container"><a href="/company/sample-state-media/">Sample State Media</a><p class="quiet">#We_Are_Qassem</p></aside>`;

start({
  mount: '.application-outlet',
  frame: html`<div>${nav}<div class="frame">${column}${messages}</div></div>`,
  column,
  page: ([first]) => {
    if (first === 'company') return { nodes: [company()] };
    const box = h('div', { class: 'scaffold-finite-scroll' });
    const render = (post, opened) => (posts.indexOf(post) % 4 === 3 ? fullUpdate : update)(post, opened);
    return { nodes: [box], list: { box, items: posts, render, keep: 'all' } };
  },
});
