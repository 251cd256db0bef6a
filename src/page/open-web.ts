import { OPEN_NETWORKS } from '../platforms/open.ts';
import { webPage } from '../platforms/web-page.ts';
import { run } from './run.ts';

/** Reads a page on a host that the reader switched on, as the network that it shows itself to be. */
export function runOnOpenWeb(): void {
  const network = OPEN_NETWORKS.find((platform) => platform.detect?.(document));
  void run(network ?? webPage, new AbortController().signal, location.hostname);
}
