import { fold } from './fold.ts';
import { PLATFORMS, type PlatformId } from './names.ts';
import type { Sighting } from './sighting.ts';

/** One way to understand what a reader asks about. A network is named only where the question names one. */
export type Reading = AccountReading | HashtagReading | DomainReading | WordsReading;

export interface AccountReading {
  kind: 'account';
  /** Absent: on whichever network. */
  platform?: PlatformId;
  handle?: string;
  /** The platform's own id for the account. */
  id?: string;
  /** What was asked about is something that the account published. */
  post?: true;
}

export interface HashtagReading {
  kind: 'hashtag';
  platform?: PlatformId;
  tag: string;
}

export interface DomainReading {
  kind: 'domain';
  /** As in `DomainSighting`. */
  host: string;
}

/** A name in words, as an entity has one: never a match, for no network writes names so. */
export interface WordsReading {
  kind: 'words';
  text: string;
}

/** Why a question could not be read, or names nobody. */
export type QuestionProblem =
  /** It leads somewhere that only its server knows. */
  | 'short-link'
  /** A network's page that is no account's and no hashtag's. */
  | 'names-nobody'
  /** No name and no address. */
  | 'unreadable';

/** One name or address that was asked about. */
export interface Question {
  asked: string;
  /** Empty exactly where there is a problem. */
  readings: Reading[];
  problem?: QuestionProblem;
}

/** What a page would have to hold to be asked the same: one for each network that may be meant. */
export function sightingsOf(reading: Reading): Sighting[] {
  if (reading.kind === 'words') return [];
  if (reading.kind === 'domain') return [{ kind: 'domain', host: reading.host }];
  const platforms = reading.platform === undefined ? PLATFORMS : [reading.platform];
  return platforms.map((platform): Sighting => {
    if (reading.kind === 'hashtag') return { kind: 'hashtag', platform, tag: reading.tag };
    const { handle, id, post } = reading;
    return {
      kind: 'account',
      platform,
      ...(handle !== undefined && { handle }),
      ...(id !== undefined && { id }),
      via: post ? 'post' : 'profile',
    };
  });
}

/**
 * A handle without what a network puts around it: the server, the kind of address (`c/name`, `company/name`),
 * the domain that Bluesky gives to whoever has none. Folded, for finding names that are alike.
 */
export function bareName(handle: string): string {
  const local = handle.replace(/@.*$/s, '').replace(/\.bsky\.social$/i, '');
  return fold(local.slice(local.lastIndexOf('/') + 1));
}
