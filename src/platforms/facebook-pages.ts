/** The words of Facebook's own addresses. No list of them is published: these are from saved pages and public code. */

/** First path segments that are pages of the site, of those that could be a name. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    '2fac about ads adsmanager ajax allactivity api app apps badges biz bookmarks browse ' +
    'bugnub bugs business campaign careers checkpoint code codes communitystandards composer connect contact ' +
    'crisisresponse dating datapolicy developer developers device dialog directory directories donate dyi ' +
    'editprofile email events explore favorites feed feeds findfriends flx follow followers following ' +
    'friends friendship fundraisers games gaming gettingstarted graphql group groups hashtag help home ' +
    'identity insights instantgames intern invite jobs lasso latest legal library lists live locale login logout mail ' +
    'marketplace maps media memories messages messenger mobile moderation monetization music nearby news nfx ' +
    'notes notices notifications oauth offers onthisday page pages pay payments people permalink pg photo photos ' +
    'places plugins pokes policies policy press privacy profile public query quicksilver ' +
    'reactions recover reel reels reg registration report requests review reviews rooms rsrc safety ' +
    'save saved search security settings share sharer shop shops signup site sitemap source sports status stories ' +
    'story subscribe subscriptions support survey suggestions terms timeline topics tour trending unsubscribe ' +
    'upload user username users vanity video videos watch weather whitehat work workplace ' +
    'wwwroot zero'
  ).split(' '),
);

/** What may follow a name in an address that is still the account's. */
export const PROFILE_PAGES: ReadonlySet<string> = new Set(
  (
    'about albums allactivity channels checkins community directory events followers following friends groups home ' +
    'info likes live map mentions menu music notes offers photos playlists posts reels reviews shop sports timeline ' +
    'tv video videos'
  ).split(' '),
);

/** What stands between an account's name and the number of something that it published. */
export const POST_PAGES: ReadonlySet<string> = new Set('live notes photos posts reels videos'.split(' '));

export const GROUP_PAGES: ReadonlySet<string> = new Set(
  'about announcements buy_sell_discussion discussion events featured files media members people photos videos'.split(
    ' ',
  ),
);
