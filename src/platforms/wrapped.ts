import type { Address } from './platform.ts';
/** Redirects within redirects: more than these are a loop or a trap. */
export const MOST_WRAPPERS = 3;

/** What a redirect's parameter holds, if that is an address of the web: nothing else may come out of one. */
export function wrapped(url: Address, parameter: string): string | undefined {
  const inner = URL.parse(url.searchParams.get(parameter) ?? '');
  return inner !== null && (inner.protocol === 'https:' || inner.protocol === 'http:') ? inner.href : undefined;
}
