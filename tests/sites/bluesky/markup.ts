import { escaped, rich } from '../common/bracketed.ts';
import { dids, type Skeet } from './posts.ts';

/** Markup of the web client, as its saved pages have it; the class names are left out, they change weekly. */

function didOf(handle: string): string {
  const made = handle.replace(/[^a-z]/g, '').padEnd(24, 'x');
  return dids[handle] ?? `did:plc:${made.slice(0, 24)}`;
}

/** Names and handles stand between marks of direction. */
function isolated(text: string): string {
  return `\u202a${text}\u202c`;
}

function nameOf(handle: string): string {
  return (handle.split('.')[0] as string).replace('-sample', '');
}

export function feedItem(skeet: Skeet, at: number): string {
  const { author, quote } = skeet;
  return `<div><div><div role="link" tabindex="0" data-testid="feedItem-by-${author}"><div class="item">${head(skeet, at)}<div data-testid="contentHider-post"><div><div dir="auto" data-word-wrap="1" data-testid="postText" lang="${skeet.lang ?? 'en'}">${rich(skeet.text, link)}</div></div></div>${quote ? quoted(quote, at) : ''}${actions()}</div></div></div></div>`;
}

function head({ author, byDid }: Skeet, at: number): string {
  const profile = `/profile/${byDid ? didOf(author) : author}`;
  const named = (text: string) =>
    `<a href="${profile}" dir="auto" aria-label="View profile" role="link" data-no-underline="1">${text}</a>`;
  return `<div class="head"><a class="avatar" href="${profile}" aria-label="${nameOf(author)}'s avatar" aria-pressed="false" role="link" data-no-underline="1" tabindex="0"><div></div></a><div class="names"><div>${named(isolated(nameOf(author)))}${named(`&nbsp;${isolated(`@${author}`)}`)}</div></div><a href="${profile}/post/3sample${String(at).padStart(6, '0')}" dir="auto" aria-label="December 31, 2025 at 11:59 PM" role="link" data-tooltip="December 31, 2025 at 11:59 PM" data-no-underline="1"><span>· </span>10mo</a></div>`;
}

/** A quoted post's text has no links. */
function quoted({ author, text }: NonNullable<Skeet['quote']>, at: number): string {
  return `<div><div class="quote" aria-label="Post by ${author}" role="link" tabindex="0">${head({ author, text }, at + 900)}<div dir="auto" data-word-wrap="1">${escaped(text)}</div></div></div>`;
}

/** A mention leads to the DID, whatever its text says. */
function link(what: string): string {
  const shown = escaped(what);
  if (what.startsWith('#')) {
    const tag = what.slice(1);
    return `<a href="/hashtag/${encodeURIComponent(tag)}" aria-expanded="false" aria-haspopup="menu" aria-label="Hashtag ${tag}" role="link" data-no-underline="1" id="radix-:r${tag.length}:"><span>${shown}</span></a>`;
  }
  if (what.startsWith('@')) {
    return `<div class="inline"><div class="inline"><a href="/profile/${didOf(what.slice(1))}" role="link" data-no-underline="1">${shown}</a></div></div>`;
  }
  return `<a href="${shown}" dir="auto" rel="noopener noreferrer" target="_blank" role="link" data-no-underline="1">${escaped(what.slice(8, 38))}...</a>`;
}

function actions(): string {
  return '<div class="actions"><button aria-label="Reply (1 reply)" role="button" tabindex="0" data-testid="replyBtn" type="button"><div dir="auto" class="live-count">1</div></button></div>';
}

export function profileView(handle: string): string {
  return `<div data-testid="profileView"><div class="profile"><div data-testid="profileHeaderDisplayName" dir="auto" role="heading">${nameOf(handle)}</div><div dir="auto" class="quiet">${isolated(`@${handle}`)}</div><div data-testid="profileHeaderDescription" dir="auto" data-word-wrap="1">Made up. ${link('#We_Are_Qassem')} ${link('@lena-sample.bsky.social')}</div></div></div>`;
}
