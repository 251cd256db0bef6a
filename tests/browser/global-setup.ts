import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildWithKillPoints, builtExtension, builtWithKillPoints } from '../harness/build.ts';
import type { BrowserKind } from '../harness/session.ts';

/** Before any test: the builds that can be cut off, once for all files that use them, unless they are there. */
export default async function buildForKills(): Promise<void> {
  const kinds = (process.env.BROWSER?.split(',') as BrowserKind[]) ?? ['chrome', 'firefox'];
  for (const kind of kinds)
    if (isOlder(builtWithKillPoints(kind), builtExtension(kind))) await buildWithKillPoints(kind);
}

/** Than the build that readers get, which whoever changes the extension makes anew. */
function isOlder(dir: string, other: string): boolean {
  const [made, otherMade] = [dir, other].map((one) => join(one, 'manifest.json')) as [string, string];
  return !existsSync(made) || !existsSync(otherMade) || statSync(made).mtimeMs < statSync(otherMade).mtimeMs;
}
