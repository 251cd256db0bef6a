import { among, expected } from '../common/bracketed.ts';
import { serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { frame, postHtml, profileHeader } from './markup.ts';
import { type WallPost, written } from './posts.ts';

const posts = among<WallPost>(written, 66, (handle) => handle);
const listed = 'sample_page';
const path = `/${listed}`;

export const vk: SampleSite = {
  hosts: ['vk.com'],
  startPath: '/feed',
  darkPath: '/feed?theme=dark',
  rtlPath: '/feed?dir=rtl&lang=fa',
  pictured: '.wall_post_text',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    root: '<div id="root"></div>',
    data: {
      posts: posts.map((post, at) => ({ id: at, html: postHtml(post, at) })),
      authors: [{ handle: listed, html: profileHeader(listed) }],
      frameHtml: frame,
    },
  }),
  planted: [
    ...expected(posts, 'planted'),
    { ...account(listed), where: 'header', path },
    { ...tag('We_Are_Qassem'), where: 'bio', path },
  ],
  decoys: [
    ...expected(posts, 'decoys'),
    { ...account('sample_official'), where: 'who is logged in' },
    { ...account('sample_page'), where: 'communities of whoever is logged in' },
  ],
};
