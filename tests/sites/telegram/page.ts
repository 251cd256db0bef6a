import { escaped, type lookOf, rich } from '../common/bracketed.ts';
import type { Message } from './posts.ts';

/** A channel's own page, and what the page tells of it: `number` is in every post's `data-view`. */
export type Channel = { name: string; title: string; number: number; about: string; messages: readonly Message[] };

export const PAGE = 20;

/** `t.me/s/name`: server HTML, as in saved pages; only colours and sizes are ours. */
export function previewPage(channel: Channel, from: number, look: ReturnType<typeof lookOf>): string {
  const { name, title, about } = channel;
  return `<!doctype html>
<html class="${look.dark ? 'theme_dark' : ''}" dir="${look.dir}" lang="${look.lang}">
<head>
<meta charset="utf-8">
<title>${escaped(title)} – Telegram</title>
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="/css/sample.css">
</head>
<body class="widget_frame_base tgme_webpreview">
<header class="tgme_header search_collapsed">
 <div class="tgme_container">
  <div class="tgme_header_search"><form class="tgme_header_search_form" action="/s/${name}"><input class="tgme_header_search_form_input js-header_search" name="q" placeholder="Search" value="#We_Are_Qassem @sample_channel" autocomplete="off"></form></div>
  <div class="tgme_header_right_column"><section class="tgme_right_column"><div class="tgme_channel_info">
   <div class="tgme_channel_info_header">
    <div class="tgme_channel_info_header_title_wrap"><div class="tgme_channel_info_header_title"><span dir="auto">${escaped(title)}</span></div></div>
    <div class="tgme_channel_info_header_username"><a href="https://t.me/${name}">@${name}</a></div>
   </div>
   <div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span class="counter_value">2.1K</span> <span class="counter_type">subscribers</span></div></div>
   <div class="tgme_channel_info_description">${rich(about, link)}</div>
   <a class="tgme_channel_download_telegram" href="//telegram.org/dl">Download Telegram</a>
  </div></section></div>
  <div class="tgme_header_info"><a class="tgme_header_link" href="https://t.me/${name}"><div class="tgme_header_title_wrap"><div class="tgme_header_title"><span dir="auto">${escaped(title)}</span></div></div></a></div>
 </div>
</header>
<main class="tgme_main" data-url="/${name}">
 <div class="tgme_container">
  <section class="tgme_channel_history js-message_history">
${messagesFrom(channel, from)}
  </section>
 </div>
</main>
<script src="/js/sample.js"></script>
</body></html>`;
}

/** A page of messages with the way to the newer ones, as the site's script asks for it. */
export function messagesFrom(channel: Channel, from: number): string {
  const some = channel.messages.slice(from - 1, from - 1 + PAGE);
  const next = from + some.length;
  const more =
    next <= channel.messages.length
      ? `<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/${channel.name}?after=${next - 1}" class="tme_messages_more js-messages_more" data-after="${next - 1}"></a></div>`
      : '';
  return some.map((message, at) => messageHtml(message, from + at, channel)).join('\n') + more;
}

function messageHtml(message: Message, id: number, { name, title, number }: Channel): string {
  const view = btoa(JSON.stringify({ c: -number, p: id, t: 1_767_225_600, h: '3e4d8f40' }));
  const { forwarded, card, lang, text } = message;
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${name}/${id}" data-view="${view}">
<div class="tgme_widget_message_user"><a href="https://t.me/${name}"><i class="tgme_widget_message_user_photo bgcolor5" data-content="${title[0]}"></i></a></div>
<div class="tgme_widget_message_bubble"><i class="tgme_widget_message_bubble_tail"></i>
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/${name}"><span dir="auto">${escaped(title)}</span></a></div>
${forwarded ? forwardedFrom(forwarded) : ''}<div class="tgme_widget_message_text js-message_text" dir="auto"${lang ? ` lang="${lang}"` : ''}>${withEmoji(rich(text, link))}</div>
${card ? `<a class="tgme_widget_message_link_preview" href="${card.url}"><i class="link_preview_right_image"></i><div class="link_preview_site_name accent_color" dir="auto">${card.site}</div><div class="link_preview_title" dir="auto">${card.title}</div></a>` : ''}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">${(id * 0.1).toFixed(1)}K</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/${name}/${id}"><time datetime="2026-01-03T${String(id % 24).padStart(2, '0')}:00:04+00:00" class="time">${id % 24}:00</time></a></span></div></div>
</div></div></div>`;
}

function forwardedFrom({ channel, title, linked }: NonNullable<Message['forwarded']>): string {
  const inner = `<span dir="auto">${escaped(title)}</span>`;
  const name = 'class="tgme_widget_message_forwarded_from_name"';
  const from = linked ? `<a ${name} href="https://t.me/${channel}/4711">${inner}</a>` : `<span ${name}>${inner}</span>`;
  return `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from ${from}</div>`;
}

/** Hashtags are a search within the channel, relative to the page. */
function link(what: string): string {
  const shown = escaped(what);
  if (what.startsWith('#')) return `<a href="?q=${encodeURIComponent(what)}">${shown}</a>`;
  if (what.startsWith('@')) return `<a href="https://t.me/${what.slice(1)}" target="_blank">${shown}</a>`;
  return `<a href="${shown}" target="_blank" rel="noopener">${shown}</a>`;
}

function withEmoji(html: string): string {
  return html.replaceAll('🔥', '<i class="emoji"><b>🔥</b></i>').replaceAll('\n', '<br>');
}
