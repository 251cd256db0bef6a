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
