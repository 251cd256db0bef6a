import { afterAll, beforeAll, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { builtExtension } from '../harness/build.ts';
import { waitForChip } from '../harness/chips.ts';
import { grantHosts } from '../harness/with-hosts.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { sampleList } from '../sites/list.ts';
import { mastodonElsewhere as site } from '../sites/mastodon/mastodon.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, stage, until } from './sample.ts';

/** A server of an open network, on a host that nobody knows, is read as any other once it is switched on. */
inEachBrowser('Mastodon on an unknown host', (kind) => {
  const [host = ''] = site.hosts;
  let on: Stage;
  let extension: ExtensionCopy;
  beforeAll(async () => {
    extension = await withList(builtExtension(kind), sampleList());
    grantHosts(extension.dir, [host]);
    on = await stage(kind, { extensionDir: extension.dir, sites: [[host, site.handler]] });
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
  });

  it('shows its own accounts without their server, and is read with it', async () => {
    const { page, reporter, errors } = await openSample(on, `https://${host}${site.startPath}`);
    const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
    await pressNamed(popup, `Turn on for ${host}`);
    const text = (): Promise<string> => popup.evaluate(() => document.body.innerHTML);
    expect(await until(text, (all) => all.includes(`Statemark on ${host}`))).toContain(`Statemark on ${host}`);
    await page.bringToFront();
    await waitForChip(page);
    const plain = site.planted.filter(({ path, needs }) => path === undefined && needs === undefined);
    const wanted = units(plain.map(({ kind: k, value, where }) => [`${k} ${fold(value)}`, where]));
    const got = await until(
      async () => {
        await page.evaluate(() => window.scrollBy(0, 900));
        const { matches } = await reporter.read();
        return matches.map(({ evidence: { identifier: i }, count }) => `${i.kind} ${fold(i.value)} ${count}`).sort();
      },
      (now) => now.join() === wanted.join(),
    );
    expect(got).toEqual(wanted);
    expect(errors).toEqual([]);
    for (const one of [popup, page]) await one.close();
    await reporter.close();
  });
});

/** Each name with the number of units that it stands in. */
function units(rows: [name: string, where: string][]): string[] {
  const places = new Map<string, Set<string>>();
  for (const [name, where] of rows) places.set(name, (places.get(name) ?? new Set()).add(where));
  return [...places].map(([name, where]) => `${name} ${where.size}`).sort();
}
