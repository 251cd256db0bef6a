import { type ComponentChild, render } from 'preact';
import type { Evidence } from '../../src/core/evidence.ts';
import type { TabReport } from '../../src/messages.ts';
import { isMutedBy, readSettings, type SettingsPatch, writeSettings } from '../../src/settings.ts';
import api, { fake } from '../fakes/browser.ts';

/** A page of the extension on a page of nothing, with a background that answers as the real one does. */
export interface Background {
  report: TabReport;
  evidence?: Evidence | null;
}

export async function show(page: ComponentChild, background: Background): Promise<void> {
  api.runtime.onMessage.addListener(async ({ type, data }: { type: string; data: never }) => {
    if (type === 'tabReport') return { ...background.report, matches: await withMutes(background.report.matches) };
    if (type === 'listStates') return [];
    if (type === 'evidence') return background.evidence ?? null;
    if (type === 'setSettings') await writeSettings(data as SettingsPatch);
    return null;
  });
  document.body.innerHTML = '<div id="root"></div>';
  render(page, root());
  await settled();
}

export function leave(): void {
  const shown = document.getElementById('root');
  if (shown) render(null, shown);
  fake.reset();
}

async function withMutes(matches: TabReport['matches']): Promise<TabReport['matches']> {
  const settings = await readSettings();
  return matches.map((match) => ({
    ...match,
    muted: match.muted || isMutedBy(settings, match.evidence.list.id, match.evidence.identifier.id),
  }));
}

/** Long enough for a message, for the burst of changes to pass, and for Preact to draw. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((done) => setTimeout(done, 30));
}

export function root(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('nothing is shown');
  return element;
}

/** What a reader reads, white space joined. */
export function words(within = 'main'): string {
  return (root().querySelector(within)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The control of that name: its label for screen readers, else its words. */
export function control(name: string): HTMLElement {
  const all = [...root().querySelectorAll<HTMLElement>('button, a, input, textarea, summary')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? labelOf(one)).trim() === name);
  if (!found) throw new Error(`no control "${name}" among ${all.map(labelOf).join(' | ')}`);
  return found;
}

function labelOf(element: HTMLElement): string {
  return element.closest('label')?.querySelector('b')?.textContent ?? element.textContent ?? '';
}

export async function press(name: string): Promise<void> {
  control(name).click();
  await settled();
}
