import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalText } from '../../../src/core/canonical.ts';
import { listOf } from '../../fixtures/list-of.ts';
import { builtExtension } from '../../harness/build.ts';
import { waitForChip } from '../../harness/chips.ts';
import { LIST_ADDRESS, LIST_HOST } from '../../harness/list-host.ts';
import type { Handler, LoggedRequest } from '../../harness/server.ts';
import { grantHosts } from '../../harness/with-hosts.ts';
import { type ExtensionCopy, withLists } from '../../harness/with-list.ts';
import { sampleList } from '../../sites/list.ts';
import { inEachBrowser, pressNamed, type Stage, stage, underlined, until } from '../sample.ts';

/** From a file on a publisher's disk to a mark, and to a mark that goes: with the very commands of the guide. */

const POST = `<!doctype html><title>X</title><body><article data-testid="tweet"><div data-testid="User-Name">
  <a href="/somebody"><span>Somebody</span></a><a href="/somebody" tabindex="-1"><span>@somebody</span></a></div>
  <div data-testid="tweetText" lang="en"><span>Seen by </span><a href="/leaving">@leaving</a><span> and by
  </span><a href="/sample_1">@sample_1</a></div></article>`;

/** A host that would like to know its visitors again: it sets a cookie and an ETag with every file. */
function staticHost(dir: string): Handler {
  return ({ url, method }) => {
    const file = join(dir, normalize(url.pathname));
    if (method !== 'GET' || !existsSync(file)) return { status: 404 };
    const headers = {
      'access-control-allow-origin': '*',
      'set-cookie': 'visitor=4711; Path=/; Max-Age=999999; SameSite=None; Secure',
      etag: '"visitor-4711"',
      'last-modified': 'Sat, 01 Nov 2026 00:00:00 GMT',
      'cache-control': 'max-age=0',
    };
    return { headers, body: readFileSync(file) };
  };
}

inEachBrowser('a list of somebody else’s', (kind) => {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-publisher-'));
  const out = join(dir, 'public');
  let extension: ExtensionCopy;
  let on: Stage;
  let options: Page;
  let fingerprint: string;

  /** `npm run list -- …` without npm's own lines. */
  const list = (...args: string[]): string =>
    execFileSync(process.execPath, ['src/publisher/list/list.ts', ...args], { encoding: 'utf8' });

  function publish(version: number, names: string[]): void {
    const file = join(dir, 'list.json');
    writeFileSync(file, canonicalText(listOf(version, 40, names)));
    list('build', file, '--out', out, '--key', join(dir, 'key'));
  }

  beforeAll(async () => {
    const made = list('keygen', '--out', join(dir, 'key')).replaceAll(' ', '');
    fingerprint = /fingerprint([0-9a-f]{64})/.exec(made)?.[1] ?? 'no fingerprint';
    publish(1, ['leaving']);
    extension = await withLists(builtExtension(kind), [{ list: sampleList() }]);
    grantHosts(extension.dir, [LIST_HOST]);
    on = await stage(kind, {
      extensionDir: extension.dir,
      sites: [
        [LIST_HOST, staticHost(out)],
        ['www.twitter.com', () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: POST })],
      ],
    });
    options = await on.session.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await on.close();
    extension.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const text = (): Promise<string> => options.evaluate(() => document.body.innerText);
  const shows = (wanted: RegExp): Promise<string> => until(text, (all) => wanted.test(all));
  const asked = (from: number): LoggedRequest[] =>
    on.server.requests.slice(from).filter(({ host }) => host === LIST_HOST);

  /** Types as a person does; the field is the only one for addresses. */
  async function typeAddress(address: string): Promise<void> {
    await options.bringToFront();
    const field = await options.waitForSelector('input[type=url]', { visible: true });
    await field?.type(address);
  }

  it('is added by its address, once the reader has seen whose key it is', async () => {
    await shows(/Add a list/);
    await pressNamed(options, 'Add a list');
    await typeAddress(LIST_ADDRESS);
    await pressNamed(options, 'See what it is');
    const offered = await shows(/Add this list/);
    expect(offered).toContain('A newsroom · 41 entries');
    expect(offered).toContain('Licence: CC0-1.0');
    expect(offered.replaceAll(/\s/g, '')).toContain(fingerprint);
    await pressNamed(options, 'Add this list');
    expect(await shows(/was added and is on/)).toContain('Newsroom list');
  });

  it('marks, and a mark goes with the version that takes its name off, without loading', async () => {
    const page = await on.session.open('https://www.twitter.com/home');
    await page.bringToFront();
    await waitForChip(page);
    expect(
      (
        await until(
          () => underlined(page),
          (all) => all.length === 2,
        )
      ).sort(),
    ).toEqual(['@leaving', '@sample_1']);
    publish(2, []);
    await pressNamed(options, 'Look for newer versions now');
    await shows(/version 2/);
    await page.bringToFront();
    const left = await until(
      () => underlined(page),
      (all) => all.length === 1,
    );
    expect(left).toEqual(['@sample_1']);
    await page.close();
  });

  it('asks its host for the manifest and what is missing, and tells it nothing of the reader', async () => {
    publish(3, ['leaving']);
    const from = on.server.requests.length;
    await pressNamed(options, 'Look for newer versions now');
    await shows(/version 3/);
    const files = asked(from).map(({ path }) => path);
    expect(files[0]).toBe('/watchlist.jws');
    expect(files.slice(1).every((path) => /^\/o\/[0-9a-f]{64}$/.test(path))).toBe(true);
    expect(new Set(files).size).toBe(files.length);
    expect(files.length).toBeGreaterThan(1);
    for (const { method, headers } of asked(0)) {
      expect(method).toBe('GET');
      const told = ['cookie', 'referer', 'if-none-match', 'if-modified-since', 'authorization'];
      if (kind === 'firefox') told.push('origin');
      expect(Object.keys(headers).filter((name) => told.includes(name))).toEqual([]);
      expect([headers['accept-language'], headers.accept]).toEqual(['*', '*/*']);
    }
  });

  it('asks for the manifest alone when there is nothing newer, and for nothing when a page is read', async () => {
    let from = on.server.requests.length;
    await pressNamed(options, 'Look for newer versions now');
    await until(
      async () => asked(from).length,
      (count) => count > 0,
    );
    expect(asked(from).map(({ path }) => path)).toEqual(['/watchlist.jws']);
    from = on.server.requests.length;
    const page = await on.session.open('https://www.twitter.com/home');
    await page.bringToFront();
    await waitForChip(page);
    expect(asked(from)).toEqual([]);
    await page.close();
  });

  it('leaves with its marks when it is removed', async () => {
    const page = await on.session.open('https://www.twitter.com/home');
    await page.bringToFront();
    await waitForChip(page);
    await pressNamed(options, 'Details, history and order of “Newsroom list”');
    await pressNamed(options, 'Remove “Newsroom list”');
    await pressNamed(options, 'Remove');
    await until(text, (all) => !all.includes('Newsroom list'));
    await page.bringToFront();
    expect(
      await until(
        () => underlined(page),
        (all) => all.length === 0,
      ),
    ).toEqual([]);
    await page.close();
  });
});
