import { openNetworkOf } from '../platforms/open.ts';
import { webPage } from '../platforms/web-page.ts';
import { loadPart } from './part-loader.ts';
import { run } from './run.ts';

/** Reads a page on a host that the reader switched on, as the network that it shows itself to be. */
export async function runOnOpenWeb(): Promise<void> {
  const network = openNetworkOf(document);
  const platform = network === undefined ? webPage : (await loadPart('open-networks'))[network];
  await run(platform, new AbortController().signal, location.hostname);
}
