import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyExtension } from '../bench/extension-floor.ts';
import { builtExtension } from '../harness/build.ts';
import { clickChip, waitForChip } from '../harness/chips.ts';
import { compareTraffic, strangers } from '../harness/traffic.ts';
import { itinerary, type Traveller, traveller } from '../harness/visits.ts';
import type { ExtensionCopy } from '../harness/with-list.ts';
import { allHosts, sites } from '../sites/sites.ts';
import { ask } from './lists/asking.ts';
import { inEachBrowser, until } from './sample.ts';

/** In the long form, `npm run bench -- --only traffic`, it is a hundred visits. */
const REST = 120;

/**
 * All that a browser asks the network for goes through a proxy that writes it down, once with Statemark as readers
 * get it, and once without.
 */
inEachBrowser('the traffic', (kind) => {
  let empty: ExtensionCopy;
  let having: Traveller;
  let without: Traveller;
  beforeAll(async () => {
    empty = emptyExtension();
    [without, having] = await Promise.all([
      traveller(kind, empty.dir, allHosts()),
      traveller(kind, builtExtension(kind), allHosts()),
    ]);
  });
  afterAll(async () => {
    await having.close();
    await without.close();
    empty.remove();
  });

  /** What has gone out since, to anywhere but the browser's makers. */
  const sentOut = (from: number): string[] => strangers(having.proxy.asked.slice(from), new Set());

  it('of visits to the networks is the same with and without it, to the last header', async () => {
    // The long form is a hundred visits in both.
    const visits = kind === 'chrome' ? sites.size : 5;
    const pages = itinerary(visits);
    const compared = await compareTraffic({ without, having }, pages, { rest: REST });
    expect(compared.differences).toEqual([]);
    expect(compared.strangers).toEqual([]);
    expect(compared.visits).toBe(visits);
    expect(compared.requests).toBeGreaterThan(3 * visits);
    expect(compared.chips, 'marks were drawn').toBeGreaterThan(visits);
  });

  it('is none at all of its own: not for a card, not for its pages, not when it is told to look for newer lists', async () => {
    const page = await having.session.open('https://x.com/home?ticks=0');
    await page.bringToFront();
    await waitForChip(page);
    const [requests, out] = [having.server.requests.length, having.proxy.asked.length];
    await clickChip(page);
    expect(await until(async () => (await page.$('statemark-card')) !== null, Boolean)).toBe(true);
    for (const path of ['popup.html', 'options.html', 'dossier.html', 'welcome.html', 'sidepanel.html']) {
      const own = await having.session.openExtensionPage(path);
      if (path === 'options.html') {
        for (const { id } of await ask(own, 'listStates', null)) await ask(own, 'updateLists', { id });
      }
      await own.close();
    }
    expect(having.server.requests.slice(requests).map(({ host, path }) => host + path)).toEqual([]);
    expect(sentOut(out)).toEqual([]);
    await page.close();
  });

  it('would be seen, were there any', async () => {
    const own = await having.session.openExtensionPage('options.html');
    const from = having.proxy.asked.length;
    await own.evaluate(() => void fetch('https://elsewhere.example/seen').catch(() => undefined));
    expect(
      await until(
        async () => sentOut(from),
        (hosts) => hosts.length > 0,
      ),
    ).toEqual(['elsewhere.example']);
    await own.close();
  });
});
