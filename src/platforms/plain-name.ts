/** Vowel signs and tatweel are dropped when names are compared: with them it is another name. */
const DROPPED = /[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/;

/** Whether a name is compared as it is written: written otherwise, it could pass for another. */
export function isPlainName(name: string): boolean {
  return name === name.normalize('NFKC') && !DROPPED.test(name);
}
