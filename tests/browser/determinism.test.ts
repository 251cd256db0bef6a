import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../bench/corpus.ts';
import { ORDER_LIST, ORDER_UNITS } from '../fixtures/order-units.ts';
import { builtExtension } from '../harness/build.ts';
import type { Answer } from '../harness/server.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { inEachBrowser, type Stage, stage, until } from './sample.ts';

/** The property itself, over many more orders, is in tests/page/determinism.test.ts: here it is for real. */
const ORDERS = 8;
const HOWS = ['whole', 'empty', 'without addresses', 'as another'] as const;

interface Arrival {
  at: number;
  how: (typeof HOWS)[number];
  /** Milliseconds. */
  pause: number;
}

/** Whoever is logged in, and whatever the site shows him beside the posts. */
function serve({ url }: { url: URL }): Answer {
  const viewer = url.searchParams.get('viewer');
  const nav = viewer ? `<header><nav><a href="/${viewer}">Profile</a></nav><div>@${viewer}</div></header>` : '';
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    ...(viewer && { 'set-cookie': `auth=${viewer}; Path=/; Secure` }),
  };
  return { headers, body: `<!doctype html><meta charset="utf-8"><title>X</title>${nav}<main id="feed"></main>` };
}

/** What is underlined, by unit. */
async function marks(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('statemark') ?? [])].filter((range) => range.startContainer.isConnected);
    const told = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return `${startContainer.parentElement?.closest<HTMLElement>('[data-at]')?.dataset.at} ${range}`;
    });
    return told.sort().join('\n');
  });
}

/** Each unit comes to its own place: in whatever order they come, the page is the same in the end. */
async function bring(page: Page, arrivals: readonly Arrival[]): Promise<void> {
  await page.evaluate(
    async (all, units) => {
      const feed = document.querySelector('#feed') as HTMLElement;
      const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
      const late: Promise<void>[] = [];
      for (const { at, how, pause } of all) {
        const frame = document.createElement('div');
        frame.dataset.at = String(at);
        frame.innerHTML = how === 'empty' ? '' : ((how === 'as another' ? units[(at + 1) % 8] : units[at]) ?? '');
        const links = [...frame.querySelectorAll('a[href]')].map(
          (link) => [link, link.getAttribute('href') ?? ''] as const,
        );
        if (how === 'without addresses') for (const [link] of links) link.removeAttribute('href');
        const next = [...feed.children].find((other) => Number((other as HTMLElement).dataset.at) > at);
        feed.insertBefore(frame, next ?? null);
        const fill = (): void => {
          if (how === 'without addresses') for (const [link, href] of links) link.setAttribute('href', href);
          else if (how !== 'whole') frame.innerHTML = units[at] ?? '';
        };
        late.push(rest(pause * 2).then(fill));
        if (pause > 0) await rest(pause);
      }
      await Promise.all(late);
    },
    [...arrivals],
    [...ORDER_UNITS],
  );
}

/** A made-up order; the same number makes the same one. */
function order(seed: number): Arrival[] {
  const random = seeded(seed);
  return [...ORDER_UNITS.keys()]
    .map((at) => ({ at, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ at }) => ({
      at,
      how: HOWS[Math.floor(random() * HOWS.length)] ?? 'whole',
      pause: [0, 0, 8, 60][Math.floor(random() * 4)] ?? 0,
    }));
}

/** Rows 10 and 11 tell of one name as two accounts': it is nobody's, but for the row with the listed id. */
const WHOLE = [
  '10 @SampleOutlet',
  '2 #Hero',
  '2 #Sample_Tag',
  '3 #sample_tag',
  '4 @NewName',
  '7 @NewName',
  '8 @NewName',
];

inEachBrowser('the same page', (kind) => {
  let extension: ExtensionCopy;
  let on: Stage;
  let page: Page;
  let wanted = '';
  beforeAll(async () => {
    extension = await withList(builtExtension(kind), ORDER_LIST);
    on = await stage(kind, { extensionDir: extension.dir, sites: [['x.com', serve]] });
    page = await on.session.open('https://x.com/home');
    await page.bringToFront();
    await bring(
      page,
      [...ORDER_UNITS.keys()].map((at): Arrival => ({ at, how: 'whole', pause: 0 })),
    );
    wanted = await until(
      () => marks(page),
      (now) => now.split('\n').length >= WHOLE.length,
    );
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

  it('has the marks that it should have, whole and at once', () => {
    expect(wanted.split('\n')).toEqual(WHOLE);
  });

  describe.each(Array.from({ length: ORDERS }, (_, i) => i + 1))('in order %i', (seed) => {
    it('has the same marks, whoever is logged in', async () => {
      const viewer = ['', 'viewer', 'SampleOutlet', 'NewName'][seed % 4];
      await page.goto(`https://x.com/home?viewer=${viewer}`);
      // In Chromium the answers come late too: the background begins anew.
      if (seed % 3 === 0) await on.session.killWorker?.();
      await bring(page, order(seed));
      const got = await until(
        () => marks(page),
        (now) => now === wanted,
        8_000,
      );
      expect(got).toBe(wanted);
      await new Promise((done) => setTimeout(done, 150));
      expect(await marks(page), 'a moment later').toBe(wanted);
    });
  });
});
