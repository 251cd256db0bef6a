import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { HOSTILE_PAGES } from '../fixtures/hostile-pages/all.ts';
import type { HostilePage } from '../fixtures/hostile-pages/hostile-page.ts';
import { installProbe, type PageProbe } from '../fixtures/hostile-pages/page-probe.ts';
import { builtExtension } from '../harness/build.ts';
import { openReporter, type Reporter } from '../harness/report.ts';
import type { Answer, SiteRequest } from '../harness/server.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { sampleList } from '../sites/list.ts';
import { inEachBrowser, type Stage, stage, until } from './sample.ts';

/** A page that hangs does so for minutes; a busy machine alone stops nothing for this long. Milliseconds. */
const LONGEST_GAP = 8_000;
/** What has not been marked wrongly by then was not going to be. Milliseconds. */
const SETTLED = 200;

type Scope = { browser?: Api; chrome: Api };
interface Api {
  storage: { local: { get(key: string): Promise<object> } };
  tabs: { query(filter: object): Promise<unknown[]> };
}

function serve({ url }: SiteRequest): Answer {
  if (url.pathname === '/frame') return html('<!doctype html><article>Framed #Martyr_Soleimani</article>');
  const probe = HOSTILE_PAGES[Number(url.searchParams.get('probe') ?? -1)];
  if (probe === undefined) return html('<!doctype html><title>Nothing</title>');
  const { head = '', body, document, headers } = probe;
  return html(document ?? `<!doctype html><meta charset="utf-8"><title>Probe</title>${head}<body>${body}`, headers);
}

function html(body: string, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

function ask(page: Page, what: 'marked' | 'gap'): Promise<string> {
  const asked = (name: typeof what): string =>
    String((window as unknown as { pageProbe: PageProbe }).pageProbe[name]());
  return page.evaluate(asked, what);
}

/** Sorted; what is asked for while the page loads itself again has no answer yet. */
async function markedIn(page: Page): Promise<string[]> {
  const texts = await ask(page, 'marked').catch(() => '["(no answer)"]');
  return (JSON.parse(texts) as string[]).sort();
}

async function becomesMarked(page: Page, wanted: readonly string[]): Promise<string[]> {
  const sorted = wanted.toSorted();
  return until(
    () => markedIn(page),
    (now) => now.join('\n') === sorted.join('\n'),
    40_000,
  );
}

function names(texts: Iterable<string>): string[] {
  return [...new Set([...texts].map(fold))].sort();
}

inEachBrowser('a hostile page', (kind) => {
  let extension: ExtensionCopy;
  let on: Stage;
  let asking: Page;
  let page: Page;
  let reporter: Reporter;
  let before: string;

  /** What no page may change: the settings, what is muted, and which tabs are open. */
  const privileged = (): Promise<string> =>
    asking.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Scope;
      const { storage, tabs } = browser ?? chrome;
      return JSON.stringify([await storage.local.get('settings'), (await tabs.query({})).length]);
    });
  const told = async (): Promise<string[]> => {
    const { matches } = await reporter.read();
    return names(matches.map(({ evidence: { identifier: i } }) => (i.kind === 'hashtag' ? '#' : '@') + i.value));
  };
  const load = async (probe: HostilePage): Promise<void> => {
    await page.goto(`https://x.com/home?probe=${HOSTILE_PAGES.indexOf(probe)}`);
    expect(await becomesMarked(page, probe.first ?? probe.marked)).toEqual((probe.first ?? probe.marked).toSorted());
  };

  beforeAll(async () => {
    extension = await withList(builtExtension(kind), sampleList());
    on = await stage(kind, { extensionDir: extension.dir, sites: [['x.com', serve]] });
    asking = await on.session.openExtensionPage('options.html');
    page = await on.session.open('https://x.com/nothing');
    reporter = await openReporter(on.session, page);
    await page.evaluateOnNewDocument(installProbe);
    before = await privileged();
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

  it('is one of more than forty', () => {
    expect(new Set(HOSTILE_PAGES.map(({ name }) => name)).size).toBe(HOSTILE_PAGES.length);
    expect(HOSTILE_PAGES.length).toBeGreaterThanOrEqual(40);
  });

  describe.each(HOSTILE_PAGES)('$name', (probe) => {
    it('stays usable, is marked as it should be, and gets nothing done', async () => {
      await load(probe);
      if (probe.act) await page.evaluate(probe.act);
      await probe.drive?.(page);
      const wanted = probe.marked.toSorted();
      expect(await becomesMarked(page, wanted)).toEqual(wanted);
      await new Promise((done) => setTimeout(done, SETTLED));
      expect(await markedIn(page), 'marked once more').toEqual(wanted);
      const known = names(probe.told ?? [...(probe.first ?? []), ...probe.marked]);
      const wholly = (now: string[]): boolean => now.join() === known.join();
      expect(await until(told, wholly)).toEqual(known);
      if (probe.holds) {
        const { holds } = probe;
        expect(await until(() => page.evaluate(holds), Boolean, 4_000), String(holds)).toBe(true);
      }
      if (!probe.card) expect(await page.$('statemark-card')).toBeNull();
      expect(Number(await ask(page, 'gap'))).toBeLessThan(LONGEST_GAP);
      expect(await privileged()).toBe(before);
    });
  });
});
