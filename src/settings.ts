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
  const s = stored as Partial<Record<keyof Settings, unknown>>;
  return {
    version: 1,
    enabled: typeof s.enabled === 'boolean' ? s.enabled : DEFAULTS.enabled,
    sitesOff: Array.isArray(s.sitesOff) ? s.sitesOff.filter((x) => typeof x === 'string') : DEFAULTS.sitesOff,
    sitesOn: Array.isArray(s.sitesOn) ? s.sitesOn.filter((x) => typeof x === 'string') : DEFAULTS.sitesOn,
    markStyle: oneOf(s.markStyle, ['chip', 'underline', 'clean'], DEFAULTS.markStyle),
    personNames: oneOf(s.personNames, ['quiet', 'shown'], DEFAULTS.personNames),
    muted: Array.isArray(s.muted) ? s.muted.filter(isMuted) : DEFAULTS.muted,
    mutedEntities: Array.isArray(s.mutedEntities) ? s.mutedEntities.filter(isMutedEntity) : DEFAULTS.mutedEntities,
    filters: filtersFromStored(s.filters),
    lookAlikes: typeof s.lookAlikes === 'boolean' ? s.lookAlikes : DEFAULTS.lookAlikes,
    guarded: Array.isArray(s.guarded) ? s.guarded.filter((x) => typeof x === 'string') : DEFAULTS.guarded,
    statistics: typeof s.statistics === 'boolean' ? s.statistics : DEFAULTS.statistics,
    lists: Array.isArray(s.lists) ? s.lists.filter(isChoice) : DEFAULTS.lists,
  };
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

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.includes(value as T) ? (value as T) : otherwise;
}

function isMuted(row: unknown): row is Muted {
  if (typeof row !== 'object' || row === null) return false;
  const { list, identifier, since } = row as Partial<Record<keyof Muted, unknown>>;
  return typeof list === 'string' && typeof identifier === 'string' && typeof since === 'string';
}

function isMutedEntity(row: unknown): row is MutedEntity {
  if (typeof row !== 'object' || row === null) return false;
  const { list, entity, since } = row as Partial<Record<keyof MutedEntity, unknown>>;
  return typeof list === 'string' && typeof entity === 'string' && typeof since === 'string';
}

function isChoice(row: unknown): row is ListChoice {
  if (typeof row !== 'object' || row === null) return false;
  const { id, on } = row as Partial<Record<keyof ListChoice, unknown>>;
  return typeof id === 'string' && typeof on === 'boolean';
}
