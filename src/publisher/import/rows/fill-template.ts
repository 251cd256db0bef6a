/** A template that names what a row does not have. */
export class MissingField extends Error {}

/**
 * A copy of a template with every `{name}` in its texts replaced.
 * @throws MissingField
 */
export function fillTemplate<T>(template: T, wordFor: (name: string) => string | undefined): T {
  return filled(template, wordFor) as T;
}

function filled(value: unknown, wordFor: (name: string) => string | undefined): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{([^{}]{1,80})\}/g, (_, name: string) => {
      const found = wordFor(name);
      if (found === undefined) throw new MissingField(name);
      return found;
    });
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, wordFor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, wordFor)]));
}
