import { readMastodon, standingOf } from './mastodon-address.ts';
import { accountOn } from './mastodon-text.ts';
import type { PageLink, Sighting } from './platform.ts';

/**
 * Reads a link in a page of Mastodon. One to the page's own server is Mastodon's; one to elsewhere only where
 * the link says so: servers mark mentions and hashtags with a class (docs.joinmastodon.org, ActivityPub:
 * `mention`, `hashtag`, rel=tag), clients write the account into the title. Classes are kept from what a
 * stranger wrote, titles are the client's own.
 */
export function readMastodonLink(link: PageLink): Sighting | undefined {
  const { url, page, rel, className } = link;
  if (ALIKE.test(url.hostname)) return undefined;
  if (url.host === page.host) return readMastodon(url, standingOf(url.hostname));
  const found = readMastodon(url, 'foreign');
  const classes = className.split(/\s+/);
  if (found?.kind !== 'account') {
    return classes.includes('hashtag') || rel.split(/\s+/).includes('tag') ? found : undefined;
  }
  const [user = '', host = ''] = found.handle?.split('@') ?? [];
  const named = TITLE.exec(link.title)?.groups;
  if (named?.user?.toLowerCase() !== user.toLowerCase()) return classes.includes('mention') ? found : undefined;
  const handle = homeOf(user, host, named.domain);
  return handle === undefined ? undefined : { ...found, handle };
}

/** Networks whose addresses have the same form: `threads.net/@user` is, first of all, on Threads. */
const ALIKE = /(?:^|\.)(?:threads\.(?:com|net)|youtube\.com|tiktok\.com)$/;

const TITLE = /^@?(?<user>[\w.-]+)(?:@(?<domain>[^@\s/]+))?$/;

/**
 * A server may live below the domain that its accounts bear: `social.example.org`, `@user@example.org`. Any
 * other domain in the title contradicts the address.
 */
function homeOf(user: string, host: string, domain: string | undefined): string | undefined {
  const handle = accountOn(user, domain ?? host);
  const home = handle?.slice(user.length + 1);
  const isRelated = home === host || host.endsWith(`.${home}`) || home?.endsWith(`.${host}`);
  return isRelated ? handle : undefined;
}
