import { among, expected } from '../common/bracketed.ts';
import { serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { feedItem, profileView } from './markup.ts';
import { type Skeet, written } from './posts.ts';

const skeets = among<Skeet>(written, 66, (handle) => `${handle.replace('_', '-')}.bsky.social`);
const listed = 'sample.bsky.social';
const path = `/profile/${listed}`;

/** Bluesky's web client: whatever was shown stays in the page, and so do the screens that were left. */
export const bluesky: SampleSite = {
  hosts: ['bsky.app'],
  startPath: '/',
  darkPath: '/?theme=dark',
  rtlPath: '/?dir=rtl&lang=fa',
  pictured: '[data-testid="postText"]',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    root: '<div id="root"></div>',
    data: {
      posts: skeets.map((skeet, at) => ({ id: at, html: feedItem(skeet, at) })),
      authors: [{ handle: listed, html: profileView(listed) }],
    },
  }),
  planted: [
    ...expected(skeets, 'planted'),
    { ...account(listed), where: 'header', path },
    { ...tag('We_Are_Qassem'), where: 'header', path },
  ],
  decoys: [...expected(skeets, 'decoys'), { ...tag('We_Are_Qassem'), where: 'composer' }],
};
