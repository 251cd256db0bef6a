/** A post in a list or a thread. */
export const POST = '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]';

/** Forks are served by Bluesky's server, or as its client alone, which connects to Bluesky's own. */
export function isBluesky(document: Document): boolean {
  if (document.querySelector('meta[name="generator"][content="bskyweb"]') !== null) return true;
  const connects = document.querySelector(`link[rel="preconnect"][href^="https://bsky.social"], ${POST}`);
  return connects !== null && document.querySelector('#root') !== null;
}
