import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../harness/browser.ts';
import { builtOnce } from '../harness/build.ts';
import { type Handler, startServer } from '../harness/server.ts';
import type { Session } from '../harness/session.ts';
import { allHosts } from '../sites/sites.ts';
import { type Piece, WITH, type With } from './added.ts';
import type { Benchmark, Outcome, Setting } from './benchmark.ts';
import { emptyExtension, floorExtension } from './extension-floor.ts';
import { isNoFrame } from './next-frame.ts';
import { type Round, VARIANTS, type Variant, variantOutcome } from './page-outcome.ts';
import { prepareForPieces, scrollPiece, TICK } from './scroll-piece.ts';
import { rested } from './scrolling.ts';
import { type Shares, sharesOf, startSharing } from './shares.ts';
import { timelineSite } from './timeline-site.ts';

/** A piece is twice what the timeline gets at once. */
const PIECES = 9;
const POSTS_A_PIECE = 80;

export const page: Benchmark = {
  name: 'page',
  about: `Main-thread time that scrolling ${PIECES * POSTS_A_PIECE} posts costs, against no extension and one that only observes`,
  minutes: 5,
  repeats: 2,
  run: measure,
};

async function measure(setting: Setting): Promise<Outcome> {
  setting.tell('building');
  const dirs = { none: emptyExtension(), floor: floorExtension(), statemark: { dir: await builtOnce('chrome') } };
  const sites = new Map<string, Handler>(allHosts());
  const server = await startServer(sites);
  const sessions: [With, Session][] = [];
  try {
    for (const name of WITH) {
      const extensionDir = dirs[name].dir;
      sessions.push([name, await launchBrowser('chrome', { extensionDir, port: server.port, headless: true })]);
    }
    const outcome: Outcome = { measures: [], budgets: [], notes: NOTES };
    for (const variant of VARIANTS) {
      sites.set('x.com', timelineSite(PIECES * POSTS_A_PIECE, variant.share));
      const { rounds, failed } = await runVariant(variant, sessions, setting);
      const { measures, budgets, notes } = variantOutcome(variant, rounds, POSTS_A_PIECE);
      outcome.measures.push(...measures);
      outcome.budgets.push(...budgets);
      outcome.notes = [...outcome.notes, ...notes, ...failed];
    }
    return outcome;
  } finally {
    for (const [, session] of sessions) await session.close();
    await server.close();
    dirs.none.remove();
    dirs.floor.remove();
  }
}

const NOTES = [
  `Milliseconds of processor time of the page’s main thread for a post, from a trace, which costs time itself; n pieces of ${POSTS_A_PIECE} posts, each scrolled with all three in turn. “Between” holds for 19 of 20 cases.`,
  'Added is an extension’s own script as it was traced, and what is laid out, styled and painted more, where more is laid out at all; the page’s own script is the clock for that. What collecting garbage takes more is told of and not counted.',
];

async function runVariant(
  variant: Variant,
  sessions: readonly [With, Session][],
  { repeats, tell }: Setting,
): Promise<{ rounds: Round[]; failed: string[] }> {
  const rounds: Round[] = [];
  const failed: string[] = [];
  const runs = Math.max(1, repeats + variant.more);
  for (let round = 1; round <= runs; round++) {
    const say = (what: string): void => tell(`${variant.name}, run ${round} of ${runs}: ${what}`);
    try {
      rounds.push(await oneRound(variant, sessions, say));
    } catch (error) {
      // Once is the browser; twice is something to be looked into.
      if (!isNoFrame(error)) throw error;
      failed.push(`${variant.name}: a run was begun anew, because ${(error as Error).message}`);
      say(`once more, because ${(error as Error).message}`);
      rounds.push(await oneRound(variant, sessions, say));
    }
  }
  return { rounds, failed };
}

interface Traced {
  name: With;
  tab: Page;
  frames: number;
  shares: () => Promise<Shares[]>;
  close: () => Promise<void>;
}

/** New tabs, so that no two rounds share how a browser happened to lay out its memory. */
async function oneRound(
  variant: Variant,
  sessions: readonly [With, Session][],
  say: (what: string) => void,
): Promise<Round> {
  const opened = await Promise.all(sessions.map(([name, session]) => openTraced(name, session, variant)));
  try {
    for (let piece = 1; piece <= PIECES; piece++) {
      say(`piece ${piece} of ${PIECES}`);
      // Forth and back: a machine that gets slower is as unfair to the one as to the other.
      for (const one of piece % 2 === 0 ? opened.toReversed() : opened) {
        one.frames += await scrollPiece(one.tab, piece * POSTS_A_PIECE - 1);
      }
    }
    const shares = new Map<With, Shares[]>();
    for (const one of opened) shares.set(one.name, await one.shares());
    return { pieces: paired(shares), frames: opened.map(({ name, frames }) => [name, frames]) };
  } finally {
    await Promise.all(opened.map((one) => one.close()));
  }
}

async function openTraced(name: With, session: Session, { ticks }: Variant): Promise<Traced> {
  const tab = await session.browser.newPage();
  await prepareForPieces(tab);
  await tab.goto(`https://x.com/home?ticks=${ticks ? TICK : 0}`);
  await tab.bringToFront();
  await rested(tab);
  const stop = await startSharing(tab);
  let stopped = false;
  const shares = async (): Promise<Shares[]> => {
    stopped = true;
    return sharesOf([...(await stop())]);
  };
  const close = async (): Promise<void> => {
    // A browser writes one trace at a time: the next one could not begin.
    if (!stopped) await stop().catch(() => undefined);
    await tab.close();
  };
  return { name, tab, frames: 0, shares, close };
}

function paired(shares: ReadonlyMap<With, Shares[]>): Piece[] {
  return Array.from({ length: PIECES }, (_, i) => {
    const piece = WITH.map((name) => [name, shares.get(name)?.[i]] as const);
    if (piece.some(([, found]) => found === undefined)) throw new Error(`the trace has no piece ${i + 1}`);
    return Object.fromEntries(piece) as Piece;
  });
}
