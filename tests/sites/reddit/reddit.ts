import { among, expected } from '../common/bracketed.ts';
import { serveApp } from '../common/serve.ts';
import { account } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { commentHtml, frame, postHtml } from './markup.ts';
import { comments, type Submission, written } from './posts.ts';

const posts = among<Submission>(written, 66, (handle) => handle);
const path = '/r/maps/comments/sample0/an_everyday_post/';
const [first, second, third] = comments as [Submission, Submission, Submission];
const thread = commentHtml(first, 0, commentHtml(second, 1, commentHtml(third, 2)));

/** The current site: web components with open shadow roots around slotted posts. */
export const reddit: SampleSite = {
  hosts: ['www.reddit.com'],
  startPath: '/',
  darkPath: '/?theme=dark',
  rtlPath: '/?dir=rtl&lang=fa',
  pictured: '.md',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    root: '<div id="root"></div>',
    data: {
      posts: posts.map((post, at) => ({ id: at, html: postHtml(post, at) })),
      authors: [],
      thread: `<shreddit-comment-tree>${thread}</shreddit-comment-tree>`,
      frameHtml: frame,
    },
  }),
  planted: [...expected(posts, 'planted'), ...expected(comments, 'planted', path)],
  decoys: [
    ...expected(posts, 'decoys'),
    ...expected(comments, 'decoys', path),
    { ...account('sample_user'), where: 'who is logged in' },
    { ...account('r/sample'), where: 'communities of whoever is logged in' },
  ],
};
