import { bluesky } from './bluesky.ts';
import { mastodon } from './mastodon.ts';
import type { Platform } from './platform.ts';

/** Networks that anybody may run on a host of their own. */
export const OPEN_NETWORKS: readonly Platform[] = [mastodon, bluesky];
