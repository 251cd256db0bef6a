import { readArgs, UsageError } from './command.ts';
import type { BrowserKind } from './session.ts';

export type StartOptions = { browser: BrowserKind; site: string; headless: boolean; out: string };

export function usage(sites: Iterable<string>): string {
  return `Usage: npm start -- [options]
  --browser chrome|firefox   which browser to open (default chrome)
  --site ${[...sites].join('|')}   which sample site to show (default x)
  --headless                 take pictures and exit, instead of staying open
  --out DIR                  where the pictures and matches.json go (with --headless; default out)
  --help                     show this`;
}

/** Reads the arguments after "npm start --"; undefined means that only help was asked for. */
export function parseOptions(args: string[], sites: ReadonlySet<string>): StartOptions | undefined {
  const values = readArgs(args, {
    browser: { type: 'string' },
    site: { type: 'string' },
    headless: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) return undefined;
  const { browser = 'chrome', site = 'x', headless = false, out } = values;
  if (browser !== 'chrome' && browser !== 'firefox') {
    throw new UsageError(`--browser is chrome or firefox, not "${browser}".`);
  }
  if (!sites.has(site)) {
    throw new UsageError(`--site is one of ${[...sites].join(', ')}, not "${site}".`);
  }
  if (out === '') throw new UsageError('--out needs a folder.');
  if (out !== undefined && !headless) throw new UsageError('--out needs --headless.');
  return { browser, site, headless, out: out ?? 'out' };
}
