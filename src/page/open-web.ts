import { OPEN_NETWORKS } from '../platforms/open.ts';
import { webPage } from '../platforms/web-page.ts';
import { run } from './run.ts';

/** Where a script that is already here says so: registered, and run at once when the reader switched the site on. */
const SLOT = Symbol.for('statemark.open-web');
type Shared = { [SLOT]?: AbortController };

/** Reads a page on a host that the reader switched on, as the network that it shows itself to be. */
export function runOnOpenWeb(): void {
  const shared = globalThis as Shared;
  shared[SLOT]?.abort();
  const end = new AbortController();
  shared[SLOT] = end;
  const network = OPEN_NETWORKS.find((platform) => platform.detect?.(document));
  void run(network ?? webPage, end.signal, location.hostname);
}
