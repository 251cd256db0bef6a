import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexLists } from '../../src/core/index-lists.ts';
import { matchPost, type PostInText } from '../../src/core/match-post.ts';
import { parseList } from '../../src/core/parse-list.ts';
import { readAddress } from '../../src/platforms/address.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { reddit } from '../../src/platforms/reddit.ts';
import { vk } from '../../src/platforms/vk.ts';
import { x } from '../../src/platforms/x.ts';
import { decoyPosts } from '../sites/x/decoy-posts.ts';
import { neutralPosts } from '../sites/x/neutral-posts.ts';
import { plantedPosts } from '../sites/x/planted-posts.ts';
import type { WrittenPost } from '../sites/x/post.ts';

function listIn(path: string) {
  const parsed = parseList(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return indexLists([parsed.list], '2026-11-22', 'en');
}
const seed = listIn('../../data/seed-documents.json');
const sample = listIn('../fixtures/scan/list.json');

function match(post: PostInText, platform: Platform = x, index = seed): string[] {
  const { id, hosts, text, paths } = platform;
  const base = `https://${hosts[0]}/`;
  const networkOf = (host: string) => (platform.hosts.includes(host) ? platform : undefined);
  const reader = {
    platform: id,
    text,
    ...(paths && { paths }),
    readAddress: (raw: string) => readAddress(raw, base, networkOf),
  };
  return matchPost(post, reader, index).map(({ verdict, places }) => `${verdict.identifier} ${places.join('+')}`);
}

describe('the posts of the sample timeline', () => {
  const whole = ({ text, rest = '', author }: WrittenPost): PostInText => ({ text: text + rest, author });
  const inPost = ({ planted = [] }: WrittenPost) => planted.filter(({ where = 'post' }) => where === 'post');

  test.each(plantedPosts)('all that is planted: $text', (post) => {
    const kinds = matchPost(
      whole(post),
      { platform: 'x', text: x.text, readAddress: (raw) => readAddress(raw, 'https://x.com/') },
      seed,
    ).map(({ verdict }) => verdict.identifier);
    // One name in several spellings is one match.
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.length).toBe(new Set(inPost(post).map(({ kind, value }) => `${kind} ${value}`)).size);
  });

  test.each(decoyPosts)('nothing of the decoys: $text', (post) => {
    expect(match(whole(post))).toEqual((post.planted ?? []).length === 0 ? [] : expect.anything());
  });

  test('nothing of everyday posts', () => {
    expect(neutralPosts(150).flatMap((post) => match(whole(post)))).toEqual([]);
  });
});

describe('an author', () => {
  test.each<[PostInText, string[]]>([
    [{ text: '', author: 'PressTV' }, ['a-presstv author']],
    [{ text: '', author: '@presstv' }, ['a-presstv author']],
    [{ text: '', author: '＠PressTV ' }, ['a-presstv author']],
    [{ text: '', author: 'https://twitter.com/PressTV' }, ['a-presstv author']],
    [{ text: '', author: '\u2066@PressTV\u2069' }, ['a-presstv author']],
    [{ text: '@PressTV', author: 'PressTV' }, ['a-presstv author+mention']],
    [{ text: '', author: 'Press TV' }, []],
    [{ text: '', author: 'PressTV/x' }, []],
    [{ text: '', author: 'https://x.com.evil.example/PressTV' }, []],
    [{ text: '', author: '', url: 'https://x.com/PressTV/status/1' }, ['a-presstv address']],
    [{ text: '', author: 'jo_sample', url: 'https://x.com/PressTV/status/1' }, []],
    [{ text: '', url: 'https://kayhan.ir/a' }, []],
    [{ text: '', author: '__proto__', url: 'constructor' }, []],
  ])('%j', (post, expected) => expect(match(post)).toEqual(expected));
});

describe('networks', () => {
  test.each<[PostInText, Platform, string[]]>([
    [{ text: '', author: 'some_outlet' }, reddit, ['user author']],
    [{ text: '', author: 'u/some_outlet' }, reddit, ['user author']],
    [{ text: '', author: 'other_outlet' }, reddit, []],
    [{ text: 'posted by u/Some_Outlet in r/other_outlet' }, reddit, ['user link', 'community link']],
    [{ text: 'r/some_outlet u/other_outlet @some_outlet #some_outlet' }, reddit, []],
    [{ text: '', url: 'https://www.reddit.com/r/other_outlet/comments/1a/b/' }, reddit, ['community address']],
    [{ text: '', author: 'some_outlet' }, vk, ['owner author']],
    [{ text: 'https://vk.com/public123' }, vk, ['owner link']],
    [{ text: 'https://vk.com/id123 https://vk.com/wall-123_4' }, vk, []],
    [{ text: '', url: 'https://vk.com/wall-123_4' }, vk, ['owner address']],
    [{ text: '', author: 'some_outlet' }, x, []],
  ])('%j', (post, platform, expected) => expect(match(post, platform, sample)).toEqual(expected));
});
