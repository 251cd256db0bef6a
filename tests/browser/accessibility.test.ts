import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../harness/build.ts';
import { waitForChip } from '../harness/chips.ts';
import type { BrowserKind } from '../harness/session.ts';
import { LOOKS, type Look, looksOf } from '../harness/sheet/looks.ts';
import { openState } from '../harness/sheet/open.ts';
import { type Staged, stageStates } from '../harness/sheet/stage.ts';
import type { State } from '../harness/sheet/state.ts';
import { STATES } from '../harness/sheet/states.ts';
import { canShow } from '../harness/sheet/take.ts';
import { inEachBrowser, openSample, type Stage, stage } from './sample.ts';
import { cutOff, misdirected, unseenInForcedColors, withMotion } from './seen.ts';
import { violations } from './violations.ts';

const SURFACES = [...new Set(STATES.map(({ surface }) => surface))];
const MINUTES = 4 * 60_000;

/**
 * Every run looks at the states that matter on phones too, one look a theme; `EVERY_LOOK=1` at all states, and at
 * these in all looks, which takes ten minutes a browser.
 */
const EVERY_LOOK = process.env.EVERY_LOOK === '1';

function looked(kind: BrowserKind, dark: boolean): { state: State; look: Look }[] {
  return STATES.flatMap((state, i) => {
    const themed = (state.narrow ? LOOKS : looksOf(state)).filter((look) => look.dark === dark);
    // What the panel says the popup has said.
    if (!state.narrow && (!EVERY_LOOK || state.surface === 'panel')) return [];
    const from = i % themed.length;
    const looks = EVERY_LOOK && state.narrow ? themed : themed.slice(from, from + 1);
    return looks.filter((look) => canShow({ kind }, state, look)).map((look) => ({ state, look }));
  });
}

inEachBrowser('every surface', (kind) => {
  let staged: Staged;
  beforeAll(async () => {
    staged = await stageStates(builtExtension(kind));
  });
  afterAll(() => staged.remove());

  describe.each([
    ['light', false],
    ['dark', true],
  ])('in the %s theme', (_theme, prefersDark) => {
    let on: Stage;
    beforeAll(async () => {
      on = await stage(kind, { extensionDir: staged.dir, prefersDark });
    });
    afterAll(() => on.close());
    const EACH = looked(kind, prefersDark);

    /** What is amiss with each state, by its name and look. */
    async function amiss(of: typeof EACH, look: (page: Page) => Promise<string[]>): Promise<string[]> {
      const found: string[] = [];
      for (const one of of) {
        const page = await openState(on.session, one.state, one.look);
        const said = await look(page);
        found.push(...said.map((words) => `${one.state.name}, ${one.look.name}: ${words}`));
        await page.close();
      }
      return found;
    }

    it.each(SURFACES)(
      '%s: nothing is cut off, all runs in its direction, and axe finds nothing wrong',
      async (surface) => {
        const each = EACH.filter(({ state }) => state.surface === surface);
        const all = await amiss(each, async (page) => [
          ...(await cutOff(page)),
          ...(await misdirected(page)),
          ...(await withMotion(page)),
          // Names, roles and contrast are the same in both; Firefox is asked for them in the long form.
          ...(kind === 'chrome' || EVERY_LOOK ? await violations(page) : []),
        ]);
        expect(all).toEqual([]);
      },
      MINUTES,
    );

    // Firefox's driver cannot force colours.
    it.runIf(kind === 'chrome').each(SURFACES)(
      '%s: is seen where the reader forces colours',
      async (surface) => {
        const state = STATES.find((one) => one.surface === surface && one.narrow);
        const look = LOOKS.find(({ dark }) => dark === prefersDark);
        if (!state || !look) throw new Error('no such state');
        const all = await amiss([{ state, look }], async (page) => {
          await page.emulateMediaFeatures([
            { name: 'forced-colors', value: 'active' },
            { name: 'prefers-color-scheme', value: prefersDark ? 'dark' : 'light' },
          ]);
          return unseenInForcedColors(page);
        });
        expect(all).toEqual([]);
      },
      MINUTES,
    );
  });

  describe('by the keyboard', () => {
    let on: Stage;
    beforeAll(async () => {
      on = await stage(kind, { extensionDir: staged.dir });
    });
    afterAll(() => on.close());

    it.each([
      ['popup', 'some matches, unfolded'],
      ['panel', 'no permission'],
      ['options', 'muted, filtered, sites off'],
      ['options', 'refused update'],
      ['dossier', 'entity'],
      ['dossier', 'search'],
      ['card', 'a hashtag'],
    ])('%s, %s: everything is reached, in its order, with a ring around it', async (surface, name) => {
      const state = STATES.find((one) => one.surface === surface && one.name === name);
      const [look] = LOOKS;
      if (!state || !look) throw new Error('no such state');
      const page = await openState(on.session, state, look);
      await page.bringToFront();
      const reached = await walk(page);
      expect(reached.filter((one) => one.endsWith('(no ring)'))).toEqual([]);
      expect(new Set(reached).size).toBe(await stops(page));
      await page.close();
    });
  });
});

/** Everything that the Tab key comes to, once round: place in the page and name. */
async function walk(page: Page): Promise<string[]> {
  const reached: string[] = [];
  for (let i = 0; i < 200; i++) {
    // A card that opens has the focus already.
    if (i > 0 || !(await hasFocus(page))) await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active || active === document.body || active === document.documentElement) return '';
      const root = active.getRootNode() as Document | ShadowRoot;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const place = [...root.querySelectorAll('*')].indexOf(active);
      return `${place} ${active.getAttribute('aria-label') ?? active.textContent}${ring ? '' : ' (no ring)'}`;
    });
    if (at === '' || at === reached[0]) break;
    reached.push(at);
  }
  return reached;
}

function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement != null);
}

/** How many places there are for the Tab key; of the choices of a group, one. */
function stops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const card = document.querySelector('statemark-card')?.shadowRoot;
    const all = [card ?? document].flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary, [tabindex="0"]'),
    ]);
    const open = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility() && !one.matches(':disabled'));
    const groups = new Set<string>();
    return open.filter((one) => {
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const first = !groups.has(one.name);
      groups.add(one.name);
      return first;
    }).length;
  });
}

inEachBrowser('a timeline with marks', (kind) => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('in the %s theme has nothing wrong that it had not without them', async (_theme, prefersDark) => {
    const on = await stage(kind, { prefersDark });
    const { page, reporter } = await openSample(on, 'https://x.com/home?ticks=0');
    await waitForChip(page);
    const marked = await violations(page);
    await reporter.send('setSettings', { enabled: false });
    await page.waitForFunction(() => document.querySelector('statemark-chip') === null);
    expect(marked).toEqual(await violations(page));
    await on.close();
  });
});
