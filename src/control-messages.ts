import type { Localised } from './core/list-schema.ts';
import type { Settings } from './settings.ts';

/** A state of which the active lists have entries. */
export interface CountryCount {
  /** ISO 3166-1 alpha-2; `''` for entries of no country. */
  code: string;
  entries: number;
}

/** What a file of settings can bring back: sites need the browser's permission, and come by `turnSite`. */
export type Restorable = Partial<Omit<Settings, 'version' | 'sitesOn'>>;

/** What the reader's own controls ask. */
export interface ControlMessages {
  /** States in the active lists, most entries first. */
  countries: { data: null; reply: CountryCount[] };
  /** What an active list calls an entity; null where none holds it. */
  entityLabel: { data: { list: string; entity: string }; reply: Localised | null };
  /** Many settings at once, the lists' order and switches among them. */
  restoreSettings: { data: Restorable; reply: undefined };
}
