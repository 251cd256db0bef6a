import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_CASES } from '../../fixtures/hostile-hosts/all.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { builtExtension } from '../../harness/build.ts';
import { LIST_ADDRESS, LIST_HOST, ListHost, makeKey, published, type SigningKey } from '../../harness/list-host.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { type ExtensionCopy, withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { inEachBrowser, type Stage, stage } from '../sample.ts';
import { ask, stateOf } from './asking.ts';

/**
 * Each case over real HTTPS: what is installed stays as it is, the options page says why, and the next good
 * version is taken as if nothing had been.
 */
inEachBrowser('a hostile host', (kind) => {
  const host = new ListHost();
  let extension: ExtensionCopy;
  let on: Stage;
  let page: Page;
  let key: SigningKey;
  let version = 1;

  beforeAll(async () => {
    key = await makeKey();
    extension = await withLists(builtExtension(kind), [{ list: sampleList() }]);
    grantHosts(extension.dir, [LIST_HOST]);
    on = await stage(kind, { extensionDir: extension.dir, sites: [[LIST_HOST, host.handler]] });
    page = await on.session.openExtensionPage('options.html');
    host.current = await published(listOf(version), key);
    const added = await ask(page, 'addList', { address: LIST_ADDRESS, fingerprint: key.fingerprint });
    expect(added).toEqual({ ok: true });
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

  it('is one of more than sixty', () => {
    expect(new Set(HOSTILE_CASES.map(({ name }) => name)).size).toBe(HOSTILE_CASES.length);
    expect(HOSTILE_CASES.length).toBeGreaterThanOrEqual(60);
  });

  describe.each(HOSTILE_CASES)('$name', (hostile) => {
    it('changes nothing, is explained, and is got over', async () => {
      const now = await published(listOf(version), key);
      const next = await published(listOf(version + 1), key);
      await hostile.stage({ host, key, now, next, list: listOf, published });
      const asked = on.server.requests.length;
      await ask(page, 'updateLists', { id: 'newsroom' });
      const kept = await stateOf(page, 'newsroom');
      expect({ version: kept?.version, identifiers: kept?.identifiers }).toEqual({ version, identifiers: 40 });
      expect([hostile.problem].flat(), kept?.problem?.detail ?? '').toContain(kept?.problem?.code);
      // The one host is asked, and nowhere else anything is.
      expect(new Set(on.server.requests.slice(asked).map((request) => request.host))).toEqual(new Set([LIST_HOST]));
      host.fault = undefined;
      version += 2;
      host.current = await published(listOf(version), key);
      await ask(page, 'updateLists', { id: 'newsroom' });
      const healed = await stateOf(page, 'newsroom');
      expect([healed?.version, healed?.problem]).toEqual([version, undefined]);
    });
  });
});
