import { Parser } from 'htmlparser2';
import type { Platform } from '../../platforms/platform.ts';
import { LineCounter } from './line-counter.ts';
import { PageAddress } from './page-address.ts';
import { BlockBuilder, LONGEST_BLOCK, type PageBlock } from './page-blocks.ts';
import { isInline, isNever, isPostLike } from './page-elements.ts';

/**
 * Reads a saved page as it comes. Networks' own units are not known here, so the context of a name is the
 * innermost article, list item, row or quotation around it, or else the run of text up to the next block:
 * narrower than on the page, never wider, so that no name gets company that does not stand beside it.
 */
export class PageReader {
  private readonly parser: Parser;
  private readonly open: { post: BlockBuilder | undefined; isNever: boolean }[] = [];
  /** Posts within posts, innermost last. */
  private readonly posts: BlockBuilder[] = [];
  /** Text outside of any post. */
  private run = new BlockBuilder(1);
  /** Everything begun and not yet given out, in the page's order. */
  private begun: BlockBuilder[] = [this.run];
  private ready: PageBlock[] = [];
  private skipping = 0;
  private readonly platform: Platform | undefined;
  private readonly fallback: Platform;
  private readonly address = new PageAddress();
  private readonly lines = new LineCounter();

  /**
   * @param platform whose rules the text is read by, whatever the page says it is
   * @param fallback the same, where the page does not say either
   */
  constructor(platform: Platform | undefined, fallback: Platform) {
    this.platform = platform;
    this.fallback = fallback;
    this.parser = new Parser({
      onopentag: (name, attributes) => this.opened(name, attributes),
      onclosetag: (name) => this.closed(name),
      ontext: (text) => this.addText(text),
      oncomment: (text) => this.address.learnFrom(text),
    });
  }

  /** The blocks that this piece of the page completes. */
  push(html: string): PageBlock[] {
    this.lines.add(html);
    this.parser.write(html);
    this.line();
    return this.take();
  }

  end(): PageBlock[] {
    this.parser.end();
    this.posts.length = 0;
    this.giveOut();
    return this.take();
  }

  private take(): PageBlock[] {
    const ready = this.ready;
    this.ready = [];
    return ready;
  }

  private get current(): BlockBuilder {
    return this.posts.at(-1) ?? this.run;
  }

  private opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.address.learn(name, attributes);
    const never = isNever(name, attributes);
    let post: BlockBuilder | undefined;
    if (never) this.skipping++;
    if (this.skipping === 0) {
      if (isPostLike(name, attributes)) post = this.beginPost();
      else if (!isInline(name)) this.divide(name === 'br' || name === 'img');
      else if (name === 'a' && attributes.href !== undefined) {
        this.current.openLink(this.address.linkTo(attributes.href, this.platform));
      }
    }
    this.open.push({ post, isNever: never });
  }

  private closed(name: string): void {
    const closing = this.open.pop();
    if (closing?.isNever) this.skipping--;
    else if (this.skipping > 0) return;
    else if (closing?.post) this.endPost(closing.post);
    else if (name === 'a') this.current.closeLink();
    else if (!isInline(name)) this.divide(name === 'br' || name === 'img');
  }

  private addText(text: string): void {
    if (this.skipping > 0) return;
    this.current.add(text);
    if (this.current.length >= LONGEST_BLOCK) this.cut();
  }

  /** A block begins or ends: within a post and a link it divides words, elsewhere texts. */
  private divide(isLine: boolean): void {
    if (isLine || this.posts.length > 0 || this.run.isInLink) this.current.gap();
    else this.beginRun();
  }

  private beginRun(): void {
    this.giveOut();
    this.run = this.begin();
  }

  private beginPost(): BlockBuilder {
    this.current.gap();
    const post = this.begin();
    this.posts.push(post);
    return post;
  }

  private endPost(post: BlockBuilder): void {
    this.posts.splice(this.posts.indexOf(post));
    if (this.posts.length === 0) this.beginRun();
    else this.current.gap();
  }

  /** A post that does not end is judged in pieces. */
  private cut(): void {
    const full = this.posts.pop();
    if (full === undefined) {
      this.beginRun();
      return;
    }
    const rest = this.begin();
    this.posts.push(rest);
    for (const one of this.open) if (one.post === full) one.post = rest;
    this.giveOut();
  }

  private begin(): BlockBuilder {
    const block = new BlockBuilder(this.line());
    this.begun.push(block);
    return block;
  }

  private line(): number {
    return this.lines.at(this.parser.startIndex);
  }

  /** Whatever is not open any more. */
  private giveOut(): void {
    const { id, text } = this.platform ?? this.address.platform() ?? this.fallback;
    const isOpen = (block: BlockBuilder): boolean => this.posts.includes(block);
    for (const block of this.begun) {
      const done = isOpen(block) ? undefined : block.done(id, text);
      if (done) this.ready.push(done);
    }
    this.begun = this.begun.filter(isOpen);
  }
}
