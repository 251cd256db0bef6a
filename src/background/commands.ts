import { browser, type Tabs } from '../browser.ts';
import { type StepWay, sendToTab } from '../messages.ts';
import { readSettings, type SettingsPatch } from '../settings.ts';
import { queue } from './in-turn.ts';
import { hostOfTab, siteOf } from './tab-report.ts';
import { markedFrames } from './tabs.ts';

/** As wxt.config.ts names them in the manifest. */
type Command = 'toggle-everything' | 'toggle-site' | 'next-mark' | 'previous-mark';

/**
 * What the reader's keys do. Registers its listener at once; where the browser has no keys (Firefox on
 * Android), nothing.
 * @param set changes settings, on the background's one queue
 */
export function registerCommands(set: (patch: SettingsPatch) => Promise<unknown>): void {
  if (!('commands' in browser)) return;
  const doing: Record<Command, (tab: number) => Promise<unknown>> = {
    'toggle-everything': async () => set({ enabled: !(await readSettings()).enabled }),
    'toggle-site': async (tab) => toggleSite(tab, set),
    'next-mark': (tab) => step(tab, 1),
    'previous-mark': (tab) => step(tab, -1),
  };
  // A key that is pressed twice switches twice.
  const inTurn = queue();
  browser.commands.onCommand.addListener((name: string, tab?: Tabs.Tab) => {
    if (!Object.hasOwn(doing, name)) return;
    const done = inTurn(async () => {
      const id = tab?.id ?? (await activeTab());
      if (id !== undefined) await doing[name as Command](id);
    });
    done.catch((error: unknown) => console.warn(`Statemark: the key for ${name} did nothing`, error));
  });
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** Of a site that Statemark does not read there is nothing to switch. */
async function toggleSite(tab: number, set: (patch: SettingsPatch) => Promise<unknown>): Promise<void> {
  const settings = await readSettings();
  const host = await hostOfTab(tab);
  const site = host === undefined ? undefined : siteOf(host, settings);
  if (site === undefined || !settings.enabled) return;
  const others = settings.sitesOff.filter((one) => one !== site);
  await set({ sitesOff: others.length < settings.sitesOff.length ? others : [...others, site] });
}

/** Where the reader went last. Forgotten with the worker: then one begins with the page itself. */
let last: { tab: number; frame: number } | undefined;

/** Frame after frame, each from one end to the other. Where there is no mark, nothing happens. */
async function step(tab: number, by: 1 | -1): Promise<void> {
  const frames = await markedFrames(tab);
  const at = Math.max(0, frames.indexOf(last?.tab === tab ? last.frame : 0));
  // At the end, the frame in which one was is entered anew: the others may have none left.
  const turns = frames.length === 1 ? 1 : frames.length + 1;
  for (let i = 0; i < turns; i++) {
    const frame = frames.at((at + by * i) % frames.length) as number;
    const way: StepWay = frames.length === 1 ? 'around' : i === 0 ? 'within' : 'enter';
    const answer = await sendToTab(tab, 'step', { by, way }, frame).catch(() => undefined);
    if (!answer?.found) continue;
    last = { tab, frame };
    return;
  }
}
