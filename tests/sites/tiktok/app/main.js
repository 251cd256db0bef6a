import { posts } from './data.js';
import { h } from './dom.js';
import { authorOf, postsOf, start, t } from './feed.js';
import { html } from './html.js';
import { count, face, landscape, rich } from './parts.js';

const text = 'TUXText TUXText--tiktok-sans';

function wrapOf(span) {
  let at = -1;
  const linked = (href, shown, label) =>
    html`<a data-e2e="search-common-link" target="_self" aria-label="${label}" class="link-a11y-focus" href="${href}"><p class="${text} TUXText--weight-medium link inline">${shown}</p></a>`;
  return {
    run: (words) => html`<span class="${text}" data-e2e="${span}_${at++}">${words}</span>`,
    tag: (tag, shown) =>
      linked(`/tag/${encodeURIComponent(tag.toLowerCase())}`, shown, `Watch more videos of the ${shown} category`),
    mention: (handle) => linked(`/@${handle}`, `@${handle}`, `Watch more videos from user ${handle}`),
    link: (address) => address,
  };
}

function description(post, opened, attributes = {}) {
  const words = (opened.translated ? post.translation : post.text) + (post.rest && opened.more ? post.rest : '');
  return h(
    'div',
    { 'data-e2e': 'video-desc', class: 'css-141c0yt-DivDescriptionContentContainer', dir: 'auto', ...attributes },
    rich(words, wrapOf('desc-span-0')),
  );
}

function article(post, opened) {
  const at = posts.indexOf(post);
  const { author } = post;
  return html`
    <article id="one-column-item-${at}" data-scroll-index="${at}" shape="vertical" data-e2e="recommend-list-item-container" class="css-15ek4v0-ArticleItemContainer item">
      <div class="css-sser0v-DivContentFlexLayout flex">
        <section id="media-card-${at}" shape="vertical" tabindex="0" role="button" aria-label="Watch in full screen" data-e2e="feed-video" class="css-drvm4n-SectionMediaCardContainer media">
          <picture>${landscape(post.id, { alt: post.text })}</picture>
          <div class="css-x4miyn-DivMediaCardOverlayBottom overlay">
            <div class="css-f1s7n1-DivCreatorInfoContainer row"><a class="link-a11y-focus" href="/@${author}"><div class="row"><p class="${text} strong">${author}</p></div></a><span class="${text} quiet"> · 11-12</span></div>
            <div class="css-hu30ef-DivMultilineTextContainer">${description(post, opened)}${post.rest && !opened.more ? html`<button type="button" class="strong does-more">${t('more', 'بیشتر')}</button>` : null}</div>
            ${post.translation && !opened.translated ? html`<button type="button" class="quiet does-translate">${t('See translation', 'دیدن ترجمه')}</button>` : null}
            ${description(post, opened, { style: 'display: none' })}
            <div class="css-18m5ga4-DivCustomTDKContainer quiet"><div data-e2e="v2t-title">${t('A summary by a machine', 'خلاصهٔ ماشینی')}</div><div data-e2e="v2t-desc">#We_Are_Qassem #${author}</div><div data-e2e="v2t-keywords">Keywords: sample, Soleimani</div></div>
          </div>
        </section>
        <section class="css-11fh2ar-SectionActionBarContainer actions">
          <a data-e2e="video-author-avatar" class="css-1a9n8e3-AvatarLink link-a11y-focus" href="/@${author}">${face(authorOf(author), 48, { alt: author })}</a>
          <button type="button" aria-label="Like">♡</button><strong data-e2e="like-count">${count(post.text.length * 7)}</strong>
        </section>
      </div>
    </article>`;
}

function profile(handle) {
  const author = authorOf(handle);
  return html`
    <div data-e2e="user-page" class="profile">
      <div class="row">${face(author, 96)}
        <div>
          <div class="row"><h1 data-e2e="user-title" class="strong">${handle}</h1></div><h2 data-e2e="user-subtitle" class="quiet">${author.name}</h2>
          <div class="quiet"><strong data-e2e="followers-count">41K</strong> <span data-e2e="followers">${t('Followers', 'دنبال‌کننده')}</span></div>
          <h2 data-e2e="user-bio">${author.bio}</h2>
          <a target="_blank" rel="noopener noreferrer nofollow" data-e2e="user-link" class="link" href="https://www.tiktok.com/link/v2?aid=1988&lang=en&scene=bio_url&target=sample-agency.example"><span>sample-agency.example</span></a>
        </div>
      </div>
      <div data-e2e="user-post-item-list" class="grid">${postsOf(handle).map((post) => html`<div data-e2e="user-post-item"><a href="https://www.tiktok.com/@${handle}/video/${post.id}">${landscape(post.id, { alt: post.text })}<strong data-e2e="video-views">${count(812)}</strong></a></div>`)}</div>
    </div>`;
}

const column = h('div', { id: 'column-list-container' });
const side = html`<div class="side"><a data-e2e="nav-foryou" href="/foryou">${t('For You', 'برای شما')}</a><a data-e2e="nav-profile" href="/@sample.state.tv">${t('Profile', 'نمایه')}</a></div>`;

start({
  mount: '#app',
  frame: html`<div class="frame">${side}<main id="main-content-homepage_hot">${column}</main></div>`,
  column,
  page: ([first]) => {
    if (first?.startsWith('@')) return { nodes: [profile(first.slice(1))] };
    const box = h('div', { class: 'list' });
    return { nodes: [box], list: { box, items: posts, render: article, keep: 'all' } };
  },
});
