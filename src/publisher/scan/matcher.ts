import { type Evidence, evidenceFor, type SideEvidence } from '../../core/evidence.ts';
import { indexLists, type ListIndex } from '../../core/index-lists.ts';
import type { Watchlist } from '../../core/list-schema.ts';
import { matchNames, matchPost, type NamePlace, type PostMatch } from '../../core/match-post.ts';
import type { PlatformId } from '../../core/names.ts';
import type { Sighting } from '../../core/sighting.ts';
import { readAddress } from '../../platforms/address.ts';
import { PLATFORMS } from '../../platforms/all.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { PageBlock } from './page-blocks.ts';
import type { Post } from './read-posts.ts';

/** One listed identifier in one post or block of a page, with everything that is said of it. */
export interface Found {
  line: number;
  /** Where it was seen; `web` for a site. */
  platform: PlatformId | 'web';
  /** As it stands there, without `#` or `@`. */
  value: string;
  places: NamePlace[];
  count: number;
  /** The post's own, where it has them. */
  author?: string;
  url?: string;
  evidence: Evidence;
}

/** Holds posts and pages against lists. */
export class Matcher {
  private readonly index: ListIndex;
  private readonly lists: ReadonlyMap<string, Watchlist>;
  private readonly evidence = new Map<string, Evidence | undefined>();
  private readonly today: string;

  /** @param today `YYYY-MM-DD` */
  constructor(lists: readonly Watchlist[], today: string) {
    this.lists = new Map(lists.map((list) => [list.list.id, list]));
    this.index = indexLists(lists, today, 'en');
    this.today = today;
  }

  inPost(line: number, post: Post, platform: Platform): Found[] {
    const reader = readers.get(platform.id);
    if (reader === undefined) return [];
    const { author, url } = post;
    const more = { ...(author && { author }), ...(url && { url }) };
    return matchPost(post, reader, this.index).flatMap((match) => this.found(line, match, more));
  }

  inBlock({ line, names, text }: PageBlock): Found[] {
    return matchNames(names, text, this.index).flatMap((match) => this.found(line, match, {}));
  }

  private found(line: number, match: PostMatch, more: Pick<Found, 'author' | 'url'>): Found[] {
    const { verdict, sighting, places, count } = match;
    const evidence = this.evidenceOf(verdict.list, verdict.identifier);
    if (evidence === undefined) return [];
    const platform = sighting.kind === 'domain' ? 'web' : sighting.platform;
    return [{ line, platform, value: shownAs(sighting), places, count, ...more, evidence }];
  }

  private evidenceOf(list: string, identifier: string): Evidence | undefined {
    const key = `${list}/${identifier}`;
    if (!this.evidence.has(key)) {
      const from = this.lists.get(list);
      this.evidence.set(key, from && evidenceFor(from, identifier, this.today));
    }
    return this.evidence.get(key);
  }
}

const readers = new Map(
  PLATFORMS.map((platform) => {
    const { id, hosts, text, paths } = platform;
    const base = `https://${hosts[0]}/`;
    const read = (raw: string) => readAddress(raw, base);
    return [id, { platform: id, text, ...(paths && { paths }), readAddress: read }] as const;
  }),
);

function shownAs(sighting: Sighting): string {
  switch (sighting.kind) {
    case 'hashtag':
      return sighting.tag;
    case 'domain':
      return sighting.host;
    case 'account':
      return sighting.handle ?? sighting.id ?? '';
  }
}

/** Sources beside each claim rather than behind an id: a line of output stands alone. */
export function claimsOf(evidence: Evidence): unknown[] {
  return evidence.claims.map(({ claim, source, support, counter }) => {
    const { about: _about, ...said } = claim;
    return { ...said, source, ...sides('support', support), ...sides('counter', counter) };
  });
}

function sides(name: string, rows: readonly SideEvidence[]): Record<string, unknown> {
  return rows.length === 0 ? {} : { [name]: rows };
}
