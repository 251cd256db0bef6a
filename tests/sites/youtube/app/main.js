import { posts, videos } from './data.js';
import { h, update } from './dom.js';
import { authorOf, start, t } from './feed.js';
import { count, face, landscape, rich } from './parts.js';

const manager = h('ytd-page-manager', { id: 'page-manager' });
const address = (handle) => `/@${encodeURIComponent(handle)}`;
const watch = ({ id }) => `/watch?v=${id}&pp=ygUGc2FtcGxl`;
const inline = 'yt-core-attributed-string yt-core-attributed-string--white-space-pre-wrap';
const linkClass = 'yt-core-attributed-string__link yt-core-attributed-string__link--call-to-action-color link';

function wrapOf(event) {
  return {
    run: (text) => h('span', { class: 'yt-core-attributed-string--link-inherit-color', dir: 'auto' }, text),
    tag: (tag, shown) => linked(`/hashtag/${encodeURIComponent(tag.toLowerCase())}`, shown),
    mention: (handle) =>
      linked(handle.startsWith('channel/') ? `/${handle}` : address(handle), ` @${shownOf(handle)} `),
    link: (to) =>
      linked(
        to.startsWith('https://www.youtube.com/')
          ? to.slice(23)
          : `/redirect?event=${event}&redir_token=QUFFLUhqbHNhbXBsZQ&q=${encodeURIComponent(to)}&v=sampleVid01`,
        to.slice(0, 37),
      ),
  };
}

function shownOf(handle) {
  return (
    { 'channel/UCsampleStateTV000000001': 'SampleStateTV', 'channel/UCsampleFarsi00000000004': 'TasvirNemune' }[
      handle
    ] ?? handle
  );
}

function linked(href, text) {
  return h(
    'span',
    { class: 'yt-core-attributed-string--link-inherit-color', dir: 'auto' },
    h('a', { class: linkClass, tabindex: '0', href, rel: 'nofollow' }, text),
  );
}

function attributed(text, wrap) {
  return h('yt-attributed-string', {}, h('span', { class: inline, dir: 'auto', role: 'text' }, rich(text, wrap)));
}

function channelName(handle) {
  return h(
    'ytd-channel-name',
    { id: 'channel-name', class: 'style-scope' },
    h(
      'div',
      { id: 'container' },
      h(
        'div',
        { id: 'text-container' },
        h(
          'yt-formatted-string',
          { id: 'text', class: 'complex-string' },
          h(
            'a',
            {
              class: 'yt-simple-endpoint style-scope yt-formatted-string',
              spellcheck: 'false',
              href: address(handle),
              dir: 'auto',
            },
            authorOf(handle).name,
          ),
        ),
      ),
    ),
  );
}

function duration() {
  return h('div', { class: 'yt-badge-shape__text' }, '12:04');
}

/** The newer kind of card; the same nodes serve for other films after a navigation. */
function lockup(video) {
  const author = authorOf(video.channel);
  return h(
    'yt-lockup-view-model',
    { class: 'ytd-item-section-renderer lockup' },
    h(
      'div',
      { class: `yt-lockup-view-model content-id-${video.id}` },
      h(
        'a',
        { href: watch(video), class: 'yt-lockup-view-model__content-image', 'aria-hidden': 'true', tabindex: '-1' },
        h('yt-thumbnail-view-model', {}, landscape(video.id), duration()),
      ),
      h(
        'div',
        { class: 'yt-lockup-view-model__metadata' },
        h(
          'yt-lockup-metadata-view-model',
          {},
          h(
            'div',
            { class: 'yt-lockup-metadata-view-model__avatar' },
            h('a', { href: address(video.channel), 'aria-label': author.name }, face(author, 36)),
          ),
          h(
            'div',
            { class: 'yt-lockup-metadata-view-model__text-container' },
            h(
              'h3',
              { class: 'yt-lockup-metadata-view-model__heading-reset', title: video.title },
              h(
                'a',
                { href: watch(video), class: 'yt-lockup-metadata-view-model__title', 'aria-label': video.title },
                h('span', { class: inline, role: 'text', dir: 'auto' }, video.title),
              ),
            ),
            h(
              'yt-content-metadata-view-model',
              {},
              h(
                'div',
                { class: 'yt-content-metadata-view-model__metadata-row' },
                h(
                  'span',
                  { class: inline, role: 'text', dir: 'auto' },
                  h(
                    'span',
                    {},
                    h('a', { class: 'yt-core-attributed-string__link', href: address(video.channel) }, author.name),
                  ),
                ),
              ),
              h(
                'div',
                { class: 'yt-content-metadata-view-model__metadata-row quiet' },
                h('span', {}, count(2_140), t(' views', ' بازدید')),
                h('span', { 'aria-hidden': 'true' }, ' • '),
                h('span', {}, t('2 days ago', '۲ روز پیش')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The older kind of card. */
function gridMedia(video) {
  return h(
    'ytd-rich-grid-media',
    { class: 'lockup' },
    h(
      'ytd-thumbnail',
      {},
      h(
        'a',
        { id: 'thumbnail', class: 'yt-simple-endpoint', 'aria-hidden': 'true', href: watch(video) },
        landscape(video.id),
        duration(),
      ),
    ),
    h(
      'div',
      { id: 'details' },
      h(
        'a',
        {
          id: 'avatar-link',
          class: 'yt-simple-endpoint',
          title: authorOf(video.channel).name,
          href: address(video.channel),
        },
        face(authorOf(video.channel), 36),
      ),
      h(
        'div',
        { id: 'meta' },
        h(
          'h3',
          {},
          h(
            'a',
            {
              id: 'video-title-link',
              class: 'yt-simple-endpoint',
              'aria-label': `${video.title} by ${authorOf(video.channel).name}`,
              title: video.title,
              href: watch(video),
            },
            h('yt-formatted-string', { id: 'video-title', dir: 'auto' }, video.title),
          ),
        ),
        h(
          'ytd-video-meta-block',
          {},
          h('div', { id: 'byline-container' }, channelName(video.channel)),
          h(
            'div',
            { id: 'metadata-line', class: 'quiet' },
            h('span', { class: 'inline-metadata-item' }, count(812), t(' views', ' بازدید')),
          ),
        ),
      ),
    ),
  );
}

function metadata(video) {
  const wrap = wrapOf('video_description');
  return h(
    'ytd-watch-metadata',
    { class: 'watch-active-metadata' },
    h(
      'div',
      { id: 'super-title' },
      video.tags.map((tag) =>
        h('a', { class: 'yt-simple-endpoint link', href: `/hashtag/${encodeURIComponent(tag)}` }, `#${tag} `),
      ),
    ),
    h(
      'div',
      { id: 'title' },
      h('h1', {}, h('yt-formatted-string', { 'force-default-style': '', dir: 'auto' }, video.title)),
    ),
    h(
      'div',
      { id: 'owner', class: 'row' },
      h(
        'ytd-video-owner-renderer',
        { class: 'row' },
        h(
          'a',
          { class: 'yt-simple-endpoint', 'aria-label': authorOf(video.channel).name, href: address(video.channel) },
          face(authorOf(video.channel), 40),
        ),
        h(
          'div',
          { id: 'upload-info' },
          channelName(video.channel),
          h('yt-formatted-string', { id: 'owner-sub-count', class: 'quiet' }, t('41K subscribers', '۴۱ هزار مشترک')),
        ),
      ),
      h('button', { class: 'subscribe', type: 'button' }, t('Subscribe', 'اشتراک')),
    ),
    h(
      'div',
      { id: 'description' },
      h(
        'ytd-watch-info-text',
        {},
        h(
          'div',
          { id: 'info' },
          h('span', {}, count(12_031), t(' views', ' بازدید')),
          ' ',
          video.tags.map((tag) => h('a', { class: 'link', href: `/hashtag/${encodeURIComponent(tag)}` }, `#${tag}`)),
        ),
      ),
      // What is folded up stands there twice, once shown and once not.
      h(
        'ytd-text-inline-expander',
        {},
        h('div', { id: 'snippet' }, attributed(video.description, wrap)),
        h('div', { id: 'expanded', hidden: '' }, attributed(video.description, wrap)),
      ),
    ),
  );
}

function comment(post, opened) {
  const words = (opened.translated ? post.translation : post.text) + (post.rest && opened.more ? post.rest : '');
  return h(
    'ytd-comment-thread-renderer',
    { class: 'style-scope ytd-item-section-renderer' },
    h(
      'ytd-comment-view-model',
      { id: 'comment', class: 'row top' },
      h(
        'div',
        { id: 'author-thumbnail' },
        h(
          'button',
          { id: 'author-thumbnail-button', 'aria-label': `@${post.author}`, type: 'button' },
          face(authorOf(post.author), 40),
        ),
      ),
      h(
        'div',
        { id: 'main' },
        h(
          'div',
          { id: 'header-author' },
          h(
            'h3',
            {},
            h(
              'a',
              { id: 'author-text', class: 'yt-simple-endpoint', href: address(post.author) },
              h('span', { class: 'style-scope ytd-comment-view-model', dir: 'auto' }, ` @${post.author} `),
            ),
          ),
          h(
            'span',
            { id: 'published-time-text', dir: 'auto', class: 'quiet' },
            h(
              'a',
              { class: 'yt-simple-endpoint', href: `/watch?v=sampleVid01&lc=${post.id}` },
              t('3 days ago', '۳ روز پیش'),
            ),
          ),
        ),
        h(
          'ytd-expander',
          { id: 'expander' },
          h(
            'div',
            { id: 'content' },
            h(
              'yt-attributed-string',
              { id: 'content-text' },
              h('span', { class: inline, dir: 'auto', role: 'text' }, rich(words, wrapOf('comments'))),
            ),
          ),
        ),
        post.rest && !opened.more
          ? h('button', { id: 'more', type: 'button', class: 'quiet does-more' }, t('Read more', 'بیشتر'))
          : null,
        post.translation && !opened.translated
          ? h('button', { type: 'button', class: 'quiet does-translate' }, t('Translate to English', 'ترجمه'))
          : null,
        h('div', { class: 'quiet' }, '👍 ', count(post.text.length)),
      ),
    ),
  );
}

let watching;

/** From film to film the page is not made anew: the same cards, other titles and addresses. */
function watchPage(id) {
  const at = Math.max(
    0,
    videos.findIndex((video) => video.id === id),
  );
  const next = h(
    'div',
    { id: 'columns' },
    h('div', { id: 'player', class: 'player' }, '▶'),
    metadata(videos[at]),
    h('ytd-watch-next-secondary-results-renderer', { id: 'related' }, videos.slice(at + 1, at + 9).map(lockup)),
  );
  if (watching) update(watching, next);
  else watching = next;
  const box = h('div', { id: 'contents' });
  const comments = h(
    'ytd-comments',
    { id: 'comments' },
    h(
      'ytd-comments-header-renderer',
      {},
      h(
        'ytd-comment-simplebox-renderer',
        {},
        h('div', { contenteditable: 'true', id: 'contenteditable-root' }, '#We_Are_Qassem Hero Soleimani'),
      ),
    ),
    h('ytd-item-section-renderer', {}, box),
  );
  return {
    nodes: [h('ytd-watch-flexy', {}, watching, comments)],
    list: { box, items: at === 0 ? posts : posts.slice(60), render: comment, keep: 'all' },
  };
}

function homePage() {
  const cards = videos.map((video, at) =>
    h('ytd-rich-item-renderer', {}, h('div', { id: 'content' }, at % 2 ? lockup(video) : gridMedia(video))),
  );
  return {
    nodes: [
      h(
        'ytd-browse',
        { 'page-subtype': 'home' },
        h('ytd-rich-grid-renderer', {}, h('div', { id: 'contents', class: 'grid' }, cards)),
      ),
    ],
  };
}

function channelPage(handle) {
  const author = authorOf(handle);
  const header = h(
    'yt-page-header-renderer',
    {},
    h(
      'yt-page-header-view-model',
      { class: 'row top' },
      face(author, 120),
      h(
        'div',
        { class: 'about' },
        h(
          'yt-dynamic-text-view-model',
          {},
          h(
            'h1',
            { class: 'dynamicTextViewModelH1' },
            h('span', { class: inline, role: 'text', dir: 'auto' }, author.name),
          ),
        ),
        h(
          'yt-content-metadata-view-model',
          { class: 'quiet' },
          h(
            'div',
            {},
            h('span', { class: inline, role: 'text' }, h('span', {}, `@${handle}`)),
            h('span', {}, ' • '),
            h('span', { class: inline }, t('41K subscribers', '۴۱ هزار مشترک')),
          ),
        ),
        h('yt-description-preview-view-model', {}, h('span', { class: inline, role: 'text', dir: 'auto' }, author.bio)),
        h(
          'yt-attribution-view-model',
          {},
          linked(
            '/redirect?event=channel_header&redir_token=QUFFLUhqbA&q=https%3A%2F%2Fsample-agency.example',
            'sample-agency.example',
          ),
        ),
      ),
    ),
    h(
      'div',
      { class: 'row', role: 'tablist' },
      ['videos', 'shorts', 'about'].map((tab) => h('a', { role: 'tab', href: `${address(handle)}/${tab}` }, tab)),
    ),
  );
  return { nodes: [h('ytd-browse', { 'page-subtype': 'channels' }, header)] };
}

const guide = h(
  'ytd-guide-renderer',
  {},
  h('a', { id: 'endpoint', class: 'yt-simple-endpoint', href: '/' }, t('Home', 'خانه')),
  h(
    'a',
    { id: 'endpoint', class: 'yt-simple-endpoint', title: 'Sample State TV', href: '/@SampleStateTV' },
    'Sample State TV',
  ),
);
const masthead = h(
  'ytd-masthead',
  { id: 'masthead', class: 'row' },
  h('strong', {}, '▷ Sample'),
  h('form', {}, h('input', { name: 'search_query', value: '#Hero Soleimani', 'aria-label': t('Search', 'جستجو') })),
);

start({
  mount: 'ytd-app',
  frame: h('div', { id: 'content' }, masthead, h('div', { class: 'frame' }, guide, manager)),
  column: manager,
  page: ([first], url) =>
    first === undefined
      ? homePage()
      : first === 'watch'
        ? watchPage(url.searchParams.get('v'))
        : channelPage(first.slice(1)),
});
