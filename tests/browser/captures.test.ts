import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { builtExtension } from '../harness/build.ts';
import type { Handler } from '../harness/server.ts';
import { grantHosts } from '../harness/with-hosts.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { CAPTURES, markup, namesIn, PAGES } from './captured-pages.ts';
import { inEachBrowser, openSample, type Stage, stage, until } from './sample.ts';

/**
 * Saved pages, served under their networks' own names to an extension whose list names everything that they
 * hold by an independent count. What is not reported was not read.
 */
describe.skipIf(!existsSync(CAPTURES))('saved pages', () => {
  inEachBrowser('are read', (kind) => {
    let on: Stage;
    let extension: ExtensionCopy;
    const pages = existsSync(CAPTURES) ? PAGES.map((page) => ({ ...page, names: namesIn(page) })) : [];

    beforeAll(async () => {
      extension = await withList(builtExtension(kind), listOf(pages));
      const switchedOn = PAGES.flatMap((page) => (page.switchedOn ? [page.host] : []));
      grantHosts(extension.dir, switchedOn);
      on = await stage(kind, { extensionDir: extension.dir, sites: handlers() });
    });
    afterAll(async () => {
      await on.close();
      extension.remove();
    });

    it.each(pages)('$file', async ({ host, path, file, names, switchedOn }) => {
      const { page, reporter, errors } = await openSample(on, `https://${host}${path}?file=${file}`);
      if (switchedOn) await reporter.send('turnSite', { host, on: true });
      const wanted = [...names].sort();
      const got = await until(
        async () =>
          (await reporter.read()).matches.map(({ evidence: { identifier: i } }) => sign(i.kind) + i.value).sort(),
        (found) => found.length >= wanted.length,
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(got).toEqual(wanted);
      expect((await reporter.read()).status).toBe('read');
      expect(errors).toEqual([]);
      await reporter.close();
      await page.close();
    });
  });
});

function handlers(): [string, Handler][] {
  const hosts = new Set(PAGES.map(({ host }) => host));
  const handler: Handler = ({ url }) => {
    const page = PAGES.find(({ file }) => file === url.searchParams.get('file'));
    return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: page ? markup(page) : '' };
  };
  return [...hosts].map((host) => [host, handler]);
}

function sign(kind: Identifier['kind']): string {
  return kind === 'hashtag' ? '#' : '@';
}

function listOf(pages: { platform: Identifier['platform']; names: Set<string> }[]): Watchlist {
  const seed = JSON.parse(readFileSync('data/seed-documents.json', 'utf8')) as Watchlist;
  const [claim] = seed.claims;
  if (!claim) throw new Error('the seed list has no claim to copy');
  const rows = new Map<string, Identifier>();
  for (const { platform, names } of pages) {
    for (const name of names) {
      const isTag = name.startsWith('#');
      const where = isTag ? 'any' : platform;
      if (rows.has(`${where}${name}`)) continue;
      rows.set(`${where}${name}`, {
        id: `i-${rows.size}`,
        entity: 'e-test',
        value: name.slice(1),
        platform: where,
        kind: isTag ? 'hashtag' : 'account',
        rule: 'exact',
        origin: 'in-document',
        certainty: 'high',
      });
    }
  }
  return {
    ...seed,
    entities: [{ id: 'e-test', type: 'outlet', label: { en: 'Everything on the page' } }],
    identifiers: [...rows.values()],
    claims: [{ ...claim, id: 'c-test', about: ['e-test'], counter: [], support: [] }],
    events: [],
    exceptions: [],
  };
}
