import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import type { Identifier, Watchlist } from '../../src/core/list-schema.ts';
import { builtExtension } from '../harness/build.ts';
import { type ExtensionCopy, withList } from '../harness/with-list.ts';
import { inEachBrowser, openSample, type Stage, stage, until } from './sample.ts';

/**
 * Real saved pages of X, where a checkout has them beside it: served under X's own name to an extension
 * whose list names everything that the page holds. What is not reported was not read.
 */
const FOLDER = resolve('../shared/captures/x');
const PAGES = [
  'legacy-2020-reuters.html',
  'status-hashtag-mentions.html',
  'tweet-fragment-quote.html',
  'tweet-fragment-sample.html',
];

describe.skipIf(!existsSync(FOLDER))('saved pages of X', () => {
  inEachBrowser('are read', (kind) => {
    let on: Stage;
    let extension: ExtensionCopy;
    const held = new Map(existsSync(FOLDER) ? PAGES.map((file) => [file, holds(read(file))]) : []);

    beforeAll(async () => {
      extension = withList(builtExtension(kind), listOf([...held.values()].flatMap((names) => [...names])));
      const handler = ({ url }: { url: URL }) => ({
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: url.pathname.endsWith('.html') ? read(url.pathname.slice(1)) : '',
      });
      on = await stage(kind, { extensionDir: extension.dir, sites: [['mobile.twitter.com', handler]] });
    });
    afterAll(async () => {
      await on.close();
      extension.remove();
    });

    it.each(PAGES)('%s', async (file) => {
      const { page, reporter, errors } = await openSample(on, `https://mobile.twitter.com/${file}`);
      const wanted = [...(held.get(file) ?? [])].sort();
      const got = await until(
        async () =>
          (await reporter.read()).matches.map(({ evidence: { identifier: i } }) => sign(i.kind) + i.value).sort(),
        (names) => names.length >= wanted.length,
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

function read(file: string): string {
  const html = readFileSync(join(FOLDER, file), 'utf8');
  // What a saved page loads or runs is not there, and its own scripts would only complain.
  return html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<(link|meta http-equiv)[^>]*>/gi, '');
}

/** An independent count: the handles and tags of every post, by expressions over the text of the file. */
function holds(html: string): Set<string> {
  const names = new Set<string>();
  const posts = html.includes('data-testid="tweet"') ? html : legacyPosts(html);
  for (const [, tag] of posts.matchAll(/href="(?:https:\/\/(?:x|twitter)\.com)?\/hashtag\/([^"?/]+)/g)) {
    names.add(`#${fold(decodeURIComponent(tag ?? ''))}`);
  }
  // Links whose own text begins with @, and handles that are text alone.
  for (const [, handle] of posts.matchAll(/>\s*@(?:<b>)?([A-Za-z0-9_]{1,15})</g)) names.add(`@${fold(handle ?? '')}`);
  for (const [, handle] of posts.matchAll(/<s>@<\/s><b>([A-Za-z0-9_]{1,15})</g)) names.add(`@${fold(handle ?? '')}`);
  return names;
}

/** Of the old site only what stands in posts: its header and footer name accounts too. */
function legacyPosts(html: string): string {
  const start = html.indexOf('permalink-container');
  const end = html.indexOf('stream-footer');
  return html.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function sign(kind: Identifier['kind']): string {
  return kind === 'hashtag' ? '#' : '@';
}

function listOf(names: string[]): Watchlist {
  const seed = JSON.parse(readFileSync('data/seed-documents.json', 'utf8')) as Watchlist;
  const [claim] = seed.claims;
  if (!claim) throw new Error('the seed list has no claim to copy');
  const identifiers = [...new Set(names)].map((name, i): Identifier => {
    const isTag = name.startsWith('#');
    const base = {
      id: `i-${i}`,
      entity: 'e-test',
      value: name.slice(1),
      rule: 'exact',
      origin: 'in-document',
      certainty: 'high',
    } as const;
    return isTag ? { ...base, platform: 'any', kind: 'hashtag' } : { ...base, platform: 'x', kind: 'account' };
  });
  return {
    ...seed,
    entities: [{ id: 'e-test', type: 'outlet', label: { en: 'Everything on the page' } }],
    identifiers,
    claims: [{ ...claim, id: 'c-test', about: ['e-test'], counter: [], support: [] }],
    events: [],
    exceptions: [],
  };
}
