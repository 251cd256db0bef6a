import type { Handler } from '../harness/server.ts';

/** Something on a sample site that must be marked, or must never be. */
export type Expectation = {
  kind: 'hashtag' | 'account' | 'domain';
  /** Planted: as the list spells it. Decoy: as it stands on the page. No leading # or @. */
  value: string;
  /**
   * Where it stands: "post/ID", "quote/ID" (the post quoted in post ID), "context/ID" (its repost
   * line), "avatar/ID", "cell/HANDLE", "bio/HANDLE", "header/HANDLE", "card/HANDLE" (the hover
   * card), "trend", or the name of a field that can be edited.
   */
  where: string;
  /** As it stands on the page, where that differs from `value`. */
  shown?: string;
  /** The page that shows it; default the site's start page. */
  path?: string;
  /** What a reader must do before it is there at all. */
  needs?: 'show-more' | 'hover';
  /** "name": a person's name, quiet by default; "common": a common word, off by default. */
  grade?: 'name' | 'common';
};

export type SampleSite = {
  hosts: readonly string[];
  /** Opened first. */
  startPath: string;
  /** The same timeline in the dark theme, and right to left. */
  darkPath: string;
  rtlPath: string;
  /** Selects what holds a mark whose card makes a good picture (not where the site opens something on hover). */
  pictured: string;
  /** Its addresses are pages of their own: it loads each, and changes none without loading. */
  loads?: true;
  handler: Handler;
  planted: readonly Expectation[];
  decoys: readonly Expectation[];
};
