import { browser } from './browser.ts';
import { type Filters, filtersFromStored, NO_FILTERS } from './filters.ts';

/** Every stored setting: its type and default. One record, one version, one place. */
export interface Settings {
  version: 1;
  /** Statemark as a whole. */
  enabled: boolean;
  /** Sites that the reader switched off: platform ids, or hosts. */
  sitesOff: string[];
  /** Hosts beyond the known networks that the reader switched on. */
  sitesOn: string[];
  /** `chip`: underline and chip; `underline`: underline alone; `clean`: nothing is drawn in pages. */
  markStyle: MarkStyle;
  /** Hashtags that are a person's name: `quiet` draws the symbol without words. */
  personNames: 'quiet' | 'shown';
  muted: Muted[];
  /** Entities of which nothing is marked. */
  mutedEntities: MutedEntity[];
  filters: Filters;
  /** Whether accounts that resemble a listed or guarded one, without being it, are marked too. */
  lookAlikes: boolean;
  /** Accounts that the reader guards: `any@name`, or `x@name` where on one network alone. */
  guarded: string[];
  /** Whether matches are counted by day and entity, on this machine alone. */
  statistics: boolean;
  /** The reader's order of the lists and what was switched; a list that is not here is as its publisher made it. */
  lists: ListChoice[];
}

export interface ListChoice {
  id: string;
  on: boolean;
}

export type MarkStyle = 'chip' | 'underline' | 'clean';

export interface Muted {
  list: string;
  identifier: string;
  /** When it was muted, `YYYY-MM-DD`. */
  since: string;
}

/** An entity of a list, with all names that the list has of it. */
export interface MutedEntity {
  list: string;
  entity: string;
  /** When it was muted, `YYYY-MM-DD`. */
  since: string;
}

export type SettingsPatch = Partial<Omit<Settings, 'version'>>;

export const DEFAULTS: Settings = {
  version: 1,
  enabled: true,
  sitesOff: [],
  sitesOn: [],
  markStyle: 'chip',
  personNames: 'quiet',
  muted: [],
  mutedEntities: [],
  filters: NO_FILTERS,
  lookAlikes: false,
  guarded: [],
  statistics: false,
  lists: [],
};

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  return fromStored((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Changes some settings and keeps the rest. Only the background calls this, on one queue, so that two
 * pages changing two settings at once do not undo one another.
 */
export async function writeSettings(patch: SettingsPatch): Promise<Settings> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const next: Settings = { ...fromStored(stored), ...patch };
  await browser.storage.local.set({ ...setAside(stored), [KEY]: next });
  return next;
}

/** A record of a later version of Statemark: kept whole under its version's own key before ours replaces it. */
function setAside(stored: unknown): Record<string, unknown> {
  const version = (stored as { version?: unknown } | null | undefined)?.version;
  return Number.isSafeInteger(version) && Number(version) > DEFAULTS.version ? { [`${KEY}-${version}`]: stored } : {};
}

/** Calls back with every change until the signal ends it. */
export function onSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[KEY]) callback(fromStored(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** A member that is missing or of the wrong form falls back alone to its default. */
export function fromStored(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULTS;
  const members = Object.entries(DEFAULTS).map(([key, otherwise]) => {
    const value: unknown = (stored as Record<string, unknown>)[key];
    return [key, isOfForm(key, value, otherwise) ? kept(key, value) : otherwise];
  });
  return { ...Object.fromEntries(members), version: 1, filters: filtersFromStored((stored as Settings).filters) };
}

const CHOICES: Partial<Record<string, readonly unknown[]>> = {
  markStyle: ['chip', 'underline', 'clean'],
  personNames: ['quiet', 'shown'],
};

/** A row of each kind; where there is none, rows are texts. */
const ROWS: Partial<Record<string, Record<string, unknown>>> = {
  muted: { list: '', identifier: '', since: '' } satisfies Muted,
  mutedEntities: { list: '', entity: '', since: '' } satisfies MutedEntity,
  lists: { id: '', on: true } satisfies ListChoice,
};

function isOfForm(key: string, value: unknown, otherwise: unknown): boolean {
  if (Array.isArray(otherwise)) return Array.isArray(value);
  return CHOICES[key]?.includes(value) ?? typeof value === typeof otherwise;
}

/** Of rows, those that are of their form. */
function kept(key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const form = Object.entries(ROWS[key] ?? {});
  return value.filter((row) =>
    form.length === 0
      ? typeof row === 'string'
      : typeof row === 'object' && row !== null && form.every(([name, one]) => typeof row[name] === typeof one),
  );
}

/** @param site a network's id, or the host of a site that is none of the known networks' */
export function isSiteOn({ enabled, sitesOff, sitesOn }: Settings, site: string): boolean {
  return enabled && !sitesOff.includes(site) && (!site.includes('.') || sitesOn.includes(site));
}

/** @param entity whose name it is; without it only the name itself is looked at */
export function isMutedBy(settings: Settings, list: string, identifier: string, entity?: string): boolean {
  return (
    settings.muted.some((row) => row.list === list && row.identifier === identifier) ||
    settings.mutedEntities.some((row) => row.list === list && row.entity === entity)
  );
}
