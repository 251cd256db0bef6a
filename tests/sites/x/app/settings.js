const parameters = new URLSearchParams(location.search);

/**
 * Read once: they hold while one walks about the site, whose own addresses do not carry them.
 * theme=dark · dir=rtl · lang=fa · ticks=MS between live counter changes (0: none) ·
 * recycle=1: cells are re-used for other posts instead of being made anew.
 */
export const settings = {
  dark: parameters.get('theme') === 'dark',
  rtl: parameters.get('dir') === 'rtl',
  lang: parameters.get('lang') ?? 'en',
  ticks: Number(parameters.get('ticks') ?? 1000),
  recycle: parameters.get('recycle') === '1',
};

const words = {
  en: {
    home: 'Home',
    explore: 'Explore',
    notifications: 'Notifications',
    profile: 'Profile',
    post: 'Post',
    search: 'Search',
    forYou: 'For you',
    following: 'Following',
    trends: 'Trends for you',
    trending: 'Trending',
    follow: 'Follow',
    who: 'Who to follow',
    more: 'Show more',
    quote: 'Quote',
    reposted: 'reposted',
    posts: 'posts',
    note: 'Note to self',
    empty: 'Nothing here',
    promoted: 'Ad',
    joined: 'Joined March 2014',
    followers: 'Followers',
    sample: 'Sample page. All posts are made up.',
    from: 'From',
  },
  fa: {
    home: 'خانه',
    explore: 'کاوش',
    notifications: 'اعلان‌ها',
    profile: 'نمایه',
    post: 'پست',
    search: 'جستجو',
    forYou: 'برای شما',
    following: 'دنبال‌شده',
    trends: 'ترندها برای شما',
    trending: 'ترند',
    follow: 'دنبال کردن',
    who: 'چه کسانی را دنبال کنید',
    more: 'نمایش بیشتر',
    quote: 'نقل‌قول',
    reposted: 'بازنشر کرد',
    posts: 'پست',
    note: 'یادداشت',
    empty: 'چیزی نیست',
    promoted: 'تبلیغ',
    joined: 'پیوسته در مارس ۲۰۱۴',
    followers: 'دنبال‌کننده',
    sample: 'صفحهٔ نمونه؛ همهٔ نوشته‌ها ساختگی است.',
    from: 'از',
  },
};

export const word = words[settings.lang] ?? words.en;

export function applySettings() {
  const root = document.documentElement;
  root.dir = settings.rtl ? 'rtl' : 'ltr';
  root.lang = settings.lang;
  // The site's theme is the reader's choice on the site and independent of the system's.
  root.style.colorScheme = settings.dark ? 'dark' : 'light';
  document.body.style.backgroundColor = settings.dark ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
}
