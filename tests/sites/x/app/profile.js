import { avatar, followButton, verified } from './author.js';
import { h } from './dom.js';
import { landscapePicture } from './icons.js';
import { word } from './settings.js';

export function profileHeader(author) {
  const banner = h('div', {
    class: 'banner',
    style: `background-image: url("${landscapePicture(author.handle.length * 31)}")`,
  });
  const name = h(
    'div',
    { 'data-testid': 'UserName', class: 'profile-name' },
    h(
      'div',
      { dir: 'ltr', class: 'profile-title' },
      h('span', {}, h('span', {}, author.name)),
      author.verified ? verified() : null,
    ),
    h('div', { tabindex: '-1', class: 'quiet' }, h('div', { dir: 'ltr' }, h('span', {}, `@${author.handle}`))),
  );
  // Plain text, tags included: an extension has to read it as such.
  const bio = h('div', { dir: 'auto', 'data-testid': 'UserDescription', class: 'text' }, h('span', {}, author.bio));
  return h(
    'div',
    { class: 'profile' },
    schema(author),
    banner,
    h('div', { class: 'profile-top' }, avatar(author, 120), followButton(author)),
    name,
    h('div', {}, bio),
    items(author),
  );
}

function items({ place, handle }) {
  return h(
    'div',
    { 'data-testid': 'UserProfileHeader_Items', class: 'items quiet' },
    place ? h('span', { 'data-testid': 'UserLocation' }, h('span', {}, place)) : null,
    h(
      'a',
      {
        'data-testid': 'UserUrl',
        href: `https://t.co/${handle.length}u`,
        rel: 'noopener',
        target: '_blank',
        role: 'link',
        class: 'link',
      },
      h('span', {}, `${handle.toLowerCase().replaceAll('_', '')}.example`),
    ),
    h('span', { 'data-testid': 'UserJoinDate', role: 'presentation' }, h('span', {}, word.joined)),
  );
}

/** The data block in which the profile's numeric id stands. */
function schema({ handle, name, id, bio }) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', additionalName: handle, givenName: name, identifier: id, description: bio },
  };
  return h('script', { type: 'application/ld+json', 'data-testid': 'UserProfileSchema-test' }, JSON.stringify(data));
}
