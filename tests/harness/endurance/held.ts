import { partsOf, readIndex } from '../../../src/core/compiled/read-index.ts';
import { stateOf } from '../../browser/lists/asking.ts';
import { type StoredParts, storedParts } from '../stored-parts.ts';
import type { Life } from './life.ts';

/** What the page that stays open holds, after full collections. Chromium alone tells. */
export interface Held {
  /** Bytes of all scripts' heaps. */
  heap: number;
  nodes: number;
  listeners: number;
}

export async function heldBy({ kind, lasting }: Life): Promise<Held> {
  if (kind !== 'chrome') return { heap: 0, nodes: 0, listeners: 0 };
  const session = await lasting.createCDPSession();
  await session.send('HeapProfiler.enable');
  // Twice: the first frees what finalisers held.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

interface Stored extends StoredParts {
  settings: Record<string, unknown>;
  /** As many parts as the lists in use have. */
  needed: number;
  version: number | undefined;
}

/** What is stored, and what of it nothing needs. */
export async function orphansOf({ own, host }: Life): Promise<Stored> {
  const settings = await own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<{ settings?: object }> } } };
    };
    const { settings = {} } = await chrome.storage.local.get('settings');
    return JSON.stringify(settings);
  });
  const { current } = host;
  const index = current && readIndex(current.objects.get(current.manifest.index.sha256) ?? new Uint8Array());
  const state = await stateOf(own, 'newsroom');
  const counts = await storedParts(own);
  return {
    settings: JSON.parse(settings),
    ...counts,
    needed: (index ? partsOf(index).length : 0) + 1,
    version: state?.version,
  };
}
