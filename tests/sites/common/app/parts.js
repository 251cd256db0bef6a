import { h } from './dom.js';

const token =
  /(?<plain>!#[\p{L}\p{M}\p{Nd}_\u200c]+)|(?<tag>(?<![\p{L}\p{N}_])[#＃](?=[\p{M}\p{Nd}_\u200c]*\p{L})[\p{L}\p{M}\p{Nd}_\u200c]+)|(?<mention>(?<![\w.])@[\p{L}\p{Nd}_./-]*[\p{L}\p{Nd}_])|(?<link>https:\/\/\S+)/gu;

/**
 * Text as nodes: `wrap.tag(tag, shown)`, `wrap.mention(handle)` and `wrap.link(address)` make the elements of
 * the network, `wrap.run(text)` those of the text between. `!#tag` stays text.
 */
export function rich(text, wrap) {
  const run = wrap.run ?? ((part) => part);
  const nodes = [];
  let from = 0;
  const plain = (to) => to > from && nodes.push(run(text.slice(from, to)));
  for (const { 0: all, index, groups } of text.matchAll(token)) {
    plain(index);
    from = index + all.length;
    if (groups.plain) nodes.push(run(all.slice(1)));
    else if (groups.tag) nodes.push(wrap.tag(all.slice(1), all));
    else if (groups.mention) nodes.push(wrap.mention(all.slice(1)));
    else nodes.push(wrap.link(all));
  }
  plain(text.length);
  return nodes;
}

/** A number that the page goes on changing in place. */
export function count(start, attributes = {}) {
  return h('span', { ...attributes, class: `${attributes.class ?? ''} live-count`.trim() }, String(start));
}

/** A picture of somebody, which the page asks nobody for. */
export function face({ handle, name }, size = 40, attributes = {}) {
  const drawn =
    `<rect width='80' height='80' fill='hsl(${hue(handle)} 34% 48%)'/>` +
    `<text x='40' y='51' font-family='sans-serif' font-size='30' fill='white' text-anchor='middle'>${[...name][0]}</text>`;
  return h('img', { alt: '', src: picture(drawn, 80, 80), width: size, height: size, class: 'face', ...attributes });
}

export function landscape(seed, attributes = {}) {
  const at = hue(seed);
  const drawn =
    `<rect width='520' height='260' fill='hsl(${at} 40% 84%)'/><circle cx='400' cy='70' r='30' fill='hsl(45 80% 88%)'/>` +
    `<path d='M0 200 130 90 240 180 360 70 520 190V260H0z' fill='hsl(${at} 26% 55%)'/>`;
  return h('img', { alt: '', src: picture(drawn, 520, 260), class: 'landscape', ...attributes });
}

function hue(text) {
  return [...String(text)].reduce((sum, letter) => sum + letter.codePointAt(0) * 17, 0) % 360;
}

function picture(content, width, height) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}'>${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
