import type { Platform } from './platform.ts';
import { x } from './x.ts';

/** Every network that Statemark reads. Adding one is one file and one line here. */
export const PLATFORMS: readonly Platform[] = [x];

export function allMatches(): string[] {
  return PLATFORMS.flatMap((platform) => [...platform.matches]);
}

const BY_HOST = new Map(PLATFORMS.flatMap((platform) => platform.hosts.map((host) => [host, platform] as const)));

/** The network that a host belongs to. */
export function platformOf(host: string): Platform | undefined {
  return BY_HOST.get(host.toLowerCase());
}
