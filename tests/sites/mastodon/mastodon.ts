import { among, expected } from '../common/bracketed.ts';
import { type App, inScript, serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { Expectation, SampleSite } from '../site.ts';
import { acct, frame, profileHeader, statusArticle } from './markup.ts';
import { type Status, written } from './posts.ts';

const total = 66;
const statuses = among<Status>(written, total, (handle) => `${handle}@mastodon.social`);
const profiles = ['sample@social.example', 'sample_desk@mastodon.social'];

/** The official front-end on a server that everybody knows, and on one that nobody does. */
export const mastodon = site('mastodon.social');
export const mastodonElsewhere = site('social.example');

function site(home: string): SampleSite {
  return {
    hosts: [home],
    startPath: '/public',
    darkPath: '/public?theme=dark',
    rtlPath: '/public?dir=rtl&lang=fa',
    pictured: '.status__content__text',
    handler: serveApp(app(home)),
    planted: [
      ...expected(statuses, 'planted'),
      { ...tag('We_Are_Qassem'), where: 'trend' },
      ...profiles.flatMap((full) => profilePage(full, home)),
    ],
    decoys: [
      ...expected(statuses, 'decoys'),
      { ...tag('We_Are_Qassem'), where: 'composer' },
      { ...account('sample_desk@mastodon.social'), where: 'who is logged in' },
    ],
  };
}

function app(home: string): App {
  return {
    dir: new URL('./app/', import.meta.url),
    root: '<div class="notranslate app-holder" id="mastodon" data-props="{&quot;locale&quot;:&quot;en&quot;}"></div>',
    extra: () => `<script id="initial-state" type="application/json">${inScript({ meta: { domain: home } })}</script>`,
    data: {
      posts: statuses.map((status, at) => ({ html: statusArticle(status, at, total, home) })),
      authors: profiles.map((full) => ({ handle: acct(full, home), html: profileHeader(full, home) })),
      frameHtml: frame,
    },
  };
}

/** The header, and on every page the trends. */
function profilePage(full: string, home: string): Expectation[] {
  const path = `/@${acct(full, home)}`;
  return [
    { ...account(full), where: 'header', path },
    { ...tag('We_Are_Qassem'), where: 'header', path },
    { ...tag('We_Are_Qassem'), where: 'trend', path },
  ];
}
