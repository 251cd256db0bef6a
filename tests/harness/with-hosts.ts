import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * No test can answer the browser's question to the reader, so the copy's manifest asks already.
 * @param extensionDir a copy, as `withList` makes it
 */
export function grantHosts(extensionDir: string, hosts: readonly string[]): void {
  const file = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...hosts.map((host) => `https://${host}/*`));
  writeFileSync(file, JSON.stringify(manifest));
}
