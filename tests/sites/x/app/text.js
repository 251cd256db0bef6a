import { h } from './dom.js';

// The site's published rules: letters, marks, digits and a few joiners; at least one letter or mark.
const inTag = '[\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\u05be\\u05f3\\u05f4\\u30fb\\u00b7]';
const token = new RegExp(
  `(?<tag>(?<![\\p{L}\\p{M}\\p{Nd}_\\u200c&])[#＃](?=${inTag}*[\\p{L}\\p{M}])${inTag}+)` +
    '|(?<mention>(?<![a-zA-Z0-9_!#$%&*@＠])[@＠][a-zA-Z0-9_]{1,20}(?![@＠a-zA-Z0-9_]))' +
    '|(?<link>https://\\S+)',
  'gu',
);

/** The text of a post as nodes: plain runs in spans, tags, mentions and links as the site wraps them. */
export function richText(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) nodes.push(run(text.slice(from, match.index)));
    nodes.push(wrapped(match[0], match.groups));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(run(text.slice(from)));
  return nodes;
}

function run(text) {
  return h('span', { class: 'run' }, text);
}

function wrapped(text, { tag, mention }) {
  if (tag) {
    const href = `/hashtag/${encodeURIComponent(tag.slice(1))}?src=hashtag_click`;
    return h('span', { class: 'tag' }, h('a', { dir: 'ltr', href, role: 'link', class: 'link' }, text));
  }
  if (mention) {
    const link = h('a', { dir: 'ltr', href: `/${mention.slice(1)}`, role: 'link', class: 'link' }, text);
    return h('div', { class: 'mention' }, h('span', { class: 'tag' }, link));
  }
  return shortLink(text, [h('span', { 'aria-hidden': 'true', class: 'scheme' }, 'https://'), text.slice(8)]);
}

/** A link to elsewhere: its address is the shortener's, only its text says where it leads. */
export function shortLink(target, children, attributes = {}) {
  return h(
    'a',
    {
      dir: 'ltr',
      href: `https://t.co/${shortCode(target)}`,
      rel: 'noopener noreferrer nofollow',
      target: '_blank',
      role: 'link',
      class: 'link',
      ...attributes,
    },
    children,
  );
}

function shortCode(target) {
  let sum = 7;
  for (const letter of target) sum = (sum * 31 + letter.codePointAt(0)) % 2 ** 31;
  return `s${sum.toString(36)}`;
}
