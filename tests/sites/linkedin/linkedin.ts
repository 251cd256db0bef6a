import { serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { guest, guestPath, site } from './posts.ts';

/** A look-alike of LinkedIn's structure: the feed in its two forms, and a company as strangers see it. */
export const linkedin: SampleSite = {
  hosts: ['www.linkedin.com', 'uk.linkedin.com'],
  startPath: '/feed/',
  darkPath: '/feed/?theme=dark',
  rtlPath: '/feed/?dir=rtl&lang=fa',
  pictured: '.feed-shared-update-v2',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts: site.posts, authors: site.authors, guestPosts: guest.posts },
    root: '<div class="application-outlet"></div>',
  }),
  planted: [...site.planted, ...guest.planted],
  decoys: [
    ...site.decoys,
    { ...account('company/sample-state-media'), where: 'nav' },
    { ...account('company/sample-state-media'), where: 'messages' },
    { ...tag('We_Are_Qassem'), where: 'composer' },
    { ...tag('heroin'), where: 'post/1', path: guestPath },
  ],
};
