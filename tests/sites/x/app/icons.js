import { h } from './dom.js';

const paths = {
  mark: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 5v8m-4-4h8',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  explore: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12l4 4',
  notifications: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zm4 3a2 2 0 0 0 4 0',
  profile: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c1-4 4-5 7-5s6 1 7 5',
  reply: 'M4 12a7 7 0 0 1 7-7h2a7 7 0 0 1 0 14v2l-5-3a7 7 0 0 1-4-6z',
  retweet: 'M5 15V8h10m-3-3l3 3-3 3m7-2v7H9m3 3l-3-3 3-3',
  like: 'M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z',
  views: 'M5 20V12m5 8V5m5 15V9m5 11v-7',
  bookmark: 'M6 4h12v16l-6-4-6 4z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M20 12H4m6-6l-6 6 6 6',
  verified:
    'M12 3l2.4 2 3-.3.7 3 2.4 1.9-1.2 2.8 1.2 2.8-2.4 1.9-.7 3-3-.3L12 22l-2.4-2.2-3 .3-.7-3-2.4-1.9 1.2-2.8-1.2-2.8 2.4-1.9.7-3 3 .3zM8.5 12.5l2.5 2.5 4.5-5',
};

export function icon(name, attributes = {}) {
  const box = { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon icon-${name}`, ...attributes };
  return h('svg', box, h('path', { d: paths[name] }));
}

/** A picture with initials, so that the page asks the network for nothing. */
export function initialsPicture({ handle, name }) {
  const hue = [...handle].reduce((sum, letter) => sum + letter.charCodeAt(0) * 17, 0) % 360;
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((part) => [...part][0])
    .join('\u200c');
  return picture(
    `<rect width='80' height='80' fill='hsl(${hue} 38% 46%)'/><text x='40' y='51' font-family='sans-serif' font-size='30' fill='white' text-anchor='middle'>${initials}</text>`,
    80,
    80,
  );
}

export function landscapePicture(seed) {
  const hue = seed % 360;
  return picture(
    `<rect width='520' height='260' fill='hsl(${hue} 45% 82%)'/><circle cx='400' cy='70' r='32' fill='hsl(45 80% 88%)'/><path d='M0 200 130 90 240 180 360 70 520 190V260H0z' fill='hsl(${hue} 28% 52%)'/><path d='M0 230 180 170 520 240V260H0z' fill='hsl(${hue} 30% 38%)'/>`,
    520,
    260,
  );
}

function picture(content, width, height) {
  const text = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' width='${width}' height='${height}'>${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}
