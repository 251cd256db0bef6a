import type { Plugin } from 'vite';

const ENTRY = /virtual:(?:wxt-)?(?:content-script-isolated-world|unlisted-script)-entrypoint/;
const CONTEXT = 'wxt/utils/content-script-context';
/** What WXT's modules import besides the script itself: the context, and its plugins, of which there are none. */
const PLUGINS = 'virtual:wxt-plugins';

/**
 * Starts scripts in pages without WXT's way of logging, which says nothing in packages and weighs on every page: an
 * error at the start goes to the console by itself.
 */
export function shortEntry(): Plugin {
  return {
    name: 'statemark:short-entry',
    apply: 'build',
    transform: { filter: { id: ENTRY }, handler: (code, id) => shortened(code, id) },
  };
}

/** @throws Error where WXT starts them otherwise than known: look at it anew */
export function shortened(code: string, file: string): string {
  const [definition, ...others] = [...code.matchAll(/^import .* from "(.*)";$/gm)].map(([line, from]) => ({
    line,
    from,
  }));
  const imported = others.map(({ from }) => from).join();
  const isKnown = [PLUGINS, `${CONTEXT},${PLUGINS}`].includes(imported);
  if (!isKnown || !definition?.line.startsWith('import definition from ')) {
    throw new Error(`${file} starts scripts otherwise than expected: look at it anew.`);
  }
  if (imported === PLUGINS) return `${definition.line}\n\nexport default definition.main();\n`;
  return `${definition.line}
${others[0]?.line}

export default definition.main(new ContentScriptContext());
`;
}
