/** The official client's element with its settings; the other two describe themselves to search engines. */
export function isMastodon(document: Document): boolean {
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  if (has('#mastodon')) return has('script#initial-state, #mastodon.app-holder');
  if (has('#__nuxt')) return has('meta[property="og:description"][content="A nimble Mastodon web client"]');
  return has('#app') && has('meta[name="description"][content="Minimalistic opinionated Mastodon web client"]');
}
