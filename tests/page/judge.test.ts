// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Sighting } from '../../src/core/sighting.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import type { Place } from '../../src/messages.ts';
import { type Judge, type Judgement, judge } from '../../src/page/judge.ts';
import type { Occurrence, UnitReading } from '../../src/page/read-unit.ts';
import { installPage, textOf } from '../fakes/page.ts';

beforeEach(() => installPage());

const OUTLET: Verdict = {
  list: 'sample',
  identifier: 'a-outlet',
  entity: 'e-outlet',
  name: 'Outlet',
  kind: 'outlet',
  grade: 'confirmed',
};
const TAG: Verdict = { ...OUTLET, identifier: 'h-sample', kind: 'hashtag' };

/** One occurrence; `text` is what is underlined, undefined for a picture. */
function occurrence(sighting: Sighting, place: Place, text: string | undefined = 'text'): Occurrence {
  const node = document.createTextNode(text ?? '');
  const after = document.createElement('span');
  after.append(node);
  document.body.append(after);
  const at = { startContainer: node, startOffset: 0, endContainer: node, endOffset: node.data.length };
  return { sighting, place, after, ...(text !== undefined && { range: new StaticRange(at) }) };
}
const account = (
  handle: string,
  place: Place = 'mention',
  text: string | undefined = `@${handle}`,
  id?: string,
): Occurrence =>
  occurrence({ kind: 'account', platform: 'x', handle, via: 'profile', ...(id !== undefined && { id }) }, place, text);
const picture = (handle: string): Occurrence => {
  const { range: _, ...rest } = account(handle, 'link');
  return rest;
};
const hashtag = (tag: string): Occurrence => occurrence({ kind: 'hashtag', platform: 'x', tag }, 'hashtag', `#${tag}`);

function judging(
  occurrences: Occurrence[],
  by: Partial<Judge> & { known?: Record<string, Verdict[] | undefined> } = {},
  text = '',
): Judgement {
  const known = new Map(Object.entries(by.known ?? { 'x@outlet': [OUTLET], '*#sample': [TAG] }));
  const tags = occurrences.flatMap(({ sighting }) => (sighting.kind === 'hashtag' ? [sighting.tag] : []));
  const reading: UnitReading = { occurrences, text, tags, hasAccount: true };
  return judge(reading, {
    verdicts: (key) => (known.has(key) ? known.get(key) : []),
    idOf: () => undefined,
    ...by,
  });
}
const shown = ({ matches }: Judgement): string[] =>
  matches.map(({ verdicts, place, ranges }) =>
    [place, verdicts.map((verdict) => verdict.identifier).join('+'), ...ranges.map(textOf)].join(' '),
  );

describe('what is marked', () => {
  it('is what a list knows, and nothing else', () => {
    const all = [account('outlet'), account('outlets'), hashtag('sample'), hashtag('samples'), account('__proto__')];
    expect(shown(judging(all))).toEqual(['mention a-outlet @outlet', 'hashtag h-sample #sample']);
  });

  it('is one mark for a name in running text, with every place of it underlined', () => {
    const found = judging([account('outlet'), hashtag('sample'), account('Outlet'), account('outlet', 'link', 'see')]);
    expect(shown(found)).toEqual(['mention a-outlet @outlet @Outlet see', 'hashtag h-sample #sample']);
    expect(found.matches[0]?.after.textContent).toBe('@outlet');
  });

  it('is one mark for an author, at the handle', () => {
    const found = judging([
      account('outlet', 'author', 'Outlet'),
      account('outlet', 'author', '@outlet'),
      account('outlet', 'author', '@outlet again'),
    ]);
    expect(shown(found)).toEqual(['author a-outlet @outlet']);
    expect(found.matches[0]?.after.textContent).toBe('@outlet');
  });

  it('is at the name where no handle is shown', () => {
    expect(shown(judging([account('outlet', 'author', 'Outlet'), account('outlet', 'author', 'again')]))).toEqual([
      'author a-outlet Outlet',
    ]);
  });

  it('is the author and the text apart', () => {
    expect(shown(judging([account('outlet', 'author'), account('outlet', 'mention')]))).toEqual([
      'author a-outlet @outlet',
      'mention a-outlet @outlet',
    ]);
  });

  it('is no picture', () => {
    expect(shown(judging([picture('outlet')]))).toEqual([]);
  });

  it('is marked once where two names of the list meet in one place', () => {
    const other = { ...OUTLET, identifier: 'a-other', list: 'other' };
    expect(shown(judging([account('outlet')], { known: { 'x@outlet': [OUTLET, other] } }))).toEqual([
      'mention a-outlet+a-other @outlet',
    ]);
  });
});

describe('context', () => {
  const needing: Verdict = { ...TAG, context: { any_of: ['soleimani'], none_of: ['#joke'] } };
  const known = { '*#hero': [needing] };

  test.each<[string, string[], boolean]>([
    ['A #hero for Soleimani', ['hero'], true],
    ['A #hero', ['hero'], false],
    ['A #hero for Soleimanis', ['hero'], false],
    ['A #hero for Soleimani #joke', ['hero', 'joke'], false],
    ['A #hero for Soleimani, no joke', ['hero'], true],
  ])('of “%s” with %j: %s', (text, tags, marked) => {
    expect(judging(tags.map(hashtag), { known }, text).matches.length > 0).toBe(marked);
  });

  it('is asked of each verdict alone', () => {
    const plain = { ...TAG, list: 'other', identifier: 'h-plain' };
    expect(shown(judging([hashtag('hero')], { known: { '*#hero': [needing, plain] } }, 'A #hero'))).toEqual([
      'hashtag h-plain #hero',
    ]);
  });
});

describe('stable ids', () => {
  const withId = { ...OUTLET, stableId: '7' };
  const known = { 'x@outlet': [withId], 'x!7': [withId] };
  const idOf = (id: string | undefined) => ({ known, idOf: () => id });

  test.each<[string, Occurrence, Parameters<typeof judging>[1], boolean]>([
    ['the name, no id anywhere', account('outlet'), idOf(undefined), true],
    ['the name and its id in the address', account('outlet', 'user-row', '@outlet', '7'), idOf(undefined), true],
    ['the name, its id elsewhere in the page', account('outlet'), idOf('7'), true],
    ['the name under another id in the address', account('outlet', 'user-row', '@outlet', '8'), idOf(undefined), false],
    ['the name under another id in the page', account('outlet'), idOf('8'), false],
    ['the name with two ids in the page', account('outlet'), idOf(''), false],
    ['the address’s id counts before the page’s', account('outlet', 'user-row', '@outlet', '7'), idOf('8'), true],
    [
      'another name under the id: it was renamed',
      account('renamed', 'user-row', '@renamed', '7'),
      idOf(undefined),
      true,
    ],
    ['another name, the id in the page', account('renamed'), idOf('7'), true],
    ['another name and another id', account('renamed', 'user-row', '@renamed', '8'), idOf(undefined), false],
    ['another name with two ids', account('renamed'), idOf(''), false],
  ])('%s', (_, one, by, marked) => {
    expect(judging([one], by).matches.length).toBe(marked ? 1 : 0);
  });

  it('an address of an id alone is enough', () => {
    const byId = occurrence({ kind: 'account', platform: 'x', id: '7', via: 'profile' }, 'link');
    expect(judging([byId], { known }).matches).toHaveLength(1);
  });

  it('a list without the id marks the name whatever the id', () => {
    expect(judging([account('outlet', 'user-row', '@outlet', '8')]).matches).toHaveLength(1);
  });

  it('one list’s id does not silence another list', () => {
    const other = { ...OUTLET, list: 'other' };
    const found = judging([account('outlet', 'user-row', '@outlet', '8')], { known: { 'x@outlet': [withId, other] } });
    expect(found.matches[0]?.verdicts).toEqual([other]);
  });

  it('the same verdict by name and by id is one', () => {
    expect(judging([account('outlet', 'user-row', '@outlet', '7')], { known }).matches[0]?.verdicts).toEqual([withId]);
  });
});

describe('exceptions', () => {
  it('of one network silence the tag on any network there', () => {
    const known = { '*#sample': [TAG], 'x#sample': [{ ...TAG, excepted: true as const }] };
    expect(judging([hashtag('sample')], { known }).matches).toEqual([]);
  });

  it('that are still on their way are waited for', () => {
    const known = { '*#sample': [TAG], 'x#sample': undefined };
    const found = judging([hashtag('sample')], { known });
    expect(found).toEqual({ matches: [], pending: true });
  });
});

describe('answers that are on their way', () => {
  it('make the judgement wait, and mark nothing', () => {
    expect(judging([account('outlet')], { known: { 'x@outlet': undefined } })).toEqual({ matches: [], pending: true });
  });

  it('do not hold back what is known', () => {
    const found = judging([account('outlet'), account('other')], {
      known: { 'x@outlet': [OUTLET], 'x@other': undefined },
    });
    expect(shown(found)).toEqual(['mention a-outlet @outlet']);
    expect(found.pending).toBe(true);
  });

  it('about an id are waited for: another id may be listed, or undo the name', () => {
    const found = judging([account('outlet', 'user-row', '@outlet', '9')], {
      known: { 'x@outlet': [OUTLET], 'x!9': undefined },
    });
    expect(found.pending).toBe(true);
  });

  it('about a picture are not waited for', () => {
    expect(judging([picture('outlet')], { known: { 'x@outlet': undefined } }).pending).toBe(false);
  });

  it('are not missed when everything is there', () => {
    expect(judging([account('outlet'), hashtag('nothing')]).pending).toBe(false);
  });
});
