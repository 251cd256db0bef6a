import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtExtension } from '../harness/build.ts';
import type { BrowserKind } from '../harness/session.ts';
import { grantHosts } from '../harness/with-hosts.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, stage, underlined, until } from './sample.ts';

const SERVER = `<!doctype html><title>A server</title><body><div id="mastodon"></div>
<script id="initial-state" type="application/json">{"meta":{"domain":"social.example"}}</script>
<div class="status" data-id="1"><a class="status__display-name" href="/@reader" title="@reader@social.example">
<span class="display-name__account">@reader</span></a>
<div class="status__content"><div class="status__content__text">Seen: <a class="mention hashtag" rel="tag"
href="/tags/we_are_qassem">#<span>We_Are_Qassem</span></a></div></div></div>
<div class="status" data-id="2"><div class="status__content"><div class="status__content__text">The nurse next door:
<a class="mention hashtag" rel="tag" href="/tags/hero">#<span>hero</span></a></div></div></div>
<x-post></x-post><script>customElements.define('x-post', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<div class="status" data-id="3"><div class="status__content__text">' +
      '<a class="mention hashtag" rel="tag" href="/tags/martyr_soleimani">#<span>Martyr_Soleimani</span></a></div></div>';
  }
});</script>`;

const NEWS = `<!doctype html><title>News</title><body><p>People posted #Martyr_Soleimani, and @PressTV did.</p>
<blockquote class="twitter-tweet"><p lang="en">Posts with
<a href="https://twitter.com/hashtag/We_Are_Qassem?src=hash&amp;ref_src=twsrc%5Etfw">#We_Are_Qassem</a></p>&mdash; Press TV (@PressTV)
<a href="https://twitter.com/PressTV/status/1478300000000000000?ref_src=twsrc%5Etfw">January 4, 2022</a></blockquote>`;

const FRAMING = `<!doctype html><title>More news</title><body><p>A post:</p>
<iframe id="twitter-widget-0" width="500" height="300" src="https://platform.twitter.com/embed/Tweet.html?id=1"></iframe>`;

const EMBED = `<!doctype html><title>Post</title><body><div id="app"><article role="article">
<a href="https://twitter.com/PressTV?ref_src=twsrc%5Etfw"><span>Press TV</span></a>
<a href="https://twitter.com/PressTV?ref_src=twsrc%5Etfw"><span>@PressTV</span></a>
<div lang="en"><span>Trains, </span><a href="https://twitter.com/hashtag/We_Are_Qassem?src=hashtag_click">#We_Are_Qassem</a></div>
</article></div>`;

interface Api {
  storage: { session: { get(key: string): Promise<Record<string, object>> } };
  tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<{ found: boolean }> };
}

/**
 * The browser asks the reader before it grants a site, and no test can answer; for these hosts the manifest
 * asks already, so that the request is granted at once and everything after it is as it is for the reader.
 */
function allowing(kind: BrowserKind, hosts: string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-hosts-'));
  cpSync(builtExtension(kind), dir, { recursive: true });
  grantHosts(dir, hosts);
  return dir;
}

inEachBrowser('a site that the reader switches on', (kind) => {
  let on: Stage;
  let dir: string;
  beforeAll(async () => {
    dir = allowing(kind, ['social.example', 'news.example', 'framing.example']);
    const page = (body: string) => () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });
    on = await stage(kind, {
      extensionDir: dir,
      sites: [
        ['social.example', page(SERVER)],
        ['news.example', page(NEWS)],
        ['framing.example', page(FRAMING)],
        ['platform.twitter.com', page(EMBED)],
      ],
    });
  });
  afterAll(async () => {
    await on.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const text = (popup: Page): Promise<string> => popup.evaluate(() => document.body.innerText);
  it.each([
    ['social.example', ['#We_Are_Qassem', '#Martyr_Soleimani']],
    ['news.example', ['#We_Are_Qassem', 'January 4, 2022']],
  ])('%s is read at once, again when it is loaded anew, and no more when switched off', async (host, wanted) => {
    const { page, reporter } = await openSample(on, `https://${host}/`);
    const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
    await until(
      () => text(popup),
      (all) => all.includes('does not read this site'),
    );
    expect(await underlined(page)).toEqual([]);

    await pressNamed(popup, `Turn on for ${host}`);
    await page.bringToFront();
    const marks = () =>
      until(
        async () => (await underlined(page)).sort(),
        (all) => all.length >= wanted.length,
      );
    expect(await marks()).toEqual([...wanted].sort());

    await page.reload();
    expect(await marks()).toEqual([...wanted].sort());

    await pressNamed(popup, `Statemark on ${host}`);
    const gone = await until(
      () => underlined(page),
      (all) => all.length === 0,
    );
    expect(gone).toEqual([]);
    await page.bringToFront();
    await page.reload();
    await new Promise((done) => setTimeout(done, 400));
    expect(await underlined(page)).toEqual([]);
    for (const one of [popup, page]) await one.close();
    await reporter.close();
  });

  it('is read in the frames of the networks too, and only there', async () => {
    const { page, reporter } = await openSample(on, 'https://framing.example/');
    const popup = await on.session.openExtensionPage(`popup.html?tab=${reporter.tab}`);
    await page.bringToFront();
    const inFrame = async (): Promise<string> => {
      const frame = page.frames().find((one) => one.url().includes('platform.twitter.com'));
      return (
        (await frame?.evaluate(() =>
          JSON.stringify([...(CSS.highlights.get('statemark') ?? [])].map((r) => r.startContainer.textContent)),
        )) ?? ''
      );
    };
    const focusedInFrame = async (): Promise<string | undefined> => {
      const frame = page.frames().find((one) => one.url().includes('platform.twitter.com'));
      return frame?.evaluate(() => document.activeElement?.localName);
    };
    expect(await until(inFrame, (texts) => texts === '[]')).toBe('[]');
    await pressNamed(popup, 'Turn on for framing.example');
    await page.bringToFront();
    await until(
      () => text(popup),
      (shown) => !shown.includes('does not read this site'),
    );
    // Frames that were there already are read when the page is loaded anew.
    await page.reload();
    const texts = await until(inFrame, (found) => found.includes('We_Are_Qassem'));
    expect(texts).toContain('#We_Are_Qassem');
    const all = await until(
      () => text(popup),
      (shown) => shown.includes('Press TV'),
    );
    expect(all).toContain('Press TV');
    // The key for the next mark goes on into frames: drivers cannot press it, so that the frame is told as by it.
    const entered = await popup.evaluate(async (tab) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const { [`tab:${tab}`]: frames = {} } = await api.storage.session.get(`tab:${tab}`);
      const frameId = Number(Object.keys(frames).find((id) => id !== '0'));
      const message = { type: 'step', data: { by: 1, way: 'enter' } };
      return (await api.tabs.sendMessage(tab, message, { frameId })).found;
    }, reporter.tab);
    expect(entered).toBe(true);
    const focused = await until(
      async () => (await page.$eval('iframe', (frame) => document.activeElement === frame)) && (await focusedInFrame()),
      (name) => name === 'statemark-chip',
    );
    expect(focused).toBe('statemark-chip');
    await pressNamed(popup, 'Statemark on framing.example');
    await page.reload();
    await new Promise((done) => setTimeout(done, 500));
    expect(await inFrame()).toBe('[]');
    for (const one of [popup, page]) await one.close();
    await reporter.close();
  });
});
