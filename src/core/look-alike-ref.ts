/**
 * The list under whose name look-alikes go through marks, counts and mutes. No list can be called so: ids of
 * lists have no `~`. The identifier is then the account's own key.
 */
export const LOOK_ALIKES = '~look-alikes';

/** Shorter names look like one another by chance. Letters and digits. */
export const LEAST_LETTERS = 5;

/** What can be said of how two spellings resemble one another. */
export type Trick =
  /** Letters for other letters of the same look; both as the names are kept, in lower case. */
  | { kind: 'letters'; shown: string; instead: string }
  /** Letters of another alphabet. */
  | { kind: 'alphabet'; shown: string; instead: string }
  /** An accent or something invisible is there, or is not. */
  | { kind: 'accent'; shown: string; instead: string }
  | { kind: 'separator-added' | 'separator-left-out'; sign: string }
  | { kind: 'separator-other'; shown: string; instead: string }
  | { kind: 'doubled' | 'undoubled'; letter: string }
  /** A word or number before or behind the name. */
  | { kind: 'added'; word: string };

/** The account that a name resembles, as it is written. */
export interface KnownAccount {
  /** `any`: a name that the reader guards on every network. */
  platform: string;
  /** Without `@`. */
  name: string;
  /** Id of the list that has it, and its entity there; absent for a name that the reader guards. */
  list?: string;
  entity?: string;
}
