import type { PlatformId } from '../core/names.ts';
import type { Sighting } from '../core/sighting.ts';
import type { TextRule } from '../core/token.ts';

export type { AccountSighting, DomainSighting, HashtagSighting, Sighting } from '../core/sighting.ts';

/** Where something stands in a page, besides in an address. Selectors fail quietly: each has a fallback. */
export interface PageShape {
  /** The unit of context: one post, row, header or trend. Innermost wins; the last ones are ARIA fallbacks. */
  units: readonly UnitShape[];
  /** The part of a unit that names its author: only a whole `@handle` counts in there, never a display name. */
  authorBlock: string;
  /** The heading of a profile page that shows no `@handle`: the page's own address says whose it is. */
  heading?: string;
  /** Links to a post whose text is its author's name: `Forwarded from …`. */
  byline?: string;
  /** Within a link around a name and more (`12,031 followers`), the part that is the name. */
  linkedName?: string;
  /** A post holds at most one other: the one that it quotes, which bears no address of its own. */
  holdsOne?: true;
  /** Posts may stand in open shadow roots of custom elements. Looking into them costs, so only where they may. */
  shadowRoots?: true;
  /** Never read: the site's own controls, and whatever depends on who is logged in. */
  ignore: string;
  /** Attributes that hold a handle (`(?<handle>…)`) or a stable id (`(?<id>…)`) of a unit's account. */
  hints: readonly Hint[];
  /**
   * What tells a post from all others when a site makes it anew, where no dated link to it names its author: of
   * each of these elements an attribute, or else its text. All that `pattern` (global) finds counts, so that
   * what a site adds to its addresses does not.
   */
  identity?: readonly { selector: string; attribute?: string; pattern: RegExp }[];
}

export interface UnitShape {
  selector: string;
  kind: 'post' | 'user-row' | 'profile' | 'trend';
}

export interface Hint {
  selector: string;
  attribute: string;
  /** Unpacks a value that `pattern` cannot read as it stands; undefined for one that is not packed so. */
  decode?(value: string): string | undefined;
  pattern: RegExp;
}

/** A link as it stands in a page, with what its element says of it. */
export interface PageLink {
  /** Absolute, of the web, without user name and port. */
  url: URL;
  /** Address of the page that it stands in. */
  page: URL;
  /** Attributes of the element; empty where it has none. */
  rel: string;
  className: string;
  title: string;
}

/** What networks ask of an absolute address. A `URL` is one; one of a page's own paths is told without making it. */
export type Address = Readonly<Pick<URL, 'origin' | 'hostname' | 'pathname' | 'hash' | 'searchParams'>>;

/** Everything Statemark knows of a network. One file each. `web` is any page that is no network's. */
export interface Platform<Id extends PlatformId | 'web' = PlatformId> {
  id: Id;
  /** Hosts whose addresses `readAddress` understands. */
  hosts: readonly string[];
  /** Domains of which every subdomain is the network's too: `uk.linkedin.com`. */
  hostSuffixes?: readonly string[];
  /** Match patterns of the pages that are read. */
  matches: readonly string[];
  /** Match patterns of the posts that other sites show in frames; within `matches`. */
  embeds?: readonly string[];
  /** Pure. Takes an absolute address on one of `hosts`; undefined for anything but an account or hashtag. */
  readAddress(url: Address): Sighting | undefined;
  /** Links to a post on another network stand for its author: the page shows the post itself. */
  linksToPosts?: true;
  /** The address that one of the network's own redirects leads to. */
  unwrap?(url: Address): string | undefined;
  /**
   * For a network whose hosts are not known in advance: what a link in one of its pages leads to, by its
   * address and what its element says. Pure. Asked before `readAddress`; undefined where the link does not say
   * that it leads to an account or hashtag of this network.
   */
  readLink?(link: PageLink): Sighting | undefined;
  text: TextRule;
  /** Paths that the network makes links of in text, such as `u/name`. Global; for text without its links. */
  paths?: RegExp;
  page: PageShape;
  /** Accounts named with their stable ids in data that the page carries for machines. */
  readEmbedded?(document: Document): { handle: string; id: string }[];
}

/** Whatever a page can be read as. */
export type AnyPlatform = Platform | Platform<'web'>;
