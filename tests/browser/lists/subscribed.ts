import { expect } from 'vitest';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey } from '../../harness/list-host.ts';
import type { BrowserKind } from '../../harness/session.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { type Stage, stage } from '../sample.ts';
import { ask } from './asking.ts';
import type { KillScene } from './kill-run.ts';
import { FEW, type ListSort } from './list-sorts.ts';

export interface Subscribed {
  extensionDir: string;
  on: Stage;
  scene: KillScene;
  close(): Promise<void>;
}

/**
 * A browser whose reader has added the first version of a list, and the host and key that it comes from.
 * @param sort what is published, and how to tell that all of it is there
 */
export async function subscribed(kind: BrowserKind, built: string, sort: ListSort = FEW): Promise<Subscribed> {
  const extension = await withLists(built, [{ list: sampleList() }]);
  grantHosts(extension.dir, [LIST_HOST]);
  const host = new ListHost();
  const on = await stage(kind, { extensionDir: extension.dir, sites: [[LIST_HOST, host.handler]] });
  const key = await makeKey();
  host.current = await sort.publish(1, key);
  const page = await on.session.openExtensionPage('options.html');
  const { fingerprint } = key;
  expect(await ask(page, 'addList', { address: LIST_ADDRESS, fingerprint })).toEqual({ ok: true });
  return {
    extensionDir: extension.dir,
    on,
    scene: { host, key, version: 1, page, sort },
    async close() {
      // A test may have put another browser in its place.
      await on.session.close();
      await on.close();
      extension.remove();
    },
  };
}
