import type { TextRule } from '../core/token.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { NO_MENTIONS } from './no-text.ts';
import { isPlainName } from './plain-name.ts';
import type { Address, Platform, Sighting } from './platform.ts';
import { segmentsOf } from './segments.ts';
import { searchedTag, wholeTag } from './tag-address.ts';
import { wrapped } from './wrapped.ts';

/**
 * LinkedIn. People (`/in/…`) and each kind of organisation have name spaces of their own: people are read as
 * `name`, the rest as `company/name`, `school/name`, `showcase/name`. Stable ids are what addresses hold: a
 * person's opaque `ACoAA…`, a number as `company:123` for an organisation. A person's number, which some
 * pages carry too, is another id for the same person and would contradict the opaque one: it is not read.
 * No grammar for hashtags is published: careful rules.
 */

const DOMAIN = 'linkedin.com';
/** `linkedin.com` itself, mobile and touch pages, countries, and nothing else below it (`business.`, `ads.`). */
const HOST = /^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/;

const PERSON = /^[\p{L}\p{M}\p{N}-]{3,100}$/u;
const ORGANISATION = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_.&'’!+-]{0,99}$/u;
/** The opaque id of a person; letter case counts. */
const MEMBER = /^AC[a-z]AA[A-Za-z0-9_-]{20,60}$/;
const NUMBER = /^[1-9]\d{0,18}$/;
const ORGANISATIONS = new Set(['company', 'school', 'showcase']);
/** `/in/me` is whoever is logged in, `/company/setup` a form. */
const NO_NAME = new Set('edit me setup unavailable'.split(' '));

const PERSON_PAGES = new Set('detail details overlay recent-activity'.split(' '));
const ORGANISATION_PAGES = new Set(
  'about alumni events home insights jobs life people posts products videos'.split(' '),
);

/** Pages that ask to log in first and say where one wanted to go. */
const LOGIN = /^\/(?:signup|login|uas\/login|authwall|checkpoint\/lg\/login|signup\/cold-join)\/?$/i;
/** Pages that stand before an address outside. */
const REDIRECT = /^\/(?:redir\/redirect|safety\/go)\/?$/i;

const text: TextRule = { ...CAREFUL_TAGS, ...NO_MENTIONS };

export const linkedin: Platform = {
  id: 'linkedin',
  hosts: [DOMAIN, `www.${DOMAIN}`],
  hostSuffixes: [DOMAIN],
  matches: ['https://linkedin.com/*', 'https://*.linkedin.com/*'],
  readAddress,
  unwrap,
  text,
  page: {
    units: [
      { selector: '.feed-shared-update-v2', kind: 'post' },
      { selector: '[data-view-name="feed-full-update"]', kind: 'post' },
      { selector: 'article.main-feed-activity-card', kind: 'post' },
      { selector: 'article.comments-comment-entity, article.comments-comment-item, section.comment', kind: 'post' },
      { selector: '.update-components-mini-update-v2, .feed-shared-mini-update-v2', kind: 'post' },
      { selector: '.reusable-search__result-container, .entity-result', kind: 'user-row' },
      { selector: '.org-top-card, .pv-top-card, .top-card-layout', kind: 'profile' },
      { selector: 'section[data-member-id]', kind: 'profile' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock:
      '.update-components-actor__container, .update-components-actor, .comments-comment-meta__container, ' +
      '[data-test-id="main-feed-activity-card__entity-lockup"], .comment__header',
    linkedName: '.update-components-actor__name',
    heading: '.org-top-card h1, .pv-top-card h1, .top-card-layout h1, section[data-member-id] h1',
    // Read aloud before every tag: "hashtag#name". The rest leads to the reader or to the log-in.
    ignore:
      '.visually-hidden, nav, [role="navigation"], [role="dialog"], #global-nav, .msg-overlay-container, ' +
      '.global-alert, .feed-identity-module, .semaphore__toggle',
    hints: [],
  },
};

/**
 * Logged out, tags lead to the log-in with their own address behind it, and so do buttons with that of the
 * page: only the tags name something.
 */
function unwrap(url: Address): string | undefined {
  if (REDIRECT.test(url.pathname)) return wrapped(url, 'url');
  if (!LOGIN.test(url.pathname)) return undefined;
  const inner = URL.parse(wrapped(url, 'session_redirect') ?? wrapped(url, 'sessionRedirect') ?? '');
  return inner !== null && HOST.test(inner.hostname) && readAddress(inner)?.kind === 'hashtag' ? inner.href : undefined;
}

function readAddress(url: Address): Sighting | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const segments = segmentsOf(url.pathname) ?? [];
  const [first, name, ...rest] = segments;
  const page = first?.toLowerCase() ?? '';
  if (page === 'feed') return name?.toLowerCase() === 'hashtag' ? tagPage(rest, url.searchParams) : undefined;
  if (page === 'search') return searched(segments, url.searchParams);
  if (name === undefined || NO_NAME.has(name.toLowerCase())) return undefined;
  if (page === 'in') return person(name, rest);
  return ORGANISATIONS.has(page) ? organisation(page, name, rest) : undefined;
}

function person(name: string, [page, ...more]: readonly string[]): Sighting | undefined {
  // `/in/name/en` is the profile in another language.
  const isProfile =
    page === undefined || PERSON_PAGES.has(page.toLowerCase()) || (/^[a-z]{2}$/i.test(page) && more.length === 0);
  if (!isProfile) return undefined;
  if (MEMBER.test(name)) return { kind: 'account', platform: 'linkedin', id: name, via: 'profile' };
  return PERSON.test(name) && isPlainName(name) ? account(name) : undefined;
}

function organisation(space: string, name: string, [page, ...more]: readonly string[]): Sighting | undefined {
  if (page !== undefined && (!ORGANISATION_PAGES.has(page.toLowerCase()) || more.length > 0)) return undefined;
  if (NUMBER.test(name)) return { kind: 'account', platform: 'linkedin', id: `company:${name}`, via: 'profile' };
  return ORGANISATION.test(name) && isPlainName(name) ? account(`${space}/${name}`) : undefined;
}

/** `/feed/hashtag/name`, `/feed/hashtag/?keywords=name`. */
function tagPage([tag, more]: readonly string[], query: URLSearchParams): Sighting | undefined {
  return more === undefined ? hashtag(tag ?? (query.get('keywords') ?? '').replace(/^[#＃]/, '')) : undefined;
}

function searched([, results, where, more]: readonly string[], query: URLSearchParams): Sighting | undefined {
  if (results?.toLowerCase() !== 'results' || !/^(?:all|content)$/i.test(where ?? '') || more !== undefined)
    return undefined;
  return hashtag(searchedTag(query.get('keywords')));
}

function hashtag(tag: string | undefined): Sighting | undefined {
  return wholeTag('linkedin', tag, text);
}

function account(handle: string): Sighting {
  return { kind: 'account', platform: 'linkedin', handle, via: 'profile' };
}
