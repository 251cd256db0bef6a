import { resolve } from 'node:path';
import { sampleList } from '../sites/list.ts';
import type { SampleSite } from '../sites/site.ts';
import { allHosts, sites } from '../sites/sites.ts';
import { launchBrowser } from './browser.ts';
import { buildExtension } from './build.ts';
import { runCommand, UsageError } from './command.ts';
import { displayIsMissing } from './display.ts';
import { parseOptions, type StartOptions, usage } from './options.ts';
import { takePictures } from './pictures.ts';
import { startServer } from './server.ts';
import type { LaunchOptions, Session } from './session.ts';
import { usableBrowser } from './usable-browser.ts';
import { type ExtensionCopy, withList } from './with-list.ts';

const names = new Set(sites.keys());

async function start(options: StartOptions): Promise<void> {
  const site = sites.get(options.site);
  if (!site) throw new UsageError(`No site "${options.site}".`);
  mustHaveDisplay(options);
  // What is missing is told before anything is built.
  await usableBrowser(options.browser);
  const built = await buildExtension(options.browser);
  // Of the other networks the bundled list knows hardly an account: there, some that do not exist are added.
  const copy: ExtensionCopy | undefined = options.site === 'x' ? undefined : await withList(built, sampleList());
  const server = await startServer(allHosts());
  try {
    await show(site, options, { extensionDir: copy?.dir ?? built, port: server.port });
  } finally {
    await server.close();
    copy?.remove();
  }
}

async function show(
  site: SampleSite,
  options: StartOptions,
  from: Pick<LaunchOptions, 'extensionDir' | 'port'>,
): Promise<void> {
  const session = await launchBrowser(options.browser, { ...options, ...from });
  try {
    if (options.headless) {
      const out = resolve(options.out);
      await takePictures(session, site, from.extensionDir, out);
      console.log(`Wrote the pictures and matches.json to ${out}`);
    } else {
      await session.open(`https://${site.hosts[0]}${site.startPath}`);
      console.log(invitation(options, site));
      await closed(session);
    }
  } finally {
    await session.close();
  }
}

function invitation({ site, browser }: StartOptions, { hosts, darkPath, rtlPath, planted }: SampleSite): string {
  const paths = [darkPath, rtlPath, ...new Set(planted.flatMap(({ path }) => path ?? []))];
  return `
A sample ${site} timeline is open in ${browser}, served from this machine under the real host name.
Listed hashtags and accounts carry a mark: press it for the evidence. The toolbar button
(behind the puzzle piece) shows everything found on the page.
Other views:
${paths.map((path) => `  https://${hosts[0]}${path}`).join('\n')}
Close the browser or press Ctrl-C to end.`;
}

function closed({ browser }: Session): Promise<void> {
  return new Promise((done) => {
    browser.once('disconnected', () => done());
  });
}

function mustHaveDisplay({ headless }: StartOptions): void {
  if (headless || !displayIsMissing()) return;
  throw new Error('There is no display to open a browser on. Add: -- --headless --out DIR');
}

process.exitCode = await runCommand(usage(names), async () => {
  const options = parseOptions(process.argv.slice(2), names);
  if (options) await start(options);
  else console.log(usage(names));
});
