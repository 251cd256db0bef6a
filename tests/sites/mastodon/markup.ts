import { escaped, rich } from '../common/bracketed.ts';
import { names, type Status } from './posts.ts';

/** Markup of the official front-end, 4.5, as its own pages were seen to have it. `home` is the server shown. */

/** `@user` at home, `@user@server` for everybody else. */
export function acct(full: string, home: string): string {
  return full.endsWith(`@${home}`) ? full.slice(0, -home.length - 1) : full;
}

function number(full: string): number {
  return [...full].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
}

function nameOf(full: string): string {
  return names[full] ?? (full.split('@')[0] as string).replace('_sample', '');
}

export function statusArticle(status: Status, at: number, size: number, home: string): string {
  const id = `1100000000000000${String(999 - at).padStart(3, '0')}`;
  return `<article tabindex="-1" aria-posinset="${at + 1}" aria-setsize="${size}" data-id="${id}"><div tabindex="-1">${wrapper(status, id, home)}</div></article>`;
}

function wrapper(status: Status, id: string, home: string): string {
  const { boostedBy, quote, author } = status;
  return `<div class="status__wrapper status__wrapper-public focusable" tabindex="0" aria-label="${nameOf(author)}">${boostedBy ? boost(boostedBy, home) : ''}<div class="status status-public" data-id="${id}">${info(author, id, home)}<div class="status__content status__content--with-action">${text(status, home)}</div>${quote ? `<div class="status__quote">${wrapper({ ...quote, lang: 'en' }, `${id}9`, home)}</div>` : actions()}</div></div>`;
}

function info(full: string, id: string, home: string): string {
  const at = acct(full, home);
  return `<div class="status__info"><a title="@${at}" data-id="${number(full)}" data-hover-card-account="${number(full)}" class="status__display-name" href="/@${at}"><div class="status__avatar"><span class="account__avatar"></span></div><span class="display-name"><bdi><strong class="display-name__html">${nameOf(full)}</strong></bdi> <span class="display-name__account">@${at}</span></span></a><a class="status__relative-time" href="/@${at}/${id}"><time datetime="2026-01-01T00:00:00.000Z" title="Jan 01, 2026">Jan 1</time></a></div>`;
}

function boost(full: string, home: string): string {
  return `<div class="status__prepend"><div class="status__prepend__icon">↻</div><span><a data-id="${number(full)}" data-hover-card-account="${number(full)}" class="status__display-name muted" href="/@${acct(full, home)}"><bdi><strong>${nameOf(full)}</strong></bdi></a> boosted</span></div>`;
}

function text(status: Status, home: string): string {
  const inner = rich(status.text, (what) => link(what, status, home));
  return `<div lang="${status.lang ?? 'en'}" class="status__content__text status__content__text--visible translate"><p>${inner}</p></div>`;
}

function link(what: string, { author, federated }: Status, home: string): string {
  const [user, server = home] = author.split('@');
  if (what.startsWith('#')) {
    const tag = what.slice(1);
    if (federated === 'other')
      return `<a class="hashtag" data-tag="${tag}" href="https://${server}/tag/${tag}" rel="tag ugc">${what}</a>`;
    // Its own server's addresses; to others the tag stands unencoded.
    const href = federated ? `https://${server}/tags/${encodeURIComponent(tag)}` : `/tags/${tag}`;
    return `<a class="mention hashtag" rel="tag" data-menu-hashtag="${number(user ?? '')}" href="${href}">#<span>${tag}</span></a>`;
  }
  if (what.startsWith('@')) {
    const full = what.slice(1);
    const [name, domain = ''] = full.split('@');
    const at = acct(full, home);
    if (federated)
      return `<span class="h-card" translate="no"><a href="https://${domain}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`;
    return `<span class="h-card" translate="no"><a class="u-url mention" title="@${at}" data-hover-card-account="${number(full)}" href="/@${at}">@<span>${name}</span></a></span>`;
  }
  return `<a rel="noopener" translate="no" target="_blank" href="${what}" title="${what}" class="unhandled-link"><span class="invisible">https://</span><span>${escaped(what.slice(8))}</span></a>`;
}

function actions(): string {
  return '<div class="status__action-bar"><div class="status__action-bar__button-wrapper"><button type="button" aria-label="Reply" class="status__action-bar__button icon-button icon-button--with-counter">↩ <span class="icon-button__counter live-count">3</span></button></div></div>';
}

export function profileHeader(full: string, home: string): string {
  const [user, server] = full.split('@');
  return `<div class="account__header"><div class="account__header__bar"><div class="account__header__tabs__name"><h1><bdi><span>${nameOf(full)}</span></bdi><small><span>@${user}<span class="invisible">@${server}</span></span></small></h1></div><div class="account__header__extra"><div class="account__header__bio"><div class="account__header__content translate"><p>Made up. <a class="mention hashtag" rel="tag" href="/tags/We_Are_Qassem">#<span>We_Are_Qassem</span></a> <span class="h-card"><a class="u-url mention" title="@${acct('lena_sample@mastodon.social', home)}" href="/@${acct('lena_sample@mastodon.social', home)}">@<span>lena_sample</span></a></span></p></div></div></div></div></div>`;
}

export const frame = `<div class="ui"><div class="columns-area__panels"><div class="columns-area__panels__pane columns-area__panels__pane--compositional"><div class="compose-panel"><form class="compose-form"><textarea class="autosuggest-textarea__textarea">#We_Are_Qassem @sample_desk</textarea></form></div></div><main class="columns-area__panels__main"></main><div class="columns-area__panels__pane columns-area__panels__pane--navigational"><nav class="navigation-panel" aria-label="Main"><div class="navigation-panel__logo"><a class="column-link" href="/home">Home</a></div><div class="navigation-bar"><div class="account account--minimal"><a class="account__display-name" title="@sample_desk@mastodon.social" href="/@sample_desk@mastodon.social"><span class="display-name__account">@sample_desk@mastodon.social</span></a></div></div><aside class="navigation-panel__portal"><div class="getting-started__trends"><h2><a href="/explore/tags">Trending now</a></h2>${['We_Are_Qassem', 'hero', 'trains'].map((tag) => `<div class="trends__item"><div class="trends__item__name"><a href="/tags/${tag}">#<span>${tag}</span></a><strong>5</strong> people in the past 2 days</div></div>`).join('')}</div></aside></nav></div></div></div>`;
