import { escaped, rich } from '../common/bracketed.ts';
import { idOf, type Submission } from './posts.ts';

/** Markup of the current site, as saved pages have it: web components whose content is slotted light DOM. */

export function postHtml(post: Submission, at: number): string {
  const { author, community = 'maps', title = 'An everyday post', lang = 'en', text } = post;
  const id = `t3_sample${at}`;
  const permalink = `/r/${community}/comments/sample${at}/an_everyday_post/`;
  return `<article class="w-full m-0" aria-label="${escaped(title)}"><shreddit-post class="block relative" permalink="${permalink}" content-href="https://www.reddit.com${permalink}" view-context="AggregateFeed" comment-count="3" created-timestamp="2026-01-10T13:56:05.174000+0000" id="${id}" post-title="${escaped(title)}" post-language="${lang}" post-type="text" score="12" subreddit-id="t5_${community}" subreddit-prefixed-name="r/${community}" author-id="${idOf(author)}" author="${author}">
<a slot="full-post-link" href="${permalink}" class="absolute"><faceplate-screen-reader-content>${escaped(title)}</faceplate-screen-reader-content></a>
<div slot="credit-bar"><span class="flex">${communityCard(community)}<span class="created-separator">•</span><faceplate-timeago ts="2026-01-10T13:56:05.174000+0000"><time datetime="2026-01-10T13:56:05.174Z">2h</time></faceplate-timeago>
<span slot="authorName" class="flex"><faceplate-hovercard data-id="user-hover-card" label="${author} details"><faceplate-tracker source="post_credit_bar" noun="user_profile"><a rpl href="/user/${author}/">${author}</a></faceplate-tracker><div slot="content"><faceplate-partial src="/svc/shreddit/user-hover-card/${author}" loading="programmatic"></faceplate-partial></div></faceplate-hovercard></span></span></div>
<a slot="title" href="${permalink}" id="post-title-${id}" class="title">${escaped(title)}</a>
<div slot="text-body" class="text-body"><div class="md" id="${id}-post-rtjson-content" lang="${lang}"><p>${rich(text, link)}</p></div></div>
</shreddit-post></article>`;
}

/** What appears over a community's name is in the page already. */
function communityCard(community: string): string {
  const name = `<a rpl href="/r/${community}/">r/${community}</a>`;
  return `<faceplate-hovercard position="bottom-start" data-id="community-hover-card" aria-label="r/${community}">${name}<div slot="content"><div class="flex"><faceplate-tracker source="subreddit_hovercard" noun="title">${name}</faceplate-tracker><faceplate-number number="2629">2629</faceplate-number> Members</div></div></faceplate-hovercard>`;
}

export function commentHtml({ author, lang = 'en', text }: Submission, at: number, answers = ''): string {
  const id = `t1_sample${at}`;
  return `<shreddit-comment author="${author}" thingId="${id}" depth="${at}" permalink="/r/maps/comments/sample0/comment/sample${at}/" postId="t3_sample0" score="3">
<div slot="commentAvatar"><a href="/user/${author}/" aria-hidden="true"><span class="avatar"></span></a></div>
<div slot="commentMeta" class="flex"><faceplate-tracker source="post_detail" noun="comment_author"><a rpl href="/user/${author}/" class="truncate font-bold">${author}</a></faceplate-tracker><span>•</span><a href="/r/maps/comments/sample0/comment/sample${at}/"><faceplate-timeago ts="2026-01-10T13:56:05.174000+0000"><time datetime="2026-01-10T13:56:05.174Z">1h</time></faceplate-timeago></a></div>
<div slot="comment" class="md" id="${id}-comment-rtjson-content" lang="${lang}"><div><p>${rich(text, link)}</p></div></div>${answers}</shreddit-comment>`;
}

export function link(what: string): string {
  const shown = escaped(what);
  if (/^[ur]\//.test(what)) return `<a rpl href="/${what.replace(/^u\//, 'user/')}/">${shown}</a>`;
  if (what.startsWith('#')) return shown; // No hashtags here: a word like any other.
  if (what.startsWith('@')) return `<a rpl href="/user/${what.slice(1)}/">u/${what.slice(1)}</a>`;
  return `<a rpl href="${shown}" rel="noopener nofollow ugc" target="_blank">${shown}</a>`;
}

export const frame = `<shreddit-app><reddit-header-large><nav><a href="/">Reddit</a> <a href="/user/sample_user/">u/sample_user (you)</a> <input name="q" value="u/sample_user"></nav></reddit-header-large><div class="grid"><reddit-sidebar-nav><a href="/r/sample/">r/sample</a></reddit-sidebar-nav><main id="main-content"></main></div></shreddit-app>`;
