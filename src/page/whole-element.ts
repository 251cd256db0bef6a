import { parentOf, tagOf, textOf } from './dom.ts';

/**
 * The outermost span within the unit whose whole text is the token.
 * @param texts of elements that were asked for: one element may hold very many tokens
 */
export function wholeElement(
  node: Text,
  text: string,
  root: Element,
  texts: Map<Element, string>,
): Element | undefined {
  const said = (element: Element): string => {
    const known = texts.get(element) ?? textOf(element)?.trim() ?? '';
    texts.set(element, known);
    return known;
  };
  let whole: Element | undefined;
  for (let at = parentOf(node); at instanceof Element && said(at) === text; at = parentOf(at)) {
    if (at === root && whole !== undefined) break;
    whole = at;
    if (tagOf(at) !== 'span') break;
  }
  return whole;
}
