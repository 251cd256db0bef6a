import { attributeOf, findAll, tagOf } from './dom.ts';

/**
 * A list of selectors, asked of whole trees many times over. One query for each is many times as fast in Chromium
 * as one for the list; of those that differ in an attribute's value alone, one query finds all.
 */
export class Selectors {
  readonly #single: string[] = [];
  /** Attribute, value, and the names of elements that both count for; `*` any. */
  readonly #byValue = new Map<string, Map<string, Set<string>>>();

  constructor(list: readonly string[]) {
    for (const selector of list) {
      const { tag = '*', name = '', value = '' } = BY_VALUE.exec(selector)?.groups ?? {};
      if (name === '') {
        this.#single.push(selector);
        continue;
      }
      const values = this.#byValue.get(name) ?? new Map<string, Set<string>>();
      this.#byValue.set(name, values.set(value, (values.get(value) ?? new Set()).add(tag)));
    }
  }

  /** What any of the selectors finds below an element, in no order. */
  in(root: Element): ReadonlySet<Element> {
    let found: Set<Element> | undefined;
    const add = (element: Element): void => {
      found ??= new Set();
      found.add(element);
    };
    for (const selector of this.#single) each(findAll(root, selector), add);
    for (const [name, values] of this.#byValue) {
      each(findAll(root, `[${name}]`), (element) => {
        const tags = values.get(attributeOf(element, name) ?? '');
        if (tags !== undefined && (tags.has('*') || tags.has(tagOf(element)))) add(element);
      });
    }
    return found ?? NONE;
  }
}

/** Of attributes whose values no browser compares without regard to case. */
const BY_VALUE = /^(?<tag>[a-z][a-z0-9-]*)?\[(?<name>role|data-[a-z-]+)="(?<value>[^"\\]+)"\]$/;
const NONE: ReadonlySet<Element> = new Set();

/** Without an iterator: most queries find nothing, and this is asked many times a post. */
function each(elements: NodeListOf<Element>, use: (element: Element) => void): void {
  const { length } = elements;
  for (let i = 0; i < length; i++) use(elements[i] as Element);
}

/** The selectors of a list, one by one. */
export function selectorsOf(list: string): string[] {
  const parts = list.match(/(?:[^,()[\]]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
