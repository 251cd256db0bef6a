import { attributeOf, findAll } from './dom.ts';

/**
 * A list of selectors, asked of whole trees many times over. One query for each is many times as fast in Chromium
 * as one for the list; of those that differ in an attribute's value alone, one query finds all.
 */
export class Selectors {
  readonly #single: readonly string[];
  /** Values that count, by attribute. */
  readonly #byValue = new Map<string, Set<string>>();

  constructor(list: readonly string[]) {
    this.#single = list.filter((selector) => {
      const [, name = '', value = ''] = BY_VALUE.exec(selector) ?? [];
      if (name !== '') this.#byValue.set(name, (this.#byValue.get(name) ?? new Set()).add(value));
      return name === '';
    });
  }

  /** What any of the selectors finds below an element, in no order. */
  in(root: Element): ReadonlySet<Element> {
    let found: Set<Element> | undefined;
    const find = (selector: string, counts: (element: Element) => boolean): void => {
      const elements = findAll(root, selector);
      // Without an iterator: most queries find nothing, and this is asked many times a post.
      for (let i = 0; i < elements.length; i++) {
        const element = elements[i] as Element;
        if (counts(element)) found = (found ?? new Set()).add(element);
      }
    };
    for (const selector of this.#single) find(selector, () => true);
    for (const [name, values] of this.#byValue) {
      find(`[${name}]`, (element) => values.has(attributeOf(element, name) ?? ''));
    }
    return found ?? NONE;
  }
}

/** Of attributes whose values no browser compares without regard to case. */
const BY_VALUE = /^\[(role|data-[a-z-]+)="([^"\\]+)"\]$/;
const NONE: ReadonlySet<Element> = new Set();

/** The selectors of a list, one by one. */
export function selectorsOf(list: string): string[] {
  const parts = list.match(/(?:[^,()[\]]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
