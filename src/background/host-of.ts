/** The host of an address, as the browser tells it; undefined where it tells none, and where there is no host. */
export function hostOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? '')?.hostname || undefined;
}
