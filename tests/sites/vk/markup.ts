import { escaped, rich } from '../common/bracketed.ts';
import { owners, type WallPost } from './posts.ts';

/** Markup of vk.com as third parties describe it; no page of VK's own was to be had. */

function ownerOf(name: string): string {
  return owners[name] ?? String([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e6, 7));
}

function nameOf(name: string): string {
  return name.replace('_sample', '').replaceAll('_', ' ');
}

export function postHtml(post: WallPost, at: number): string {
  const { author, text, lang = 'ru', copied } = post;
  const id = `${ownerOf(author)}_${7000 + at}`;
  return `<div class="feed_row"><div id="post${id}" class="_post post page_block" data-post-id="${id}" data-post-author-id="${ownerOf(author)}"><div class="PostHeader"><a class="PostHeader__avatar" href="/${author}" aria-hidden="true"></a><div class="PostHeaderInfo"><h5 class="PostHeaderTitle"><a class="PostHeaderTitle__authorLink author" href="/${author}" data-from-id="${ownerOf(author)}"><span class="PostHeaderTitle__authorName">${nameOf(author)}</span></a></h5><div class="PostHeaderSubtitle"><a class="PostHeaderSubtitle__link" href="/wall${id}"><span class="rel_date">today at 9:14</span></a></div></div></div>
<div class="wall_text"><div class="wall_post_cont"><div class="wall_post_text" lang="${lang}">${rich(text, link)}</div>${copied ? copy(copied, at) : ''}</div></div>
<div class="like_wrap"><div role="button" class="PostBottomAction"><span class="PostBottomAction__count live-count">12</span></div></div></div></div>`;
}

function copy({ author, text }: NonNullable<WallPost['copied']>, at: number): string {
  const id = `${ownerOf(author)}_${9000 + at}`;
  return `<div class="copy_quote"><div class="copy_post_header"><h5 class="copy_post_author"><a class="copy_author author" href="/${author}" data-post-id="${id}">${nameOf(author)}</a></h5><div class="copy_post_date"><a class="published_by_date" href="/wall${id}">3 Jan</a></div></div><div class="wall_post_text">${rich(text, link)}</div></div>`;
}

export function link(what: string): string {
  const shown = escaped(what);
  if (what.startsWith('#')) {
    const [tag, community] = what.slice(1).split('@') as [string, string?];
    const href = community ? `/${community}/${tag}` : `/feed?section=search&amp;q=%23${encodeURIComponent(tag)}`;
    return `<a href="${href}">${shown}</a>`;
  }
  if (what.startsWith('@')) return `<a href="/${what.slice(1)}" class="mem_link">${nameOf(what.slice(1))}</a>`;
  const [, owner, name] = /^((?:id|club)\d+)\|(.+)$/.exec(what) ?? [];
  if (owner) return `<a href="/${owner}" class="mem_link" mention_id="${owner}">${name}</a>`;
  return `<a href="/away.php?to=${encodeURIComponent(what)}&amp;post=1_2&amp;cc_key=" target="_blank" title="${shown}" rel="nofollow noopener">${escaped(what.slice(8))}</a>`;
}

export function profileHeader(name: string): string {
  return `<div class="redesigned-cover-block"><div class="page_top"><h1 class="page_name">${nameOf(name)}</h1><div class="page_current_info">Made up. ${link('#We_Are_Qassem')} ${link('@lena_sample')}</div></div></div>`;
}

export const frame = `<div id="page_layout"><div id="page_header"><a href="/sample_official">an official (you)</a><input id="ts_input" value="#We_Are_Qassem"></div><div id="side_bar"><ol class="left_menu"><li><a href="/sample_page">my communities: sample page</a></li></ol></div><div id="page_body"></div></div>`;
