import type { TextRule } from '../core/token.ts';

/** A network without hashtags. */
export const NO_TAGS: Pick<TextRule, 'tagSigns' | 'tag' | 'tagNeeds' | 'tagNotAfter' | 'tagNotBefore'> = {
  tagSigns: '',
  tag: /(?!)/uy,
  tagNeeds: /(?!)/u,
  tagNotAfter: undefined,
  tagNotBefore: /(?!)/uy,
};

/** A network whose text names nobody with a sign: its mentions are links, or none. */
export const NO_MENTIONS: Pick<TextRule, 'mentionSigns' | 'mention' | 'mentionNotAfter' | 'mentionNotBefore'> = {
  mentionSigns: '',
  mention: /(?!)/uy,
  mentionNotAfter: /(?!)/u,
  mentionNotBefore: /(?!)/uy,
};
