import { CLIENTS, readMastodon, standingOf } from './mastodon-address.ts';
import { readMastodonLink } from './mastodon-link.ts';
import { MASTODON_TEXT } from './mastodon-text.ts';
import type { Platform } from './platform.ts';

/**
 * Mastodon, on any server, and its clients Elk and Phanpy. An account is always `user@domain`. The ids in its
 * pages are the server's own, other on each, and so no stable ids.
 */

/** Run by Mastodon gGmbH. Every other server is read where the reader switches it on. */
const SERVERS = ['mastodon.social', 'mastodon.online'];

export const mastodon: Platform = {
  id: 'mastodon',
  hosts: [...SERVERS, ...CLIENTS],
  matches: [...SERVERS, ...CLIENTS].map((host) => `https://${host}/*`),
  embeds: ['https://mastodon.social/*/embed'],
  readAddress: (url) => readMastodon(url, standingOf(url.hostname)),
  readLink: readMastodonLink,
  text: MASTODON_TEXT,
  page: {
    units: [
      { selector: '.detailed-status', kind: 'post' },
      // With the line above a post that says who passed it on.
      { selector: '.status__wrapper', kind: 'post' },
      { selector: '.status:not(.status__wrapper *)', kind: 'post' },
      { selector: '.account', kind: 'user-row' },
      { selector: '.account-card', kind: 'user-row' },
      { selector: '.hover-card', kind: 'user-row' },
      // The name before it ends without a space.
      { selector: '.account__header__tabs__name small', kind: 'profile' },
      { selector: '.account__header', kind: 'profile' },
      { selector: '.trends__item', kind: 'trend' },
      { selector: '[aria-roledescription="status-card"]', kind: 'post' },
      { selector: '[aria-roledescription="status-details"]', kind: 'post' },
      // Places in a list, of which the far ones stand empty, are no posts.
      { selector: 'article:not([aria-posinset])', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    shadowRoots: true,
    authorBlock:
      '.status__display-name:not(.muted), .detailed-status__display-name, .account__display-name, .account-card__title, ' +
      '.hover-card__name, .account__header__tabs__name small, [aria-roledescription^="status-"] a[text-link-rounded], ' +
      '.name-text',
    ignore:
      // The panel at the side also shows what is trending.
      'nav:not(.navigation-panel), [role="navigation"], .navigation-bar, .compose-panel, .compose-form, .drawer__header',
    hints: [],
  },
};
