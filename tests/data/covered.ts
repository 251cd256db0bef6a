/**
 * Everything that the two documents assert, paragraph by paragraph, in short words of ours, and where the list
 * keeps it: ids of claims (`c-…`), events (`v-…`) and entities (`e-…`), or why it is left out.
 * Paragraphs are counted from the top (title, headings, captions and banners are none), lines in the text as saved.
 */
export interface Paragraph {
  section: string;
  paragraph: number;
  line: number;
  asserts: readonly Assertion[];
}

export interface Assertion {
  what: string;
  /** Where the list keeps it. */
  kept?: readonly string[];
  /** Why the list does not. */
  left?: Reason;
}

export const REASONS = {
  background: 'no assertion about a body, official, outlet, name or takedown',
  people: 'about private persons, opponents or activists, who are never listed',
  publisher: 'the publisher’s own judgement, with nothing that could be checked',
  victim: 'names somebody who was impersonated, and victims are never named',
  open: 'leaves the list open without naming anything: nothing is added',
} as const;
export type Reason = keyof typeof REASONS;

export const kept = (what: string, ...ids: string[]): Assertion => ({ what, kept: ids });
export const left = (what: string, why: Reason): Assertion => ({ what, left: why });
