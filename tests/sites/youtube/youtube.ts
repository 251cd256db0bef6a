import { inScript, serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { authors, decoys, elsewhere, onStart, planted, posts, videos } from './posts.ts';

/** A look-alike of YouTube's structure: a film with its comments, the grid of the start page, channels. */
export const youtube: SampleSite = {
  hosts: ['www.youtube.com', 'm.youtube.com'],
  startPath: '/watch?v=sampleVid01',
  darkPath: '/watch?v=sampleVid01&theme=dark',
  rtlPath: '/watch?v=sampleVid01&dir=rtl&lang=fa',
  pictured: '#comments, ytd-watch-metadata',
  handler: serveApp({
    dir: new URL('./app/', import.meta.url),
    data: { posts, authors, videos },
    root: '<ytd-app></ytd-app>',
    extra: () =>
      `<script nonce="sample">var ytInitialData = ${inScript({ contents: authors.filter(({ id }) => id).map(endpoint) })};</script>`,
  }),
  planted: [...planted, ...onStart, ...elsewhere],
  decoys: [
    ...decoys,
    { ...account('SampleStateTV'), where: 'guide' },
    { ...account('ReusedSample'), where: 'card/8' },
    { ...tag('superhero'), where: 'card/5' },
    { ...tag('Hero'), where: 'search-box' },
    { ...account('ReusedSample'), where: 'header', path: '/@ReusedSample' },
  ],
};

/** Every link to a channel in the page's own data holds its id and its address. */
function endpoint({ handle, id }: { handle: string; id?: string }): object {
  return {
    navigationEndpoint: { browseEndpoint: { browseId: id, canonicalBaseUrl: `/@${encodeURIComponent(handle)}` } },
  };
}
