import type { Entity, ListEvent, Source } from '../../core/list-schema.ts';
import type { MarkKind } from '../../core/verdict.ts';
import { language, type TextKey, t } from '../../text.ts';
import { siteName } from '../../wording.ts';
import type { IdentifierPlatform } from './counts.ts';

/** Words that the dossier alone needs. */

const SOURCE_KIND: Record<Source['kind'], TextKey> = {
  'platform-announcement': 'sourceAnnouncement',
  'research-report': 'sourceResearch',
  news: 'sourceNews',
  'news-commentary': 'sourceCommentary',
  'party-publication': 'sourceParty',
  government: 'sourceGovernment',
  dataset: 'sourceDataset',
};
const EVENT_KIND: Record<ListEvent['kind'], TextKey> = {
  takedown: 'eventTakedown',
  disclosure: 'eventDisclosure',
  impersonation: 'eventImpersonation',
  restriction: 'eventRestriction',
  campaign: 'eventCampaign',
};
const SYMBOL: Record<Entity['type'], MarkKind> = {
  state: 'state',
  agency: 'state',
  official: 'state',
  outlet: 'outlet',
  operation: 'operation',
  campaign: 'operation',
};

export function sourceKindName(kind: Source['kind']): string {
  return t(SOURCE_KIND[kind]);
}

export function eventKindName(kind: ListEvent['kind']): string {
  return t(EVENT_KIND[kind]);
}

export function symbolOf(type: Entity['type']): MarkKind {
  return SYMBOL[type];
}

export function platformName(platform: IdentifierPlatform): string {
  if (platform === 'any') return t('anyPlatform');
  return platform === 'web' ? t('webSites') : siteName(platform);
}

/** `Persian`; the code itself where the browser knows no name for it. */
export function languageName(code: string): string {
  return new Intl.DisplayNames([language()], { type: 'language' }).of(code) ?? code;
}
