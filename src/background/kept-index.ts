import { browser } from '../browser.ts';
import type { ListIndex } from '../core/index-lists.ts';
import type { Key } from '../core/key.ts';
import type { Verdict } from '../core/verdict.ts';
import { TAB_FILTER, type TabFilter } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { language } from '../text.ts';
import { allRecords, type ListRecord } from './updates/records.ts';

/**
 * What pages are answered from, in `storage.session`: a worker that was ended has its first answer as soon as it
 * has read it, and reads whole lists when somebody wants to see them. Gone with the browser and with each version
 * of the extension.
 */
const KEY = 'index';
/** Reading more would take as long as it saves. */
const MOST_LETTERS = 4 * 1024 * 1024;

export interface KeptIndex {
  generation: number;
  index: ListIndex;
}

/** As text: browsers copy a long text faster than thousands of small objects. */
interface Stored {
  of: string;
  generation: number;
  verdicts: string;
}

/**
 * All that decides on the index, but for the lists themselves.
 * @param today `YYYY-MM-DD`
 * @returns undefined while an update is under way, or when one was cut off
 */
export async function stateOfLists(today: string): Promise<string | undefined> {
  const [{ lists }, records] = await Promise.all([readSettings(), allRecords()]);
  if (!records.every(isSettled)) return undefined;
  const rows = records.map(({ id, held, lost }) => [id, held?.hash, lost !== undefined]);
  return JSON.stringify([today, language(), lists, rows]);
}

/** The floor is raised before anything else changes. */
function isSettled({ held, floor }: ListRecord): boolean {
  return held?.hash === floor?.hash;
}

/**
 * @param of what `stateOfLists` said before the lists were read
 * @param index where there is one that answers everything; else what was kept is forgotten
 */
export async function keepIndex(of: string | undefined, kept: KeptIndex | undefined): Promise<void> {
  if (of !== undefined && kept !== undefined) {
    const verdicts = JSON.stringify([...kept.index]);
    const stored: Stored = { of, generation: kept.generation, verdicts };
    if (verdicts.length <= MOST_LETTERS) return browser.storage.session.set({ [KEY]: stored });
  }
  return browser.storage.session.remove(KEY);
}

/** @returns undefined where there is none, or it was made of other lists, or tabs have the filter of others */
export async function keptIndex(today: string): Promise<KeptIndex | undefined> {
  const [stored, local, of] = await Promise.all([
    browser.storage.session.get(KEY),
    browser.storage.local.get(TAB_FILTER),
    stateOfLists(today),
  ]);
  const kept = stored[KEY] as Stored | undefined;
  const filter = local[TAB_FILTER] as TabFilter | undefined;
  if (kept === undefined || kept.of !== of || kept.generation !== filter?.generation) return undefined;
  return { generation: kept.generation, index: new Map(JSON.parse(kept.verdicts) as [Key, Verdict[]][]) };
}
