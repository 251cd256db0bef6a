import { NO_MENTIONS, NO_TAGS } from './no-text.ts';
import type { Platform } from './platform.ts';

/**
 * Any page with posts of the networks embedded in it, as the networks' own embedding code writes them: before
 * its script runs, a block quote whose links lead to the post, its author and its hashtags. Nothing else of
 * the page is read, and its text is nobody's hashtags.
 */
export const webPage: Platform<'web'> = {
  id: 'web',
  hosts: [],
  matches: [],
  linksToPosts: true,
  readAddress: () => undefined,
  text: { ...NO_TAGS, ...NO_MENTIONS },
  page: {
    units: [
      'twitter-tweet',
      'twitter-video',
      'instagram-media',
      'tiktok-embed',
      'telegram-post',
      'text-post-media',
      'bluesky-embed',
      'mastodon-embed',
      'reddit-embed-bq',
      'reddit-card',
    ].map((name) => ({ selector: `blockquote.${name}`, kind: 'post' as const })),
    shadowRoots: true,
    authorBlock: ':not(*)',
    ignore: 'nav, [role="navigation"]',
    hints: [],
  },
};
