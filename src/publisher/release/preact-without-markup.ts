import type { Plugin } from 'vite';

/** Preact's only way from text to markup, `dangerouslySetInnerHTML`, as its minified module writes it. */
const ASSIGNMENT =
  /\w+\|\|\w+&&\((\w+)\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),/g;

/**
 * Takes that way out of the bundles: nothing here uses it, and what is not there can neither be reached by mistake
 * nor need an excuse at the store's linter.
 */
export function preactWithoutMarkup(): Plugin {
  return {
    name: 'statemark:preact-without-markup',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/preact\/dist\// },
      handler: (code, id) => (code.includes('.innerHTML') ? withoutMarkup(code, id) : undefined),
    },
  };
}

/** @throws Error where the module has no such assignment, or more than one: another Preact must be looked at anew */
export function withoutMarkup(code: string, file: string): string {
  const found = code.match(ASSIGNMENT)?.length ?? 0;
  const rest = code.replace(ASSIGNMENT, '');
  if (found === 1 && !rest.includes('.innerHTML')) return rest;
  throw new Error(`${file} assigns to innerHTML otherwise than expected (${found} known places): look at it anew.`);
}
