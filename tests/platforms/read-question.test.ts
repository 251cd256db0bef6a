import { describe, expect, it, test } from 'vitest';
import type { Reading } from '../../src/core/reading.ts';
import { MAX_QUESTIONS, readQuestions } from '../../src/platforms/read-question.ts';

/** As a reader would say it: `telegram@name`, `@name` on any network, `x#tag`, `x!id`, `site host`, `post of …`. */
function said(reading: Reading): string {
  switch (reading.kind) {
    case 'domain':
      return `site ${reading.host}`;
    case 'words':
      return `words ${reading.text}`;
    case 'hashtag':
      return `${reading.platform ?? ''}#${reading.tag}`;
    case 'account': {
      const { platform = '', handle, id, post } = reading;
      const name = [handle && `${platform}@${handle}`, id && `${platform}!${id}`].filter(Boolean).join(' ');
      return post ? `post of ${name}` : name;
    }
  }
}

function read(text: string): string[] {
  return readQuestions(text).questions.map(({ readings, problem }) => problem ?? readings.map(said).join(' | '));
}

const BARE = (name: string): string => `@${name} | #${name}`;
const DID = 'did:plc:abcdefghijklmnopqrstuvwx';
const CHANNEL = 'UCabcdefghijklmnopqrstuv';

describe('one name or address', () => {
  test.each<[asked: string, wanted: string]>([
    // Handles.
    ['@PressTV', '@PressTV'],
    ['＠PressTV', '@PressTV'],
    ['.@PressTV', '@PressTV'],
    ['PressTV', BARE('PressTV')],
    ['press_tv', BARE('press_tv')],
    ['_press_', BARE('_press_')],
    ['Press-TV', '@Press-TV'],
    ['@press.tv', '@press.tv'],
    ['@name.bsky.social', '@name.bsky.social'],
    ['name.bsky.social', 'site name.bsky.social | @name.bsky.social'],
    ['name@mastodon.example', 'mastodon@name@mastodon.example'],
    ['@name@Mastodon.Example', 'mastodon@name@mastodon.example'],
    ['acct:name@mastodon.example', 'mastodon@name@mastodon.example'],
    ['@name@ایران.example', 'mastodon@name@xn--mgba3a4f16a.example'],
    ['u/Some_Body', 'reddit@Some_Body'],
    ['/r/iran', 'reddit@r/iran'],
    [CHANNEL, `youtube!${CHANNEL}`],
    ['123456789', '!123456789 | @123456789'],
    ['-1001234567890', '!-1001234567890 | @-1001234567890'],
    // Hashtags.
    ['#QassemSoleimani', '#QassemSoleimani'],
    ['＃QassemSoleimani', '#QassemSoleimani'],
    ['#نحن_قاسم', '#نحن_قاسم'],
    ['#می‌خواهم', '#می‌خواهم'],
    ['نحن_قاسم', BARE('نحن_قاسم')],
    ['\u2068#نحن_قاسم\u2069', '#نحن_قاسم'],
    ['\u200f#نحن_قاسم\u200f', '#نحن_قاسم'],
    ['#نحن_قاسم،', '#نحن_قاسم'],
    ['«#نحن_قاسم»', '#نحن_قاسم'],
    ['#Hero’s', '#Hero'],
    ['"#Hero".', '#Hero'],
    ['**#Hero**', '#Hero'],
    // Addresses of accounts.
    ['x.com/PressTV', 'x@PressTV'],
    ['X.COM/PressTV', 'x@PressTV'],
    ['https://twitter.com/PressTV?lang=en', 'x@PressTV'],
    ['mobile.twitter.com/PressTV/with_replies', 'x@PressTV'],
    ['https://x.com/PressTV/status/12', 'post of x@PressTV'],
    ['https://x.com/i/user/123', 'x!123'],
    ['https://twitter.com/intent/user?user_id=12&screen_name=PressTV', 'x@PressTV x!12'],
    ['t.me/presstv', 'telegram@presstv'],
    ['https://t.me/s/presstv/12', 'post of telegram@presstv'],
    ['presstv.t.me', 'telegram@presstv'],
    ['tg://resolve?domain=presstv', 'telegram@presstv'],
    ['https://web.telegram.org/k/#@presstv', 'telegram@presstv'],
    ['instagram.com/presstv', 'instagram@presstv'],
    ['https://www.instagram.com/presstv/?hl=fa', 'instagram@presstv'],
    ['facebook.com/profile.php?id=100064000000000', 'facebook!100064000000000'],
    ['https://de-de.facebook.com/PressTV', 'facebook@PressTV'],
    ['fb.com/PressTV', 'facebook@PressTV'],
    ['https://youtube.com/@PressTV', 'youtube@PressTV'],
    [`https://www.youtube.com/channel/${CHANNEL}`, `youtube!${CHANNEL}`],
    ['https://www.youtube.com/c/PressTV', 'youtube@c/PressTV'],
    ['tiktok.com/@presstv', 'tiktok@presstv'],
    ['threads.net/@presstv', 'threads@presstv'],
    ['vk.com/presstv', 'vk@presstv'],
    ['https://www.linkedin.com/company/press-tv/', 'linkedin@company/press-tv'],
    ['reddit.com/user/somebody', 'reddit@somebody'],
    ['https://bsky.app/profile/presstv.ir', 'bluesky@presstv.ir'],
    [`https://bsky.app/profile/${DID}`, `bluesky!${DID}`],
    [DID, `bluesky!${DID}`],
    ['did:web:presstv.ir', 'bluesky!did:web:presstv.ir'],
    [`at://${DID}/app.bsky.feed.post/3abc`, `post of bluesky!${DID}`],
    ['at://presstv.ir', 'bluesky@presstv.ir'],
    ['https://mastodon.social/@presstv', 'mastodon@presstv@mastodon.social'],
    ['https://mastodon.social/@presstv@other.example/1', 'post of mastodon@presstv@other.example'],
    ['https://unknown.example/@presstv', 'site unknown.example | mastodon@presstv@unknown.example'],
    ['https://unknown.example/users/presstv', 'site unknown.example | mastodon@presstv@unknown.example'],
    [`https://fork.example/profile/${DID}`, `site fork.example | bluesky!${DID}`],
    ['https://fork.example/profile/presstv.ir', 'site fork.example'],
    // Addresses of hashtags.
    ['https://x.com/hashtag/QassemSoleimani?src=hash', 'x#QassemSoleimani'],
    ['https://x.com/hashtag/%D9%86%D8%AD%D9%86_%D9%82%D8%A7%D8%B3%D9%85', 'x#نحن_قاسم'],
    ['x.com/hashtag/نحن_قاسم', 'x#نحن_قاسم'],
    ['https://x.com/search?q=%23Hero', 'x#Hero'],
    ['instagram.com/explore/tags/hero/', 'instagram#hero'],
    // Sites.
    ['presstv.ir', 'site presstv.ir | @presstv.ir'],
    ['PressTV.ir.', 'site presstv.ir | @PressTV.ir'],
    ['www.presstv.ir', 'site www.presstv.ir | @www.presstv.ir'],
    ['https://www.presstv.ir/Detail/2022/01/03/673811/Title-(of)-it', 'site www.presstv.ir'],
    ['presstv.ir/Detail/1', 'site presstv.ir'],
    ['//presstv.ir/Detail/1', 'site presstv.ir'],
    ['presstv.ir:8080/a', 'site presstv.ir'],
    ['HTTP://PRESSTV.IR', 'site presstv.ir'],
    ['hxxps://www.presstv[.]ir/a', 'site www.presstv.ir'],
    ['presstv[.]ir', 'site presstv.ir | @presstv.ir'],
    ['ایران.example', 'site xn--mgba3a4f16a.example | @ایران.example'],
    ['<https://presstv.ir/a>', 'site presstv.ir'],
    ['[Press TV](https://x.com/PressTV)', 'x@PressTV'],
    ['<a href="https://x.com/PressTV">Press TV</a>', 'x@PressTV'],
    // Redirects.
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fpresstv.ir%2Fa&h=1', 'site presstv.ir'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Ft.me%2Fpresstv', 'telegram@presstv'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fx.com%2FPressTV', 'x@PressTV'],
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fx.com%2FPressTV', 'x@PressTV'],
    ['https://web.archive.org/web/20220103/https://x.com/PressTV', 'x@PressTV'],
    ['web.archive.org/web/2022*/presstv.ir', 'site web.archive.org'],
    ['https://web.archive.org/web/20220103000000id_/http:/presstv.ir/a?b=1', 'site presstv.ir'],
    ['https://t.me/iv?url=https%3A%2F%2Fpresstv.ir%2Fa&rhash=1', 'site presstv.ir'],
    // Names in words.
    ['Press TV', 'words Press TV'],
    ['  Press \t TV  ', 'words Press TV'],
    ['"قاسم سلیمانی"', 'words قاسم سلیمانی'],
  ])('%s', (asked, wanted) => {
    expect(read(asked)).toEqual([wanted]);
  });
});

describe('what names nobody, and why', () => {
  test.each<[asked: string, problem: string]>([
    ['https://t.co/abcDEF', 'short-link'],
    ['bit.ly/abc', 'short-link'],
    ['youtu.be/abcdefghijk', 'short-link'],
    ['x.com', 'names-nobody'],
    ['https://x.com/home', 'names-nobody'],
    ['x.com/PressTV/status', 'names-nobody'],
    ['https://www.instagram.com/p/Cabcdefghij/', 'names-nobody'],
    ['https://www.youtube.com/watch?v=abcdefghijk', 'names-nobody'],
    ['https://192.0.2.1/a', 'unreadable'],
    ['https://user:pass@x.com/PressTV', 'unreadable'],
    ['https://x.com@evil.example/PressTV', 'unreadable'],
    ['https://localhost/a', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['file:///etc/passwd', 'unreadable'],
    ['mailto:name@site.example', 'unreadable'],
    ['data:text/html,x', 'unreadable'],
    ['did:key:abc', 'unreadable'],
    ['did:plc:short', 'unreadable'],
    ['at://', 'unreadable'],
    ['tg://join?invite=abc', 'unreadable'],
    ['@name@server', 'unreadable'],
    ['@a@b@c.example', 'unreadable'],
    ['@', 'unreadable'],
    ['#', 'unreadable'],
    ['#123', 'unreadable'],
    ['#_', 'unreadable'],
    ['@...', 'unreadable'],
    ['🦆', 'unreadable'],
    ['#🦆', 'unreadable'],
    ['a/b/c', 'unreadable'],
    ['https://', 'unreadable'],
    ['https://[', 'unreadable'],
    [`@${'a'.repeat(129)}`, 'unreadable'],
    [`word ${'a'.repeat(129)}`, 'unreadable'],
    ['=HYPERLINK("a")', 'unreadable'],
  ])('%s', (asked, problem) => {
    expect(read(asked)).toEqual([problem]);
  });
});

describe('several at once', () => {
  test.each<[text: string, wanted: string[]]>([
    ['@a_one\n#two\r\nthree.example', ['@a_one', '#two', 'site three.example | @three.example']],
    ['\n\n  @a_one  \n\n', ['@a_one']],
    ['- @a_one\n* @b_two\n3. @c_three\n• dash', ['@a_one', '@b_two', '@c_three', BARE('dash')]],
    ['one, two، three; four', [BARE('one'), BARE('two'), BARE('three'), BARE('four')]],
    ['@a_one,@b_two', ['@a_one', '@b_two']],
    ['#one#two', ['#one', '#two']],
    ['@a_one @a_one\n@a_one', ['@a_one']],
    ['They post #Hero, says @PressTV (see https://presstv.ir/a).', ['#Hero', '@PressTV', 'site presstv.ir']],
    ['به گزارش «#نحن_قاسم» و t.me/presstv؛', ['#نحن_قاسم', 'telegram@presstv']],
    ['a sentence of words, and nothing else', ['words a sentence of words, and nothing else']],
    ['', []],
    [' \n\t\u200f ', []],
  ])('%j', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it('are fifty at most, and the rest is counted', () => {
    const { questions, left } = readQuestions(Array.from({ length: 57 }, (_, i) => `@name_${i}`).join('\n'));
    expect(questions).toHaveLength(MAX_QUESTIONS);
    expect(left).toBe(7);
  });
});

it('is not slow on hostile text', () => {
  const start = performance.now();
  for (const text of ['a.', '@', '#', '[.]', 'https://', '/u/', '"(', 'a@', '\u200c', '.'].map((s) =>
    s.repeat(10_000),
  )) {
    readQuestions(text);
  }
  expect(performance.now() - start).toBeLessThan(2_000);
});
