/** Which names are compared, by their length. */

/** Shorter names look like one another by chance. Letters and digits. */
export const LEAST_LETTERS = 5;

/** A name that words are added to, or whose letters are doubled, must be longer to be told by the rest. */
export const LEAST_LENGTHENED = 6;

/** No network has longer ones but as domains. Characters of a key. */
export const LONGEST = 300;
