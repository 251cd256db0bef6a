/**
 * The host of a text that is an address as people see it: `presstv.ir/detail/…`, `https://www.presstv.ir`.
 * Anything before, after or within it that a browser would read otherwise, and it is none.
 * @returns the host in ASCII and lower case, without port
 */
export function hostIn(shown: string): string | undefined {
  const groups = ADDRESS.exec(shown)?.groups;
  const name = groups?.host;
  if (name === undefined) return undefined;
  const url = URL.parse(`https://${name}/`);
  // A host that does not come back as it was written, but for its letters, was written to be misread.
  return url !== null && url.pathname === '/' && !url.host.includes(':') ? url.hostname : undefined;
}

/** After the host only what ends a host: an ellipsis there would hide the rest of its name. */
const ADDRESS =
  /^(?:https?:\/\/)?(?<host>(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,})\.?(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/iu;
