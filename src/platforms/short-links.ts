/**
 * Hosts whose addresses do not tell where they lead. Statemark asks no server, so a link there names nobody
 * unless its text does. The networks' own, and those that posts use most.
 */
const SHORT_LINKS: ReadonlySet<string> = new Set(
  (
    't.co lnkd.in redd.it v.redd.it vk.cc fb.me fb.watch ig.me youtu.be tg.dev vm.tiktok.com vt.tiktok.com ' +
    'bit.ly bitly.com j.mp goo.gl tinyurl.com ow.ly buff.ly is.gd v.gd dlvr.it ift.tt trib.al shorturl.at rebrand.ly ' +
    'cutt.ly t.ly rb.gy clck.ru yun.ir b2n.ir'
  ).split(' '),
);

/** @param host lower case, as `URL.hostname` gives it */
export function isShortLink(host: string): boolean {
  return SHORT_LINKS.has(host.replace(/^www\./, ''));
}
