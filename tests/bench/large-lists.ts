import type { Page } from 'puppeteer-core';
import { ask, stateOf } from '../browser/lists/asking.ts';
import { launchBrowser } from '../harness/browser.ts';
import { buildExtension } from '../harness/build.ts';
import { LIST_ADDRESS, LIST_HOST } from '../harness/list-host.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { BrowserKind, Session } from '../harness/session.ts';
import { grantHosts } from '../harness/with-hosts.ts';
import { withLists } from '../harness/with-list.ts';
import { sampleList } from '../sites/list.ts';
import { allHosts } from '../sites/sites.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { seeded } from './corpus.ts';
import { heapOf, type Load, memoryOf, watched } from './extension-load.ts';
import { FolderHost, manifestIn, type PublishedNames, publishedNames, stays } from './published-names.ts';
import { rested, scrollThrough } from './scrolling.ts';
import { quantile } from './statistics.ts';
import { benchName } from './synthetic-list.ts';
import { timelineSite } from './timeline-site.ts';

const LIST = 'newsroom';
const NAMES = 50;
const WARM = 60;
const COLD = 15;
const POSTS = 300;
const MiB = 2 ** 20;
const REST = 3_000;

export const install: Benchmark = {
  name: 'install',
  about: 'A list of 1 000 000 names added, asked for names and updated by 1 %, in both browsers',
  minutes: 4,
  repeats: 1,
  run: (setting) => measure(1_000_000, setting),
};

export const install10m: Benchmark = {
  name: 'install10m',
  about: 'The same with 10 000 000 names; needs 3 GB of disk',
  minutes: 15,
  repeats: 1,
  heavy: true,
  run: (setting) => measure(10_000_000, setting),
};

async function measure(size: number, { repeats, tell }: Setting): Promise<Outcome> {
  const files = await publishedNames(size, tell);
  const outcome: Outcome = { measures: [], budgets: [], notes: NOTES };
  for (const kind of ['chrome', 'firefox'] as const) {
    tell(`building for ${kind}`);
    const built = await buildExtension(kind);
    const rounds: Seen[] = [];
    for (let round = 1; round <= repeats; round++) {
      rounds.push(await inBrowser(kind, built, size, files, (step) => tell(`${kind}, round ${round}: ${step}`)));
    }
    await put(outcome, kind, files, size, rounds);
  }
  return outcome;
}

const NOTES = [
  'Installed and updated over HTTPS from this machine. Work: processor time of all threads of the extension’s process.',
  'Slices: the longest task of the worker’s thread, in its own processor time; in Firefox the longest that a timer came late while the thread ran.',
  'Peak: memory of the extension’s process above what it had before. Firefox’s holds the options page too.',
  'Firefox’s background cannot be ended on demand, and nobody there tells the heap of a page.',
];

interface Seen {
  added: Load;
  updated: Load;
  bytes: number;
  warm: number[];
  cold: number[];
  /** Of the background: with the parts that were read last, and when it was ended and has answered again. */
  heap: { before: number; after: number; anew: number };
  memory: { before: number; after: number };
  tab: { before: number; after: number };
}

async function inBrowser(
  kind: BrowserKind,
  built: string,
  size: number,
  files: PublishedNames,
  tell: (step: string) => void,
): Promise<Seen> {
  const extension = await withLists(built, [{ list: sampleList() }]);
  grantHosts(extension.dir, [LIST_HOST]);
  const host = new FolderHost(files.first);
  const sites = new Map<string, Handler>([...allHosts(), ['x.com', timelineSite(POSTS, 0)], [LIST_HOST, host.handler]]);
  const server = await startServer(sites);
  const session = await launchBrowser(kind, { extensionDir: extension.dir, port: server.port, headless: true });
  try {
    const page = await session.openExtensionPage('options.html');
    page.setDefaultTimeout(0);
    const before = await held(session, page);
    tell('adding the list');
    const added = await watched(session, page, async () => {
      const reply = await ask(page, 'addList', { address: LIST_ADDRESS, fingerprint: files.fingerprint });
      if (!reply.ok) throw new Error(`the list was not added: ${JSON.stringify(reply)}`);
    });
    const state = await stateOf(page, LIST);
    if (state?.identifiers !== size) throw new Error(`${state?.identifiers} names instead of ${size}`);
    tell('asking for names');
    const random = seeded(3);
    await lookedUp(page, random, size);
    const warm: number[] = [];
    for (let i = 0; i < WARM; i++) warm.push(await lookedUp(page, random, size));
    const after = await held(session, page);
    const cold: number[] = [];
    for (let i = 0; session.killWorker && i < COLD; i++) {
      await session.killWorker();
      cold.push(await lookedUp(page, random, size));
    }
    const anew = session.killWorker ? await backgroundHeap(session) : Number.NaN;
    tell('updating the list');
    host.folder = files.next;
    host.bytes = 0;
    const updated = await watched(session, page, () => ask(page, 'updateLists', { id: LIST }));
    const now = await stateOf(page, LIST);
    if (now?.version !== 2) throw new Error(`not updated: ${JSON.stringify(now?.problem)}`);
    const grown = (what: keyof Held) => ({ before: before[what], after: after[what] });
    const [heap, memory, tab] = [{ ...grown('heap'), anew }, grown('memory'), grown('tab')];
    return { added, updated, bytes: host.bytes, warm, cold, heap, memory, tab };
  } finally {
    await session.close();
    await server.close();
    extension.remove();
  }
}

interface Held {
  heap: number;
  memory: number;
  tab: number;
}

/** What is held at rest: by the background, its process, and a tab that shows a timeline. */
async function held(session: Session, page: Page): Promise<Held> {
  const tab = await tabHeap(session);
  await page.bringToFront();
  await ask(page, 'listStates', null);
  await new Promise((done) => setTimeout(done, REST));
  return { heap: await backgroundHeap(session), memory: memoryOf(session), tab };
}

async function backgroundHeap(session: Session): Promise<number> {
  return session.kind === 'chrome' ? heapOf(session) : Number.NaN;
}

async function tabHeap(session: Session): Promise<number> {
  if (session.kind !== 'chrome') return Number.NaN;
  const page = await session.open('https://x.com/home?ticks=0');
  await page.bringToFront();
  await rested(page);
  await scrollThrough(page, POSTS, 1_200);
  await new Promise((done) => setTimeout(done, 1_000));
  const heap = await heapOf(page);
  await page.close();
  return heap;
}

/** Asks for listed names as a page does, in one message. @returns milliseconds */
async function lookedUp(page: Page, random: () => number, size: number): Promise<number> {
  const keys = Array.from({ length: NAMES }, () => `x@${benchName(stays(1 + Math.floor(random() * (size - 2))))}`);
  const text = await page.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<{ verdicts: unknown[] }> } };
    };
    const begun = performance.now();
    const { verdicts } = await chrome.runtime.sendMessage({ type: 'lookup', data: { keys: wanted } });
    return JSON.stringify([performance.now() - begun, verdicts.length]);
  }, keys);
  const [took, found] = JSON.parse(text) as [number, number];
  if (found !== new Set(keys).size) throw new Error(`${found} of ${keys.length} names were found`);
  return took;
}

async function put(
  { measures, budgets }: Outcome,
  kind: BrowserKind,
  files: PublishedNames,
  size: number,
  rounds: readonly Seen[],
): Promise<void> {
  const first = (await manifestIn(files.first)).manifest;
  const row = (what: string, unit: string, of: (seen: Seen) => number | number[], goal?: number, at = 1): void => {
    const samples = rounds.flatMap(of).filter((sample) => !Number.isNaN(sample));
    if (samples.length === 0) return;
    measures.push({ what: `${kind}: ${what}`, unit, samples });
    const of95 = at < 1 ? ', 95th percentile' : '';
    if (goal !== undefined) {
      budgets.push({ what: `${kind}: ${what}${of95}`, unit, goal, measured: quantile(samples, at) });
    }
  };
  // Work and peak are agreed on for a million; of more they are told.
  const isMillion = size <= 1_000_000;
  const mostPeak = isMillion ? 96 : undefined;
  row('first install', 's', ({ added }) => added.took / 1_000);
  row('first install, work', 's', ({ added }) => added.work / 1_000, isMillion ? 10 : undefined);
  row('first install, longest slice', 'ms', ({ added }) => added.slice, 50);
  row('first install, peak memory', 'MiB', ({ added }) => added.peak / MiB, mostPeak);
  row('50 names, awake', 'ms', ({ warm }) => warm, 15, 0.95);
  row('50 names, worker ended before', 'ms', ({ cold }) => cold, 400, 0.95);
  row('heap of the background', 'MiB', ({ heap }) => Math.max(heap.after, heap.anew) / MiB, 32);
  row('heap of the background, ended before', 'MiB', ({ heap }) => heap.anew / MiB);
  row('heap of the background before', 'MiB', ({ heap }) => heap.before / MiB);
  row('process of the background, grown by', 'MiB', ({ memory }) => (memory.after - memory.before) / MiB);
  row('heap of a tab, grown by', 'MiB', ({ tab }) => (tab.after - tab.before) / MiB, 1);
  row('1 % changed', 's', ({ updated }) => updated.took / 1_000);
  row('1 % changed, work', 's', ({ updated }) => updated.work / 1_000);
  row('1 % changed, longest slice', 'ms', ({ updated }) => updated.slice, 50);
  row('1 % changed, peak memory', 'MiB', ({ updated }) => updated.peak / MiB, mostPeak);
  row('1 % changed, share of the bytes', '%', ({ bytes }) => (100 * bytes) / first.bytes, 3);
}
