import { hasWord } from '../core/fold.ts';
import type { Question, QuestionProblem, Reading } from '../core/reading.ts';
import type { Sighting } from '../core/sighting.ts';
import { readAddress } from './address.ts';
import { platformOf } from './all.ts';
import { readBluesky } from './bluesky-address.ts';
import { CAREFUL_TAGS } from './careful-text.ts';
import { hostIn, isPlain } from './host.ts';
import { readMastodon } from './mastodon-address.ts';
import { accountOn } from './mastodon-text.ts';
import { isShortLink } from './short-links.ts';
import { questionsIn } from './split-question.ts';
import { withoutWrapper } from './wrappers.ts';

/** More than these at once are left unread, and counted. */
export const MAX_QUESTIONS = 50;

/**
 * Reads what a reader pastes or selects: handles, hashtags and addresses in any network's form, one or several.
 * Nothing is fetched.
 * @returns the questions, at most `MAX_QUESTIONS`, and how many were left unread
 */
export function readQuestions(text: string): { questions: Question[]; left: number } {
  const all = [...new Set(questionsIn(text))];
  return { questions: all.slice(0, MAX_QUESTIONS).map(readQuestion), left: Math.max(0, all.length - MAX_QUESTIONS) };
}

function readQuestion(asked: string): Question {
  const read = asked.includes(' ') ? ofWords(asked) : readName(asked);
  return Array.isArray(read) ? { asked, readings: read } : { asked, readings: [], problem: read };
}

type Read = Reading[] | QuestionProblem;

function ofWords(text: string): Read {
  return hasWord(text) && text.length <= LONGEST_NAME ? [{ kind: 'words', text }] : 'unreadable';
}
const LONGEST_NAME = 128;

function readName(name: string): Read {
  if (/^[#＃]/.test(name)) return ofTag(name.slice(1));
  if (/^[@＠]/.test(name)) return ofHandle(name.slice(1));
  if (/^(?:https?:)?\/\//i.test(name)) return ofAddress(name.replace(/^\/\//, 'https://'));
  if (/^(?:did|at|acct|tg):/i.test(name)) return ofScheme(name);
  if (/^[a-z][a-z0-9+.-]*:/i.test(name) && !/^[^/:]+\.[^/:]+:\d+(?:\/|$)/.test(name)) return 'unreadable';
  if (/^\/?[ur]\/[\w-]+\/?$/i.test(name)) return ofAddress(`https://www.reddit.com/${name.replace(/^\//, '')}`);
  if (/^[^/@＠]+[@＠][^/@＠]+$/.test(name)) return ofHandle(name);
  if (hostIn(name) !== undefined) return ofBareHost(name);
  return ofBareName(name);
}

function ofTag(raw: string): Read {
  const { tag, tagNeeds } = CAREFUL_TAGS;
  tag.lastIndex = 0;
  const found = tag.exec(raw)?.[0] ?? '';
  // What stands behind a tag may be the end of a quotation or a word's ending: `#tag’s`.
  const isTag = found.length <= LONGEST_NAME && hasWord(found) && tagNeeds.test(found);
  return isTag ? [{ kind: 'hashtag', tag: found }] : 'unreadable';
}

/** `name`, `name.example` as on Bluesky or Instagram, `name@server` as on Mastodon. */
function ofHandle(raw: string): Read {
  const [user = '', server, ...more] = raw.split(/[@＠]/);
  if (more.length > 0) return 'unreadable';
  if (server === undefined) return isName(user) ? [{ kind: 'account', handle: user }] : 'unreadable';
  const handle = accountOn(user, server);
  return handle === undefined ? 'unreadable' : [{ kind: 'account', platform: 'mastodon', handle }];
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && /^(?:[\p{L}\p{M}\p{N}_.·-]|\u200c|\u200d)+$/u.test(name) && hasWord(name);
}

/** A word without a sign: an account's name, or a hashtag's. Numbers are ids as well. */
function ofBareName(name: string): Read {
  if (/^UC[\w-]{22}$/.test(name)) return [{ kind: 'account', platform: 'youtube', id: name }];
  if (/^-?\d{5,20}$/.test(name)) return [{ kind: 'account', id: name }, ...(isName(name) ? ofName(name) : [])];
  return isName(name) ? ofName(name) : 'unreadable';
}

function ofName(name: string): Reading[] {
  const tag = ofTag(name);
  const isWhole = Array.isArray(tag) && tag.some((one) => one.kind === 'hashtag' && one.tag === name);
  return [{ kind: 'account', handle: name }, ...(isWhole ? tag : [])];
}

/** A domain may be a site, and a name as Bluesky and other networks have them. */
function ofBareHost(name: string): Read {
  const found = ofAddress(`https://${name}`);
  const isBare = isName(name) && platformOf(name) === undefined && !isShortLink(name.toLowerCase());
  if (!isBare) return found;
  return [...(Array.isArray(found) ? found : []), { kind: 'account', handle: name }];
}

/** `did:plc:…`, `at://name/…`, `acct:name@server`, `tg://resolve?domain=name`. */
function ofScheme(name: string): Read {
  if (/^acct:/i.test(name)) return ofHandle(name.slice('acct:'.length));
  if (/^tg:/i.test(name)) {
    const url = URL.parse(name);
    const channel = url?.hostname === 'resolve' ? url.searchParams.get('domain') : null;
    return channel === null || channel === undefined ? 'unreadable' : ofAddress(`https://t.me/${channel}`);
  }
  const [actor = '', ...record] = name.replace(/^at:\/\//i, '').split('/');
  const found = readBluesky(new URL(`https://bsky.app/profile/${encodeURIComponent(actor)}`));
  if (found?.kind !== 'account') return 'unreadable';
  return [ofSighting(record.length > 0 ? { ...found, via: 'post' } : found)];
}

function ofAddress(raw: string): Read {
  const parsed = URL.parse(raw);
  if (parsed === null) return 'unreadable';
  const url = withoutWrapper(parsed);
  const found = readAddress(url.href, url.href);
  if (found !== undefined) return [ofSighting(found), ...(found.kind === 'domain' ? onUnknownHost(url) : [])];
  if (isShortLink(url.hostname)) return 'short-link';
  return isPlain(url) && platformOf(url.hostname) !== undefined ? 'names-nobody' : 'unreadable';
}

/** Any host may be a server of an open network: its address is then a site's and an account's. */
function onUnknownHost(url: URL): Reading[] {
  const onBluesky = readBluesky(url);
  const found = readMastodon(url, 'foreign') ?? onBluesky;
  // A name after `/profile/` is common; an id of this form is Bluesky's alone.
  if (found?.kind !== 'account' || (found === onBluesky && found.id === undefined)) return [];
  return [ofSighting(found)];
}

function ofSighting(sighting: Sighting): Reading {
  if (sighting.kind === 'domain') return sighting;
  if (sighting.kind === 'hashtag') return { kind: 'hashtag', platform: sighting.platform, tag: sighting.tag };
  const { via, ...account } = sighting;
  return via === 'post' ? { ...account, post: true } : account;
}
