import { parseArgs } from 'node:util';
import { createServer } from 'wxt';
import { displayIsMissing } from './display.ts';
import type { BrowserKind } from './session.ts';
import { usableBrowser } from './usable-browser.ts';

const USAGE = `Usage: npm run dev -- [options]
  --browser chrome|firefox   which browser to build for and open (default chrome)
  --help                     show this`;

/** Builds for developers, opens a browser with it, and builds again whatever changes; the browser reloads it. */
async function develop(browser: BrowserKind): Promise<void> {
  const isAlone = displayIsMissing();
  const server = await createServer({
    browser,
    webExt: isAlone ? { disabled: true } : await opening(browser),
  });
  await server.start();
  if (isAlone) {
    console.log(`There is no display to open a browser on: load .output/${browser}-mv3-dev into one yourself.`);
  }
  console.log('Change a file, and it is built and reloaded. Ctrl-C ends it.');
}

async function opening(browser: BrowserKind) {
  return {
    binaries: { [browser]: await usableBrowser(browser) },
    // The sandbox cannot start as root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    startUrls: ['https://x.com/'],
  };
}

function wantedBrowser(args: string[]): BrowserKind | undefined {
  const { values } = parseArgs({
    args,
    options: { browser: { type: 'string', short: 'b', default: 'chrome' }, help: { type: 'boolean' } },
  });
  if (values.help) return undefined;
  if (values.browser === 'chrome' || values.browser === 'firefox') return values.browser;
  throw new Error(`--browser is chrome or firefox, not "${values.browser}".`);
}

try {
  const browser = wantedBrowser(process.argv.slice(2));
  if (browser) await develop(browser);
  else console.log(USAGE);
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exit(1);
}
