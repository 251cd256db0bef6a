import { type ComponentChild, render } from 'preact';
import type { CountryCount } from '../../src/control-messages.ts';
import type { Evidence } from '../../src/core/evidence.ts';
import type { Localised } from '../../src/core/list-schema.ts';
import { isFiltered } from '../../src/filters.ts';
import type { ListState } from '../../src/list-messages.ts';
import type { TabReport } from '../../src/messages.ts';
import { isMutedBy, readSettings, type Settings, type SettingsPatch, writeSettings } from '../../src/settings.ts';
import api, { fake } from '../fakes/browser.ts';

/** A page of the extension on a page of nothing, with a background that answers as the real one does. */
export interface Background {
  report: TabReport;
  evidence?: Evidence | null;
  lists?: ListState[];
  countries?: CountryCount[];
  /** Of every entity. */
  label?: Localised;
}

export async function show(page: ComponentChild, background: Background): Promise<void> {
  api.runtime.onMessage.addListener(async ({ type, data }: { type: string; data: never }) => {
    if (type === 'tabReport') return { ...background.report, matches: await withMutes(background.report.matches) };
    if (type === 'listStates') return background.lists ?? [];
    if (type === 'countries') return background.countries ?? [];
    if (type === 'entityLabel') return background.label ?? null;
    if (type === 'evidence') return background.evidence ?? null;
    if (type === 'setSettings' || type === 'restoreSettings') await writeSettings(data as SettingsPatch);
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

function standing(match: TabReport['matches'][number], settings: Settings): Pick<typeof match, 'muted' | 'filtered'> {
  const { list, identifier, entity, kind, grade } = match.evidence;
  const muted = match.muted || isMutedBy(settings, list.id, identifier.id, entity.id);
  const { country = '' } = entity;
  return { muted, ...(!muted && isFiltered(settings.filters, { kind, grade, country }) && { filtered: true }) };
}

async function withMutes(matches: TabReport['matches']): Promise<TabReport['matches']> {
  const settings = await readSettings();
  return matches.map((match) => ({
    ...match,
    ...standing(match, settings),
  }));
}

/** Looks in a row at which nothing may have changed: longer than a burst of changes, a message and drawing take. */
const STILL = 4;
/** However restless a page is, a test does not wait for ever. */
const MOST_LOOKS = 60;

/** Waits until the page has come to rest. */
export async function settled(): Promise<void> {
  let seen = '';
  for (let looks = 0, still = 0; still < STILL && looks < MOST_LOOKS; looks++) {
    await new Promise((done) => setTimeout(done, 30));
    const now = document.body.innerHTML;
    still = now === seen ? still + 1 : 0;
    seen = now;
  }
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
