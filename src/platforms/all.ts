import { bluesky } from './bluesky.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import type { Platform } from './platform.ts';
import { reddit } from './reddit.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { vk } from './vk.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

/** Every network that Statemark reads. Adding one is one file and one line here. */
export const PLATFORMS: readonly Platform[] = [
  x,
  instagram,
  facebook,
  youtube,
  telegram,
  tiktok,
  threads,
  bluesky,
  mastodon,
  reddit,
  vk,
  linkedin,
];

export function allMatches(): string[] {
  return PLATFORMS.flatMap((platform) => [...platform.matches]);
}

const BY_HOST = new Map(PLATFORMS.flatMap((platform) => platform.hosts.map((host) => [host, platform] as const)));
const BY_SUFFIX = new Map(
  PLATFORMS.flatMap((platform) => (platform.hostSuffixes ?? []).map((suffix) => [suffix, platform] as const)),
);

/** The network that a host belongs to: by its name, or by a domain all of whose subdomains are the network's. */
export function platformOf(host: string): Platform | undefined {
  const name = host.toLowerCase();
  const known = BY_HOST.get(name);
  if (known !== undefined) return known;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const above = BY_SUFFIX.get(name.slice(dot + 1));
    if (above !== undefined) return above;
  }
  return undefined;
}
