import { inScript, serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { profiles, site } from './posts.ts';

/** A look-alike of TikTok's structure, with descriptions of our own. */
export const tiktok: SampleSite = {
  hosts: ['www.tiktok.com', 'm.tiktok.com'],
  startPath: '/foryou',
  darkPath: '/foryou?theme=dark',
  rtlPath: '/foryou?dir=rtl&lang=fa',
  pictured: 'article',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts: site.posts, authors: site.authors },
    root: '<div id="app"></div>',
    extra: ({ pathname }) => rehydration(decodeURIComponent(pathname).slice(2)),
  }),
  planted: [...site.planted, ...profiles],
  decoys: [
    ...site.decoys,
    { ...tag('We_Are_Qassem'), where: 'machine-summary' },
    { ...account('sample.state.tv'), where: 'nav' },
    { ...account('reused_sample'), where: 'heading', path: '/@reused_sample' },
  ],
};

/** What the server knew when it sent the page: the first videos, or the profile's owner. */
function rehydration(handle: string): string {
  const owner = site.authors.find((author) => author.handle === handle);
  const first = site.posts.slice(0, 6).map(({ id, author }) => ({ id, author: userOf(author) }));
  const scope = owner
    ? { 'webapp.user-detail': { userInfo: { user: userOf(handle) } } }
    : { 'webapp.updated-items': first };
  const json = inScript({ __DEFAULT_SCOPE__: scope }).replaceAll('/', '\\u002F');
  return `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${json}</script>`;
}

function userOf(handle: string): object {
  const author = site.authors.find((one) => one.handle === handle);
  return { id: author?.id ?? '6900000000000009999', shortId: '', uniqueId: handle, nickname: author?.name ?? handle };
}
