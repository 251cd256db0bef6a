import { isBluesky } from './bluesky-detect.ts';
import { isMastodon } from './mastodon-detect.ts';

/** Networks that anybody may run on a host of their own. */
export type OpenNetwork = 'bluesky' | 'mastodon';

/**
 * The network that a page on any host shows itself to be of. Looks at what the server sent, so that nothing need be
 * drawn yet; knows nothing else of the network.
 */
export function openNetworkOf(document: Document): OpenNetwork | undefined {
  if (isMastodon(document)) return 'mastodon';
  return isBluesky(document) ? 'bluesky' : undefined;
}
