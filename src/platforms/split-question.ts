/**
 * Takes apart what a reader pastes or selects into the names and addresses in it: a line each, several in a
 * line, or a sentence with some in it. What stands around them (quotes, brackets, markup) is dropped.
 */
export function questionsIn(text: string): string[] {
  return text
    .replace(DIRECTION, '')
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(LIST_MARK, ''))
    .flatMap(partsOf)
    .filter((part) => part !== '');
}

/** Marks of direction come along when text is copied out of a page; none is part of a name. */
const DIRECTION = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const LIST_MARK = /^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/;

function partsOf(line: string): string[] {
  const words = line.trim().split(/\s+/).flatMap(wordsIn).map(bare);
  const named = words.filter((word) => NAMED.test(word));
  if (words.length < 2) return words;
  if (named.length > 0) return named;
  const parts = line.split(/[,،;؛|]/).map((part) => bare(part.trim()));
  // `one, two, three` are three names; `Press TV` and a sentence are one question.
  const isList = parts.length > 1 && parts.every((part) => !/\s/.test(part));
  return isList ? parts : [bare(line.trim()).replace(/\s+/g, ' ')];
}

/** What cannot be an ordinary word of a sentence. */
const NAMED =
  /^(?:[#＃@＠].|https?:\/\/|(?:did|at|acct|tg):\S|\/?[ur]\/\w|[\w.-]+@[\w-]+\.|(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9](?:[/?:]|$))/iu;

/** One written word may hold several: `#one#two`, `@a,@b`, `<a href="https://…">`. */
function wordsIn(raw: string): string[] {
  const word = refanged(raw);
  const address = /https?:\/\/[^\s"<>«»“”]+/iu.exec(word)?.[0];
  if (address !== undefined) return [address];
  if (/^\W*(?:did|at|acct|tg):/i.test(word) || word.includes('/')) return [word];
  return word.split(/[,،;؛|]|(?<=[^#＃])(?=[#＃])/u).filter((part) => part !== '');
}

/** Researchers write addresses so that nobody opens them by mistake: `hxxps://site[.]example`. */
function refanged(word: string): string {
  return word
    .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]/gi, '.')
    .replace(/\[:\]|\[:\/\/\]/g, (found) => found.slice(1, -1))
    .replace(/hxxp(?=s?:)/i, 'http');
}

/** Without quotes, brackets, markup and the punctuation of a sentence. `_` and `-` are part of names. */
function bare(word: string): string {
  return word.replace(
    /^[\s"'`‘’‚“”„«»‹›()[\]{}<>*~،؛,;:!?….·•–—]+(?=.)|[\s"'`‘’‚“”„«»‹›()[\]{}<>*~،؛؟,.;:!?…]+$/gu,
    '',
  );
}
