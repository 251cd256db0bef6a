/** The fixed vocabularies of a watchlist. One place, so that schema, matcher and screens agree. */

/** Networks that an identifier can live on; `any` is every network, `web` a linked site. */
export const PLATFORMS = [
  'x',
  'instagram',
  'facebook',
  'youtube',
  'telegram',
  'tiktok',
  'threads',
  'bluesky',
  'mastodon',
  'reddit',
  'vk',
  'linkedin',
] as const;
export type PlatformId = (typeof PLATFORMS)[number];

/** Names of networks are names: the same in every language. */
export const PLATFORM_NAMES: Readonly<Record<PlatformId, string>> = {
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  youtube: 'YouTube',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  reddit: 'Reddit',
  vk: 'VK',
  linkedin: 'LinkedIn',
};

export const IDENTIFIER_PLATFORMS = [...PLATFORMS, 'any', 'web'] as const;

export const IDENTIFIER_KINDS = ['hashtag', 'account', 'channel', 'page', 'group', 'domain'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/**
 * What a list may be about. There is no type for private persons, and there will be none:
 * an office-holder is listed in the office, with its dates.
 */
export const ENTITY_TYPES = ['state', 'agency', 'official', 'outlet', 'operation', 'campaign'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const SOURCE_KINDS = [
  'platform-announcement',
  'research-report',
  'news',
  'news-commentary',
  'party-publication',
  'government',
  'dataset',
] as const;

/** How a claim is grounded, strongest first. */
export const BASES = [
  'platform-attribution',
  'official-statement',
  'named-research',
  'reported-by-news',
  'document-assertion',
] as const;
export type Basis = (typeof BASES)[number];

export const CLAIM_STATUSES = ['confirmed', 'unconfirmed', 'disputed', 'overstated', 'retracted'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const IDENTIFIER_STATUSES = ['active', 'inactive', 'suspended', 'removed', 'renamed', 'unknown'] as const;
export const CERTAINTIES = ['high', 'medium', 'low', 'disputed'] as const;
export const EVENT_KINDS = ['takedown', 'disclosure', 'impersonation', 'restriction', 'campaign'] as const;
