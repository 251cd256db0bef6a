import type { Platform } from './platform.ts';
import { channelId, readTelegram } from './telegram-address.ts';
import { TELEGRAM_TEXT } from './telegram-text.ts';
import { wrapped } from './wrapped.ts';

/**
 * Telegram: the previews of public channels (`t.me/s/name`), and the two clients in the browser, K (tweb) and A
 * (telegram-tt). The clients show names, seldom handles; which account a chat is, their address tells.
 */
export const telegram: Platform = {
  id: 'telegram',
  hosts: ['t.me', 'telegram.me', 'www.telegram.me', 'telegram.dog', 'www.telegram.dog', 'web.telegram.org'],
  hostSuffixes: ['t.me'],
  matches: [
    'https://t.me/*',
    'https://*.t.me/*',
    'https://telegram.me/*',
    'https://telegram.dog/*',
    'https://web.telegram.org/*',
  ],
  embeds: ['https://t.me/*'],
  readAddress: readTelegram,
  // Instant view shows another site's article.
  unwrap: (url) => (url.hostname !== 'web.telegram.org' && url.pathname === '/iv' ? wrapped(url, 'url') : undefined),
  text: TELEGRAM_TEXT,
  page: {
    units: [
      { selector: '.tgme_widget_message', kind: 'post' },
      { selector: '.tgme_channel_info', kind: 'profile' },
      { selector: '.tgme_page', kind: 'profile' },
      { selector: '.bubble[data-mid]', kind: 'post' },
      { selector: '.search-super .chatlist-chat', kind: 'user-row' },
      { selector: '.Message.message-list-item', kind: 'post' },
      { selector: '.LeftSearch .ListItem', kind: 'user-row' },
      { selector: 'article', kind: 'post' },
      { selector: '[role="article"]', kind: 'post' },
    ],
    authorBlock:
      '.tgme_widget_message_author, .tgme_channel_info_header, .tgme_page_extra, .bubble .name, .message-title-name',
    // The clients keep chats that were open before: theirs is not the address.
    byline: 'a.tgme_widget_message_forwarded_from_name',
    heading: '.tgme_page_title, .chat.active .chat-info .peer-title, .MiddleHeader .Transition_slide-active .fullName',
    // The clients put time and reactions right behind the last word, where they would prolong a tag.
    ignore: 'nav, [role="navigation"], .bubble .time, .bubble .reactions, .Message .MessageMeta, .Message .Reactions',
    identity: [
      { selector: '.bubble[data-mid]', attribute: 'data-mid', pattern: /^-?[\d.]+$/g },
      { selector: '.Message.message-list-item', attribute: 'data-message-id', pattern: /^-?[\d.]+$/g },
    ],
    hints: [
      { selector: '.tgme_widget_message', attribute: 'data-post', pattern: /^(?<handle>[A-Za-z]\w{3,31})\/\d+$/ },
      { selector: '.tgme_widget_message', attribute: 'data-view', decode: channelIn, pattern: /^(?<id>-\d+)$/ },
    ],
  },
};

/** `data-view` is base64 of JSON in which `c` is the channel's number, with a minus: `{"c":-1179933704,"p":1491,…}`. */
function channelIn(view: string): string | undefined {
  let json: string;
  try {
    json = atob(view);
  } catch {
    return undefined; // Another form than today's: the handle decides.
  }
  const channel = /[{,]"c":-(?<channel>[1-9]\d{0,11})[,}]/.exec(json)?.groups?.channel;
  return channel === undefined ? undefined : channelId(channel);
}
