// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { applyHint, authorBlocksOf, hintedIn } from '../../src/page/author.ts';
import type { Occurrence } from '../../src/page/read-unit.ts';
import { unitFinder } from '../../src/page/units.ts';
import { x } from '../../src/platforms/x.ts';
import { installPage, postHtml, rowHtml } from '../fakes/page.ts';

beforeEach(() => installPage());

const finder = unitFinder(x);
const unitOf = (html: string) => {
  document.body.innerHTML = html;
  return finder.unit(document.body.firstElementChild as Element);
};

describe('the hint of a unit', () => {
  test.each<[string, string, object]>([
    ['a post’s avatar', postHtml({ handle: 'PressTV', html: '' }), { handle: 'PressTV' }],
    ['a row’s avatar and button', rowHtml('PressTV', '37868848'), { handle: 'PressTV', id: '37868848' }],
    ['a button alone', '<article><button data-testid="5-unfollow"></button></article>', { id: '5' }],
    ['nothing', '<article><p>x</p></article>', {}],
    ['an avatar of no handle', '<article><div data-testid="UserAvatar-Container-a b"></div></article>', {}],
    ['an avatar of nobody', '<article><div data-testid="UserAvatar-Container-"></div></article>', {}],
    ['an avatar with more behind', '<article><div data-testid="UserAvatar-Container-a-b"></div></article>', {}],
    ['a button of no number', '<article><button data-testid="abc-follow"></button></article>', {}],
    ['a button of two', '<article><button data-testid="5-6-follow"></button></article>', {}],
    ['a button with more behind', '<article><button data-testid="5-followed"></button></article>', {}],
    [
      'two avatars: the first is its own',
      '<article><div data-testid="UserAvatar-Container-a"></div><div data-testid="UserAvatar-Container-b"></div></article>',
      { handle: 'a' },
    ],
    [
      'what stands in a unit within',
      `<article><p>x</p><article><div data-testid="UserAvatar-Container-b"></div></article>${rowHtml('c', '9')}</article>`,
      {},
    ],
    [
      'what somebody types',
      '<article><div role="textbox"><b data-testid="UserAvatar-Container-b"></b></div></article>',
      {},
    ],
  ])('is right for %s', (_, html, hint) => {
    expect(hintedIn(unitOf(html), x)).toEqual(hint);
  });
});

describe('the author’s block', () => {
  it('is the unit’s own, not that of a quoted post', () => {
    const unit = unitOf(postHtml({ handle: 'a', html: '', quote: { handle: 'b', html: '' } }));
    expect(authorBlocksOf(unit, x).map(({ textContent }) => textContent)).toEqual([expect.stringContaining('@a')]);
    unit.root.querySelector('[data-testid="User-Name"]')?.remove();
    expect(authorBlocksOf(finder.unit(unit.root), x)).toEqual([]);
  });

  it('may be the unit itself', () => {
    const unit = unitOf('<div data-testid="UserName">x</div>');
    expect(authorBlocksOf(unit, x)).toEqual([unit.root]);
  });
});

describe('a hint held against what was read', () => {
  const occurrence = (handle: string, place: Occurrence['place'], linked = true): Occurrence => {
    const after = document.createElement(linked ? 'a' : 'span');
    return { sighting: { kind: 'account', platform: 'x', handle, via: 'profile' }, place, after };
  };
  const shown = (kept: readonly Occurrence[]): string[] =>
    kept.map(({ sighting, place }) =>
      sighting.kind === 'account' ? `${place} ${sighting.handle}${sighting.id ? ` ${sighting.id}` : ''}` : place,
    );

  test.each<[string, Occurrence[], object, string[]]>([
    ['agrees with a text', [occurrence('a', 'author', false)], { handle: 'A' }, ['author a']],
    ['takes a contradicting text away', [occurrence('a', 'author', false)], { handle: 'b' }, []],
    ['leaves a link, which leads where it leads', [occurrence('a', 'author')], { handle: 'b' }, ['author a']],
    ['leaves mentions alone', [occurrence('a', 'mention', false)], { handle: 'b' }, ['mention a']],
    ['says nothing where it is absent', [occurrence('a', 'author', false)], {}, ['author a']],
    [
      'gives its id to its handle, wherever that stands, and to no other',
      [occurrence('a', 'user-row'), occurrence('b', 'mention'), occurrence('A', 'mention')],
      { handle: 'a', id: '5' },
      ['user-row a 5', 'mention b', 'mention A 5'],
    ],
    [
      'gives its id to the first account where it names none',
      [occurrence('a', 'user-row'), occurrence('b', 'mention')],
      { id: '5' },
      ['user-row a 5', 'mention b'],
    ],
    [
      'gives its id to nobody where its handle was not read',
      [occurrence('b', 'mention')],
      { handle: 'a', id: '5' },
      ['mention b'],
    ],
  ])('%s', (_, found, hint, kept) => {
    expect(shown(applyHint(found, hint))).toEqual(kept);
  });

  it('does not change an id that the address gave', () => {
    const [found] = applyHint(
      [
        {
          ...occurrence('a', 'user-row'),
          sighting: { kind: 'account', platform: 'x', handle: 'a', id: '1', via: 'profile' },
        },
      ],
      { handle: 'a', id: '5' },
    );
    expect(found?.sighting).toMatchObject({ id: '1' });
  });

  it('leaves hashtags and sites as they are', () => {
    const after = document.createElement('span');
    const tag: Occurrence = { sighting: { kind: 'hashtag', platform: 'x', tag: 'a' }, place: 'author', after };
    const site: Occurrence = { sighting: { kind: 'domain', host: 'a.example' }, place: 'link', after };
    expect(applyHint([tag, site], { handle: 'b', id: '5' })).toEqual([tag, site]);
  });
});
