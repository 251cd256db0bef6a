/** Signs that a French text is not written with, each with what stands there instead. */
export const FRENCH_SIGNS: [instead: string, foreign: RegExp][] = [
  ['« » with spaces that do not break', /[“”„]|«(?!\u00a0)|(?<!\u00a0)»/],
  ['a space that does not break before :', /(?<!\u00a0):(?!\/\/)/],
  ['a narrow one before ; ! ?', /(?<!\u202f)[;!?]/],
];
