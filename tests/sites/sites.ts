import type { Handler } from '../harness/server.ts';
import { bluesky } from './bluesky/bluesky.ts';
import { facebook } from './facebook/facebook.ts';
import { instagram } from './instagram/instagram.ts';
import { linkedin } from './linkedin/linkedin.ts';
import { elk } from './mastodon/elk.ts';
import { mastodon } from './mastodon/mastodon.ts';
import { redditOld } from './reddit/old.ts';
import { reddit } from './reddit/reddit.ts';
import type { SampleSite } from './site.ts';
import { telegram } from './telegram/telegram.ts';
import { telegramA, telegramK } from './telegram-web/telegram-web.ts';
import { threads } from './threads/threads.ts';
import { tiktok } from './tiktok/tiktok.ts';
import { vk } from './vk/vk.ts';
import { x } from './x/x.ts';
import { youtube } from './youtube/youtube.ts';

/** Every sample site by the name that `npm start -- --site` takes. One folder and one line a network. */
export const sites: ReadonlyMap<string, SampleSite> = new Map([
  ['x', x],
  ['instagram', instagram],
  ['youtube', youtube],
  ['facebook', facebook],
  ['linkedin', linkedin],
  ['tiktok', tiktok],
  ['threads', threads],
  ['telegram', telegram],
  ['telegram-k', telegramK],
  ['telegram-a', telegramA],
  ['mastodon', mastodon],
  ['elk', elk],
  ['bluesky', bluesky],
  ['reddit', reddit],
  ['reddit-old', redditOld],
  ['vk', vk],
]);

/** What the loopback server serves: every host of every sample site. */
export function allHosts(): Map<string, Handler> {
  const hosts = new Map<string, Handler>();
  for (const site of sites.values()) {
    for (const host of site.hosts) hosts.set(host, site.handler);
  }
  return hosts;
}
