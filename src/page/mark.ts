import type { IdentifierRef } from '../messages.ts';
import type { MarkStyle } from '../settings.ts';
import { HIGHLIGHT, UNDERLINE_CSS } from '../underline-css.ts';
import { type Chip, createChip } from './chip.ts';
import { type ChipPoint, chipPoint, insertChip, isInPlace } from './chip-point.ts';
import { isConnected, rootOf } from './dom.ts';
import type { Match } from './judge.ts';
import { isPageDark } from './theme.ts';

/** A site that takes a chip away this often in this time fights it: then the underline alone stays. */
const RESTORES = 5;
const RESTORES_WITHIN = 10_000;
/** In a unit of this width words would push the site's own onto another line. Pixels. */
const NARROW = 400;
/** How often what is drawn is held against the page. Milliseconds. */
const RECALL_EVERY = 250;
/** Units gone from the page are forgotten when this many more than the last time are held. */
const PRUNE_EVERY = 32;

interface Drawn {
  match: Match;
  look: string;
  chip: Chip | undefined;
  ranges: StaticRange[];
  /** When its chip was put back, latest last. Milliseconds. */
  restored: number[];
}

export interface Drawer {
  style: MarkStyle;
  isQuiet(match: Match): boolean;
  onOpen(chip: Chip, match: Match): void;
}

function placeOf({ chip, match }: Pick<Drawn, 'chip' | 'match'>): Node {
  return chip && isConnected(chip.host) ? chip.host : match.after;
}

/** Draws the marks of units, and keeps them as they should be: never twice, never on something else. */
export class Marks {
  readonly #drawn = new Map<Element, Drawn[]>();
  readonly #waiting = new Map<Element, Match[]>();
  readonly #highlight = new Highlight();
  readonly #styled = new Map<ShadowRoot, HTMLStyleElement>();
  #pruneAt = PRUNE_EVERY;
  #dark = false;
  #recalling: ReturnType<typeof setTimeout> | undefined;
  readonly #by: Drawer;

  constructor(by: Drawer) {
    this.#by = by;
  }

  /** What a unit should show from now on. Drawn by the next `settle`. */
  set(root: Element, matches: Match[]): void {
    if (matches.length > 0 || this.#drawn.has(root)) this.#waiting.set(root, matches);
  }

  /** Draws what is waiting: first all questions to the page's layout, then all changes. */
  settle(): void {
    if (this.#drawn.size > 0) this.#recalling ??= setTimeout(() => this.#recall(), RECALL_EVERY);
    if (this.#waiting.size === 0) return;
    if (this.#drawn.size === 0) this.#dark = isPageDark();
    const plans = [...this.#waiting].map(([root, matches]) => ({
      root,
      matches,
      points: this.#by.style === 'chip' ? matches.map((match) => chipPoint(match.after)) : [],
      narrow: root.clientWidth < NARROW,
    }));
    this.#waiting.clear();
    for (const { root, matches, points, narrow } of plans) this.#draw(root, matches, points, narrow);
    if (this.#drawn.size > this.#pruneAt) this.#prune();
  }

  /** Units that show a mark, or will with the next `settle`. */
  roots(): Element[] {
    return [...new Set([...this.#drawn.keys(), ...this.#waiting.keys()])];
  }

  repaint(): void {
    this.#dark = isPageDark();
    for (const marks of this.#drawn.values()) for (const { chip } of marks) chip?.repaint(this.#dark);
  }

  clear(): void {
    this.#waiting.clear();
    clearTimeout(this.#recalling);
    for (const root of [...this.#drawn.keys()]) this.#draw(root, [], [], false);
    CSS.highlights.delete(HIGHLIGHT);
    for (const style of this.#styled.values()) style.remove();
    this.#styled.clear();
  }

  /** The marks of an identifier, or all, that are in the page now, in its order. Each is the same as long as it stands. */
  find(ref?: IdentifierRef): { chip: Chip | undefined; match: Match }[] {
    const isMeant = (v: IdentifierRef): boolean => v.list === ref?.list && v.identifier === ref.identifier;
    const found = [...this.#drawn.values()]
      .flat()
      .filter(({ match }) => ref === undefined || match.verdicts.some(isMeant))
      .filter(({ match }) => isConnected(match.after));
    return found.sort((a, b) => {
      const position = placeOf(a).compareDocumentPosition(placeOf(b));
      // Two names in one text without chips are in the order in which they were read.
      if (position === 0) return 0;
      return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }

  #draw(root: Element, matches: readonly Match[], points: readonly ChipPoint[], narrow: boolean): void {
    const old = this.#drawn.get(root) ?? [];
    const now = matches.map((match, i) => this.#drawOne(match, points[i], narrow, old));
    for (const gone of old) this.#erase(gone);
    if (now.length === 0) this.#drawn.delete(root);
    else this.#drawn.set(root, now);
  }

  /** Takes over from `old` what can stay, so that a chip that has the focus keeps it. */
  #drawOne(match: Match, point: ChipPoint | undefined, narrow: boolean, old: Drawn[]): Drawn {
    const quiet = narrow || this.#by.isQuiet(match);
    const look = `${quiet} ${match.verdicts.map((v) => `${v.list}/${v.identifier}/${v.grade}/${v.name}`).join(' ')} ${match.place}`;
    const at = old.findIndex((drawn) => drawn.look === look && (drawn.chip === undefined) === (point === undefined));
    const kept = at < 0 ? undefined : old.splice(at, 1)[0];
    for (const range of kept?.ranges ?? []) this.#highlight.delete(range);
    this.#underline(match.ranges, match.after);
    const drawn: Drawn = kept ?? { match, look, chip: undefined, ranges: [], restored: [] };
    drawn.match = match;
    drawn.ranges = match.ranges;
    if (point) this.#place(drawn, point, quiet);
    return drawn;
  }

  /** On a clean page nothing is drawn; where its matches stand is known all the same, for the popup to lead there. */
  #underline(ranges: readonly StaticRange[], at: Node): void {
    if (this.#by.style === 'clean') return;
    const root = rootOf(at);
    if (root instanceof ShadowRoot) this.#styleRoot(root);
    for (const range of ranges) this.#highlight.add(range);
    CSS.highlights.set(HIGHLIGHT, this.#highlight);
  }

  /** The page's own style of highlights ends at a shadow root in Firefox: each gets it again. */
  #styleRoot(root: ShadowRoot): void {
    if (this.#styled.has(root)) return;
    const style = document.createElement('style');
    style.textContent = UNDERLINE_CSS;
    root.append(style);
    this.#styled.set(root, style);
  }

  #place(drawn: Drawn, point: ChipPoint, quiet: boolean): void {
    if (drawn.chip && isConnected(drawn.chip.host) && isInPlace(point, drawn.chip.host)) return;
    const now = performance.now();
    drawn.restored = drawn.restored.filter((time) => now - time < RESTORES_WITHIN);
    if (drawn.restored.length > RESTORES) {
      drawn.chip?.host.remove(); // It may stand behind another name by now.
      return;
    }
    drawn.restored.push(now);
    try {
      drawn.chip ??= createChip({ verdicts: drawn.match.verdicts, quiet, dark: this.#dark }, (chip) =>
        this.#by.onOpen(chip, drawn.match),
      );
    } catch {
      return; // A page can make an element of our name its own: then the underline alone stays.
    }
    insertChip(point, drawn.chip.host);
  }

  #erase({ chip, ranges }: Drawn): void {
    chip?.host.remove();
    for (const range of ranges) this.#highlight.delete(range);
  }

  /** A page can take a mark out of a post, hang it elsewhere and let the post go: nothing there would be read again. */
  #recall(): void {
    this.#recalling = undefined;
    for (const [root, marks] of this.#drawn) if (!isConnected(root) && marks.some(isStolen)) this.#forget(root, marks);
  }

  #forget(root: Element, marks: readonly Drawn[]): void {
    for (const mark of marks) this.#erase(mark);
    this.#drawn.delete(root);
  }

  #prune(): void {
    for (const [root, marks] of this.#drawn) if (!isConnected(root)) this.#forget(root, marks);
    for (const root of this.#styled.keys()) if (!isConnected(root.host)) this.#styled.delete(root);
    this.#pruneAt = this.#drawn.size + PRUNE_EVERY;
  }
}

function isStolen({ chip, ranges }: Drawn): boolean {
  return (chip !== undefined && isConnected(chip.host)) || ranges.some((range) => isConnected(range.startContainer));
}
