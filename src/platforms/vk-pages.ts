/** First path segments that are pages of VK, not short names. Taken from what it links to itself; not complete. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'about achievements ads al_feed albums app apps artist artists audio audios away badbrowser blog blogs board ' +
    'bookmarks business calls catalog cc checkout clips club communities contacts data dating dev developers ' +
    'docs donut edit email event events exchange faq fave favicon.ico feed feedback friends games gifts ' +
    'group groups help id im index invite jobs join landing legal licence live login logout mail market me ' +
    'menu mobile music narratives nft notifications pages pay people photo photos places playlist podcast podcasts ' +
    'press privacy product products profile public query register restore robots.txt rules safety search ' +
    'security services sessions settings share signup sitemap.xml stats stickers stories story superapp support ' +
    'survey tag terms topic transfers trends uslugi verify video videos vkpay wall widget_comments write xpay'
  ).split(' '),
);

/** What may stand behind a short name in an address that is not the name's own tag. */
export const NOT_TAGS: ReadonlySet<string> = new Set(
  'about albums articles audios board clips followers friends market photos playlists reviews services videos'.split(
    ' ',
  ),
);
