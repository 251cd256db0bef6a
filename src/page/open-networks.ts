import { bluesky } from '../platforms/bluesky.ts';
import { mastodon } from '../platforms/mastodon.ts';
import { providePart } from './part-loader.ts';

/** Brings in what is known of the networks that anybody may run. */
export function provideOpenNetworks(): void {
  providePart('open-networks', { bluesky, mastodon });
}
