import { launchBrowser } from '../harness/browser.ts';
import { builtOnce } from '../harness/build.ts';
import { type Handler, startServer } from '../harness/server.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { emptyExtension } from './extension-floor.ts';
import { rested } from './scrolling.ts';
import { median } from './statistics.ts';
import { timelineSite } from './timeline-site.ts';
import { traced } from './trace.ts';

export const start: Benchmark = {
  name: 'start',
  about: 'What the content script costs a page with no match that is just loading, and how soon the popup paints',
  minutes: 1,
  repeats: 7,
  run: measure,
};

async function measure({ repeats, tell }: Setting): Promise<Outcome> {
  tell('building');
  const extensionDir = await builtOnce('chrome');
  const sites = new Map<string, Handler>([...allHosts(), ['x.com', timelineSite(40, 0)]]);
  const server = await startServer(sites);
  const session = await launchBrowser('chrome', { extensionDir, port: server.port, headless: true });
  const script: number[] = [];
  const popup: number[] = [];
  const blank: number[] = [];
  try {
    for (let round = 0; round <= repeats; round++) {
      tell(`round ${round} of ${repeats}`);
      const page = await session.open('https://x.com/explore');
      const { starting } = await traced(page, async () => {
        await page.goto('https://x.com/home?ticks=0');
        await rested(page);
      });
      await page.close();
      const own = await session.openExtensionPage('popup.html');
      const paint = await own.evaluate(async () => {
        const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
        for (let i = 0; i < 100 && painted() === undefined; i++) await new Promise((done) => setTimeout(done, 20));
        return painted() ?? Number.NaN;
      });
      await own.close();
      // The first round fills the browser's caches of compiled code.
      if (round > 0) script.push(starting);
      if (round > 0) popup.push(paint);
    }
    blank.push(...(await withNone(server.port, repeats)));
  } finally {
    await session.close();
    await server.close();
  }
  return {
    measures: [
      { what: 'content script, evaluated', unit: 'ms', samples: script },
      { what: 'the same without the extension', unit: 'ms', samples: blank },
      { what: 'popup, first paint', unit: 'ms', samples: popup },
    ],
    budgets: [
      { what: 'content script, evaluated', unit: 'ms', goal: 5, measured: median(script) },
      { what: 'popup, first paint', unit: 'ms', goal: 100, measured: median(popup) },
    ],
    notes: [
      'Processor time of the main thread under a trace, compilation included, code cache warm; the popup by its own paint timing.',
    ],
  };
}

/** Holds the way of measuring to nothing: without an extension there is none to evaluate. */
async function withNone(port: number, repeats: number): Promise<number[]> {
  const empty = emptyExtension();
  const session = await launchBrowser('chrome', { extensionDir: empty.dir, port, headless: true });
  try {
    const page = await session.open('https://x.com/explore');
    const { starting } = await traced(page, async () => {
      await page.goto('https://x.com/home?ticks=0');
      await rested(page);
    });
    return Array.from({ length: Math.min(1, repeats) }, () => starting);
  } finally {
    await session.close();
    empty.remove();
  }
}
