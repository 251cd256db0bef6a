import { expect } from 'vitest';
import { listOf } from '../../fixtures/list-of.ts';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey, published } from '../../harness/list-host.ts';
import type { BrowserKind } from '../../harness/session.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { type Stage, stage } from '../sample.ts';
import { ask } from './asking.ts';
import type { KillScene } from './kill-run.ts';

export interface Subscribed {
  extensionDir: string;
  on: Stage;
  scene: KillScene;
  close(): Promise<void>;
}

/** A browser whose reader has added the first version of a list, and the host and key that it comes from. */
export async function subscribed(kind: BrowserKind, built: string): Promise<Subscribed> {
  const extension = await withLists(built, [{ list: sampleList() }]);
  grantHosts(extension.dir, [LIST_HOST]);
  const host = new ListHost();
  const on = await stage(kind, { extensionDir: extension.dir, sites: [[LIST_HOST, host.handler]] });
  const key = await makeKey();
  host.current = await published(listOf(1), key);
  const page = await on.session.openExtensionPage('options.html');
  const { fingerprint } = key;
  expect(await ask(page, 'addList', { address: LIST_ADDRESS, fingerprint })).toEqual({ ok: true });
  return {
    extensionDir: extension.dir,
    on,
    scene: { host, key, version: 1, page },
    async close() {
      // A test may have put another browser in its place.
      await on.session.close();
      await on.close();
      extension.remove();
    },
  };
}
