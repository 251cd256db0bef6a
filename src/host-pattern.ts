/**
 * The match pattern of every page of a host, as permissions are asked for and scripts are registered. Without a
 * port: Firefox knows none in patterns, and to Chrome a pattern without one means every port.
 * @param host as `URL.hostname` gives it
 */
export function hostPattern(host: string): string {
  return `https://${host}/*`;
}
