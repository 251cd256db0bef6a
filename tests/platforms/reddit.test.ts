import { describe, expect, test } from 'vitest';
import { reddit } from '../../src/platforms/reddit.ts';
import { INVALID, VALID } from './addresses/reddit.ts';
import { anchorAddresses, capture, readAnchors, readOn, tokensOn } from './read.ts';

describe('addresses', () => {
  test.each(VALID)('%s is %s', (address, read) => expect(readOn(reddit, address)).toBe(read));
  test.each(INVALID)('%j is nobody', (address) => expect(readOn(reddit, address)).toBeUndefined());
});

test('a community and a person of one name are two', () => {
  expect(readOn(reddit, '/r/some_outlet')).not.toBe(readOn(reddit, '/u/some_outlet'));
});

test.each(['#SomeTag', '＃SomeTag #خبر', '# Heading', '@some_outlet', 'u/some_outlet and @u/some_outlet'])(
  'neither tag nor name: %s',
  (text) => expect(tokensOn(reddit, text)).toEqual([]),
);

describe('what a post says of its author', () => {
  const read = (attribute: string, value: string) =>
    reddit.page.hints.flatMap((hint) =>
      hint.attribute === attribute ? [{ ...hint.pattern.exec(value)?.groups }] : [],
    );

  test.each([
    ['author', 'some_outlet', { handle: 'some_outlet' }],
    ['author-id', 't2_on7iy', { id: 't2_on7iy' }],
    ['data-author', 'some-outlet', { handle: 'some-outlet' }],
    ['data-author-fullname', 't2_1', { id: 't2_1' }],
    ['author', '[deleted]', {}],
    ['author', 'some outlet', {}],
    ['author-id', 't3_on7iy', {}],
    ['author-id', 't2_', {}],
    ['author-id', 't2_ON7IY', {}],
    ['data-author-fullname', 't5_2qhhq', {}],
  ])('%s=%s', (attribute, value, found) => expect(read(attribute, value)).toEqual([found]));
});

const saved = capture('reddit/shreddit-2024.html');
test.skipIf(saved === undefined)('a saved page', () => {
  const html = saved ?? '';
  const base = 'https://www.reddit.com/r/a/comments/b/c/';
  const named = anchorAddresses(html).flatMap((href) => {
    const [, kind, name, post] =
      /^(?:https:\/\/www\.reddit\.com)?\/(r|u|user)\/([\w-]+)\/?(comments\/\w+\/\w+\/?)?$/.exec(href) ?? [];
    return name === undefined ? [] : `@${kind === 'r' ? 'r/' : ''}${name}${post === undefined ? '' : ' post'}`;
  });
  expect(readAnchors(reddit, html, base)).toEqual(named);
  expect(named.length).toBeGreaterThan(3);
});
