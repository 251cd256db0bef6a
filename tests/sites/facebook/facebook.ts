import { serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { site } from './posts.ts';

/** A look-alike of Facebook's structure, with posts of our own. */
export const facebook: SampleSite = {
  hosts: ['www.facebook.com', 'm.facebook.com', 'web.facebook.com'],
  startPath: '/',
  darkPath: '/?theme=dark',
  rtlPath: '/?dir=rtl&lang=fa',
  pictured: '[role="article"]',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts: site.posts, authors: site.authors },
    root: '<div id="mount_0_0_sM"></div>',
  }),
  planted: [
    ...site.planted,
    { ...account('sample.state.press'), where: 'heading', path: '/samplestatepress' },
    { ...account('old.sample.desk'), where: 'heading', path: '/profile.php?id=100000000530002' },
  ],
  decoys: [
    ...site.decoys,
    { ...account('sample.state.press'), where: 'banner' },
    { ...account('sample.state.press'), where: 'chats' },
    { ...tag('We_Are_Qassem'), where: 'composer' },
  ],
};
