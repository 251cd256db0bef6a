import { among, escaped, expected, rich } from '../common/bracketed.ts';
import { serveApp } from '../common/serve.ts';
import { account } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { acct } from './markup.ts';
import { type Status, written } from './posts.ts';

const home = 'mastodon.social';
// A quoted post and the line of who passed one on were not seen in Elk: not made up here.
const seen = written.filter(({ quote, boostedBy }) => !quote && !boostedBy);
const statuses = among<Status>(seen, 66, (handle) => `${handle}@${home}`);

/** Elk, a client for any server, which it names in its addresses. Markup as its own pages were seen to have it. */
export const elk: SampleSite = {
  hosts: ['elk.zone'],
  startPath: `/${home}/public`,
  darkPath: `/${home}/public?theme=dark`,
  rtlPath: `/${home}/public?dir=rtl&lang=fa`,
  pictured: '.status-body',
  handler: serveApp({
    dir: new URL('./elk/', import.meta.url),
    root: '<div id="__nuxt"></div>',
    data: { posts: statuses.map((status, at) => ({ id: at, html: card(status, at) })), authors: [] },
  }),
  planted: expected(statuses, 'planted'),
  decoys: [...expected(statuses, 'decoys'), { ...account('sample_desk@mastodon.social'), where: 'who is logged in' }],
};

function card(status: Status, at: number): string {
  const { author, lang = 'en', text } = status;
  const [user, server] = author.split('@');
  const address = `/${home}/@${acct(author, home)}`;
  const id = `1100000000000000${String(at).padStart(2, '0')}`;
  return `<div id="status-${id}" relative flex="~ col gap1" class="status" tabindex="0" aria-roledescription="status-card" lang="${lang}"><div flex gap-3><div relative><span><div class="v-popper v-popper--theme-menu"><a href="${address}" rounded-full><div class="avatar"></div></a></div></span></div><div flex="~ col 1" min-w-0><div flex items-center space-x-1><span><div class="v-popper v-popper--theme-menu"><a href="${address}" flex="~ col" min-w-0 text-link-rounded><span class="content-rich" dir="auto" font-bold>${user}</span><div flex="~ gap-1"><p dir="ltr" class="zen-none"><span text-secondary>@${user}</span>${server === home ? '' : `<span text-secondary-light>@${server}</span>`}</p></div></a></div></span><div flex-auto></div><div text-sm flex="~ row nowrap"><a href="${address}/${id}"><time datetime="2026-01-01T00:00:00.000Z">10mo</time></a></div></div><div class="status-body" whitespace-pre-wrap><span class="content-rich line-compact" dir="auto" lang="${lang}"><x-p dir="auto">${rich(text, link)}</x-p></span></div></div></div></div>`;
}

/** Elk leads everything that its server knows to its own addresses. */
function link(what: string): string {
  if (what.startsWith('#')) {
    const tag = what.slice(1);
    return `<span><div close-on-content-click="false"><a href="/${home}/tags/${tag}" class="mention hashtag" rel="nofollow noopener noreferrer"><bdi>#<span>${tag}</span></bdi></a></div></span>`;
  }
  if (what.startsWith('@')) {
    const at = acct(what.slice(1), home);
    return `<span class="h-card"><span><a href="/${home}/@${at}" class="u-url mention" rel="nofollow noopener noreferrer"><bdi><span data-type="mention" data-id="${at}">@${at.split('@')[0]}</span></bdi></a></span></span>`;
  }
  return `<a href="${what}" rel="nofollow noopener noreferrer" target="_blank"><span class="invisible">https://</span><span>${escaped(what.slice(8))}</span></a>`;
}
