import type { Answer, SiteRequest } from '../../harness/server.ts';
import { among, escaped, expected, lookOf, rich } from '../common/bracketed.ts';
import type { SampleSite } from '../site.ts';
import { link } from './markup.ts';
import { idOf, type Submission, written } from './posts.ts';

const here = 'https://old.reddit.com';
const listed = written.map((post) => {
  // No card hangs over a community's name here.
  const planted = post.planted?.filter(({ where }) => where !== 'card');
  return { ...post, ...(planted && { planted }) };
});
const posts = among<Submission>(listed, 60, (handle) => handle);

/** Old Reddit: a page from the server, with every post's text opened. */
export const redditOld: SampleSite = {
  hosts: ['old.reddit.com'],
  startPath: '/r/all/',
  darkPath: '/r/all/?theme=dark',
  rtlPath: '/r/all/?dir=rtl&lang=fa',
  pictured: '.md',
  loads: true,
  handler,
  planted: expected(posts, 'planted'),
  decoys: expected(posts, 'decoys'),
};

function handler({ url }: SiteRequest): Answer {
  if (url.pathname !== '/r/all/') return { status: 404 };
  const { dark, dir, lang } = lookOf(url);
  const body = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>all</title><style>${css}${dark ? 'body { background: #181818; color: #ddd }' : ''}</style></head>
<body class="listing-page hot-page"><div id="header" role="banner"><div id="sr-header-area"><a href="${here}/r/sample/">sample</a></div><div id="header-bottom-right"><span class="user"><a href="${here}/user/sample_user/">sample_user</a></span></div></div>
<div class="side"><div class="titlebox"><h1 class="hover redditname"><a href="${here}/r/all/">all</a></h1><div class="usertext-body"><div class="md"><p>Everything.</p></div></div></div></div>
<div class="content" role="main"><div id="siteTable" class="sitetable linklisting">${posts.map(thing).join('\n')}</div></div></body></html>`;
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function thing(post: Submission, at: number): string {
  const { author, community = 'maps', title = 'An everyday post', text, lang = 'en' } = post;
  const permalink = `/r/${community}/comments/sample${at}/an_everyday_post/`;
  const fullname = idOf(author);
  return `<div class=" thing id-t3_sample${at} odd link self" id="thing_t3_sample${at}" data-fullname="t3_sample${at}" data-type="link" data-author="${author}" data-author-fullname="${fullname}" data-subreddit="${community}" data-subreddit-prefixed="r/${community}" data-permalink="${permalink}" data-domain="self.${community}">
<div class="midcol unvoted"><div class="score unvoted">12</div></div><div class="entry unvoted"><div class="top-matter"><p class="title"><a class="title may-blank" href="${permalink}">${escaped(title)}</a> <span class="domain">(<a href="/r/${community}/">self.${community}</a>)</span></p>
<p class="tagline ">submitted <time datetime="2026-01-10T13:56:05+00:00" class="live-timestamp">2 hours ago</time> by <a href="${here}/user/${author}" class="author may-blank id-${fullname}">${author}</a><span class="userattrs"></span> to <a href="${here}/r/${community}/" class="subreddit hover may-blank">r/${community}</a></p></div>
<div class="expando"><form action="#" class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md" lang="${lang}"><p>${rich(text, link)}</p></div></div></form></div><ul class="flat-list buttons"><li class="first"><a href="${here}${permalink}" class="bylink comments may-blank">3 comments</a></li></ul></div></div>`;
}

const css = `body { margin: 0; font: 13px/1.4 verdana, sans-serif } .side { float: right; width: 280px; padding: 12px }
[dir=rtl] .side { float: left } .content { padding: 8px; margin-inline-end: 320px } .midcol { float: left; width: 40px } .thing { padding: 8px 0 }
[dir=rtl] .midcol { float: right } .entry { overflow: hidden } p { margin: 0 } .title { font-size: 16px } a { color: #369; text-decoration: none }
.flat-list { list-style: none; margin: 0; padding: 0 } .md { max-width: 60em; padding: 5px; border: 1px solid #888; border-radius: 7px; unicode-bidi: plaintext }`;
