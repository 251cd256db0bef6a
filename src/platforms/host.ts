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

/** What networks wrap around addresses so that they keep their direction. Overrides are not among them. */
const INVISIBLE =
  /^[\u200b\u200e\u200f\u202a\u202c\u2066\u2068\u2069]+|[\u200b\u200e\u200f\u202a\u202c\u2066\u2068\u2069]+$/g;

/** The text of a link without what is not to be seen around it. */
export function shownText(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** `https://vk.com@evil.example/` is written to be misread: whatever it leads to, it names nobody. */
export function isPlain(url: URL): boolean {
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}

/** After the host only what ends a host: an ellipsis there would hide the rest of its name. */
const ADDRESS =
  /^(?:https?:\/\/)?(?<host>(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,})\.?(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/iu;
