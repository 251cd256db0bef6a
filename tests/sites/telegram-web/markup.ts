import { escaped, rich } from '../common/bracketed.ts';
import type { Bubble } from './posts.ts';

/** Markup of the two clients by their sources, tweb (K) and telegram-tt (A). No page of theirs was seen. */

const mentioned = /^id(\d+)\|(.+)$/;

/**
 * K: hashtags search from an inline handler, left out here as the sample forbids them, and mentions have an
 * address; time and reactions stand within the text.
 */
export function bubbleK({ text, lang }: Bubble, at: number): string {
  const link = (what: string): string => {
    const shown = escaped(what);
    const [, id, name] = mentioned.exec(what) ?? [];
    if (id) return `<a class="follow" data-follow="${id}">${name}</a>`;
    if (what.startsWith('#')) return `<a class="anchor-hashtag">${shown}</a>`;
    if (what.startsWith('@')) return `<a class="mention" href="https://t.me/${what.slice(1)}">${shown}</a>`;
    return `<a class="anchor-url" href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>`;
  };
  return `<div class="bubbles-group"><div class="bubble channel-post with-beak hide-name can-have-tail is-in" data-mid="${at + 1}" data-peer-id="-900001" data-timestamp="1767225600"><div class="bubble-content-wrapper"><div class="bubble-content"><div class="name"><span class="peer-title" dir="auto" data-peer-id="-900001">Sample digest</span></div><div class="message spoilers-container" dir="auto"><span class="translatable-message" lang="${lang ?? 'en'}">${rich(text, link)}</span><span class="time"><span class="i18n"><span class="post-views live-count">21</span></span><span class="i18n">9:14</span><div class="time-inner"><span class="i18n">9:14</span></div></span><reactions-element class="reactions reactions-block"><reaction-element class="reaction"><span class="reaction-counter live-count">3</span></reaction-element></reactions-element></div></div></div></div></div>`;
}

/** A: neither hashtags nor mentions have an address. */
export function messageA({ text, lang }: Bubble, at: number): string {
  const link = (what: string): string => {
    const shown = escaped(what);
    const name = mentioned.exec(what)?.[2];
    if (name) return `<a class="text-entity-link" dir="auto" data-entity-type="MessageEntityMentionName">${name}</a>`;
    if (what.startsWith('#'))
      return `<a class="text-entity-link" dir="auto" data-entity-type="MessageEntityHashtag">${shown}</a>`;
    if (what.startsWith('@'))
      return `<a class="text-entity-link" dir="auto" data-entity-type="MessageEntityMention">${shown}</a>`;
    return `<a href="${shown}" title="${shown}" target="_blank" rel="noopener noreferrer" class="text-entity-link" data-entity-type="MessageEntityUrl" dir="auto">${shown}</a>`;
  };
  return `<div class="sender-group-container"><div id="message-${at + 1}" class="Message message-list-item first-in-group allow-selection" data-message-id="${at + 1}"><div class="message-content-wrapper can-select-text"><div class="message-content text has-shadow has-solid-background" dir="auto"><div class="message-title"><span class="message-title-name"><span class="sender-title">Sample digest</span></span></div><div class="content-inner" dir="auto"><div class="text-content clearfix with-meta" dir="auto" lang="${lang ?? 'en'}">${rich(text, link)}<span class="MessageMeta" dir="ltr"><span class="message-views live-count">21</span><span class="message-time">09:14</span></span></div></div></div></div></div></div>`;
}

/** The column of chats and the header, of which the reader's own chats are never read. */
export const frameK = `<div class="whole" id="page-chats"><div id="column-left" class="tabs-tab"><div class="chatlist-container"><ul class="chatlist"><a class="row chatlist-chat" data-peer-id="-123456" href="#-123456"><span class="peer-title" data-peer-id="-123456">Sample Channel</span><span class="dialog-subtitle">#We_Are_Qassem @sample_channel</span></a></ul></div></div><div id="column-center"><div class="chat active"><div class="sidebar-header topbar"><div class="chat-info"><div class="person"><div class="content"><div class="top"><div class="user-title"><span class="peer-title" dir="auto" data-peer-id="-900001">Sample digest</span></div></div></div></div></div></div><div class="bubbles-inner"></div><div class="chat-input"><div class="input-message-input" contenteditable="true">#We_Are_Qassem</div></div></div></div></div>`;

export const frameA = `<div id="Main" class="whole"><div id="LeftColumn"><div class="chat-list"><div class="ListItem Chat chat-item-clickable"><a class="ListItem-button" href="#-1000000123456"><h3 class="fullName">Sample Channel</h3><p class="last-message">#We_Are_Qassem @sample_channel</p></a></div></div></div><div id="MiddleColumn"><div class="MiddleHeader"><div class="Transition"><div class="Transition_slide Transition_slide-active"><div class="ChatInfo"><div class="info"><div class="title"><h3 dir="auto" role="button" class="fullName">Sample digest</h3></div></div></div></div></div></div><div class="messages-layout"><div class="MessageList"></div></div><div class="Composer"><div id="editable-message-text" contenteditable="true" role="textbox">#We_Are_Qassem</div></div></div></div>`;
