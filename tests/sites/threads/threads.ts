import { inScript, serveApp } from '../common/serve.ts';
import { account } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { profiles, site } from './posts.ts';

/** A look-alike of Threads' structure, with posts of our own. */
export const threads: SampleSite = {
  hosts: ['www.threads.com', 'www.threads.net'],
  startPath: '/',
  darkPath: '/?theme=dark',
  rtlPath: '/?dir=rtl&lang=fa',
  pictured: '[data-pressable-container="true"]',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts: site.posts, authors: site.authors },
    root: '<div id="barcelona-page-layout"></div>',
    extra: ({ pathname }) => userData(decodeURIComponent(pathname).slice(2)),
  }),
  planted: [...site.planted, ...profiles],
  decoys: [
    ...site.decoys,
    { ...account('sample.state.press'), where: 'nav' },
    { ...account('reused.sample'), where: 'heading', path: '/@reused.sample' },
  ],
};

function userData(handle: string): string {
  const author = site.authors.find((one) => one.handle === handle);
  if (author?.id === undefined) return '';
  const user = { pk: author.id, username: author.handle, full_name: author.name };
  return `<script type="application/json" data-sjs>${inScript({ require: [{ user }] })}</script>`;
}
