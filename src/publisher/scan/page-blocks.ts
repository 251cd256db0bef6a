import type { NameInPost } from '../../core/match-post.ts';
import type { PlatformId } from '../../core/names.ts';
import type { Sighting } from '../../core/sighting.ts';
import { isPost, ofToken } from '../../core/sighting.ts';
import { type TextRule, tokenise } from '../../core/token.ts';

/** The names of one part of a page, and the text that is their context. */
export interface PageBlock {
  /** Line of the file on which it begins. */
  line: number;
  text: string;
  names: NameInPost[];
}

/** A block is judged in pieces of about this size: a page need not ever close one. Characters. */
export const LONGEST_BLOCK = 256 * 1024;

interface Link {
  start: number;
  /** Below zero while the link is open. */
  end: number;
  read(text: string): Sighting | undefined;
}

/** Gathers the text and links of one part of a page while it is open. */
export class BlockBuilder {
  readonly line: number;
  private text = '';
  private links: Link[] = [];

  constructor(line: number) {
    this.line = line;
  }

  get length(): number {
    return this.text.length;
  }

  get isInLink(): boolean {
    return (this.links.at(-1)?.end ?? 0) < 0;
  }

  add(text: string): void {
    this.text += text;
  }

  /** A block or line ends here: what follows is another word. */
  gap(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  /** @param read what the link leads to, once its text is known */
  openLink(read: (text: string) => Sighting | undefined): void {
    this.closeLink();
    this.links.push({ start: this.text.length, end: -1, read });
  }

  closeLink(): void {
    const last = this.links.at(-1);
    if (last && last.end < 0) last.end = this.text.length;
  }

  /** Links first, then what no link explains: the text of a link may name somebody else. */
  done(platform: PlatformId, rule: TextRule): PageBlock | undefined {
    this.closeLink();
    if (this.text.trim() === '') return undefined;
    const names: NameInPost[] = [];
    const explained: Link[] = [];
    for (const link of this.links) {
      const shown = this.text.slice(link.start, link.end);
      const sighting = link.read(shown);
      if (sighting === undefined) continue;
      if (sighting.kind !== 'domain') explained.push(link);
      // A picture alone is not marked on the page either.
      if (shown.trim() !== '' && !isPost(sighting)) names.push({ sighting, place: placeOf(sighting, shown) });
    }
    for (const { kind, value, start, end } of tokenise(this.text, rule)) {
      if (explained.some((link) => start < link.end && end > link.start)) continue;
      names.push({ sighting: ofToken(kind, value, platform), place: kind });
    }
    return { line: this.line, text: this.text, names };
  }
}

function placeOf(sighting: Sighting, shown: string): NameInPost['place'] {
  if (sighting.kind === 'hashtag') return 'hashtag';
  return sighting.kind === 'account' && /^\s*[@＠]/.test(shown) ? 'mention' : 'link';
}
