import { inScript, serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { authors, decoys, onProfiles, planted, posts } from './posts.ts';

/** A look-alike of Instagram's structure, with posts of our own. */
export const instagram: SampleSite = {
  hosts: ['www.instagram.com', 'instagram.com'],
  startPath: '/',
  darkPath: '/?theme=dark',
  rtlPath: '/?dir=rtl&lang=fa',
  pictured: 'article',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts, authors },
    root: '<div id="mount_0_0_sM"></div>',
    extra: ({ pathname }) => userData(pathname.split('/')[1] ?? ''),
  }),
  planted: [...planted, ...onProfiles.planted],
  decoys: [
    ...decoys,
    ...onProfiles.decoys,
    { ...account('new.sample.desk'), where: 'liked-by' },
    { ...account('sample.state.press'), where: 'suggestions' },
    { ...account('sample.state.press'), where: 'nav' },
    { ...tag('Hero'), where: 'comment-box' },
  ],
};

/** What the server sends along with a profile: the account's number stands nowhere else. */
function userData(handle: string): string {
  const author = authors.find((one) => one.handle === handle);
  if (author?.id === undefined) return '';
  const user = { pk: author.id, username: author.handle, full_name: author.name, biography: author.bio };
  return `<script type="application/json" data-sjs>${inScript({ require: [['RelayPrefetchedStreamCache', { user }]] })}</script>`;
}
