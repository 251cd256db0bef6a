/** What the element of a link says of it. */
export interface Attributes {
  rel?: string;
  class?: string;
  title?: string;
}

const MENTION = { class: 'u-url mention' };

/** Links in a page of own.example, and what they lead to. */
export const LINKS: [href: string, attributes: Attributes, read: string | undefined][] = [
  ['/@some_outlet', {}, '@some_outlet@own.example'],
  ['/@some_outlet@remote.example', {}, '@some_outlet@remote.example'],
  ['https://own.example/@some_outlet/11', {}, '@some_outlet@own.example post'],
  ['/tags/some_tag', {}, '#some_tag'],
  ['/mock.example/@some_outlet', {}, '@some_outlet@mock.example'],
  ['https://own.example:8443/@some_outlet', {}, undefined],
  ['/about', {}, undefined],
  ['https://remote.example/@some_outlet', {}, undefined],
  ['https://medium.example/@some_outlet', { title: 'https://medium.example/@some_outlet' }, undefined],
  ['https://remote.example/@some_outlet', { class: 'status-link unhandled-link' }, undefined],
  ['https://remote.example/@some_outlet', { class: 'no-mention mentions' }, undefined],
  ['https://remote.example/@some_outlet', MENTION, '@some_outlet@remote.example'],
  ['https://remote.example/users/some_outlet', MENTION, '@some_outlet@remote.example'],
  ['https://remote.example/some_outlet', MENTION, undefined],
  ['https://evil.example/@some_outlet@remote.example', MENTION, undefined],
  ['https://evil.example/remote.example/@some_outlet', MENTION, undefined],
  ['https://evil.example/#/remote.example/@some_outlet', MENTION, undefined],
  ['https://remote.example/@some_outlet', { title: '@some_outlet@remote.example' }, '@some_outlet@remote.example'],
  ['https://remote.example/@Some_Outlet', { title: 'some_outlet@remote.example' }, '@Some_Outlet@remote.example'],
  ['https://remote.example/@some_outlet', { class: 'name-text', title: '@some_outlet' }, '@some_outlet@remote.example'],
  [
    'https://social.remote.example/@some_outlet',
    { title: '@some_outlet@remote.example' },
    '@some_outlet@remote.example',
  ],
  ['https://evil.example/@some_outlet', { title: '@some_outlet@remote.example' }, undefined],
  ['https://evil.example/@some_outlet', { ...MENTION, title: '@some_outlet@remote.example' }, undefined],
  ['https://evilremote.example/@some_outlet', { title: '@some_outlet@remote.example' }, undefined],
  ['https://remote.example/@other', { title: '@some_outlet@remote.example' }, undefined],
  ['https://remote.example/@other', { ...MENTION, title: 'a name' }, '@other@remote.example'],
  ['https://remote.example/tags/some_tag', { rel: 'tag' }, '#some_tag'],
  ['https://remote.example/tags/some_tag', { rel: 'nofollow tag', class: 'mention hashtag' }, '#some_tag'],
  ['https://remote.example/tag/some_tag', { class: 'mention hashtag' }, '#some_tag'],
  ['https://remote.example/tags/some_tag', {}, undefined],
  ['https://remote.example/tags/some_tag', MENTION, undefined],
  ['https://blog.example/category/some_tag', { rel: 'tag' }, undefined],
  ['https://remote.example/@some_outlet', { rel: 'tag' }, undefined],
  ['https://www.threads.net/@some_outlet', MENTION, undefined],
  ['https://www.youtube.com/@some_outlet', { title: '@some_outlet' }, undefined],
  ['https://tiktok.com/@some_outlet', MENTION, undefined],
  ['https://mytiktok.com/@some_outlet', MENTION, '@some_outlet@mytiktok.com'],
  ['http://127.0.0.1/@some_outlet', MENTION, undefined],
  ['https://localhost/@some_outlet', MENTION, undefined],
  ['//evil.example/@some_outlet', {}, undefined],
];
