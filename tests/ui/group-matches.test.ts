import { expect, test } from 'vitest';
import type { ClaimEvidence, Evidence } from '../../src/core/evidence.ts';
import { groupMatches, reintroduced } from '../../src/ui/popup/group-matches.ts';
import { ACCOUNT, ACCOUNT_EVIDENCE, CLAIM_EVIDENCE, MANY, match } from '../fixtures/evidence.ts';

const claims = (...ids: string[]): ClaimEvidence[] =>
  ids.map((id) => ({ ...CLAIM_EVIDENCE, claim: { ...CLAIM_EVIDENCE.claim, id } }));
const named = (id: string, ...of: string[]): Evidence => ({
  ...ACCOUNT_EVIDENCE,
  identifier: { ...ACCOUNT, id },
  claims: claims(...of),
});
const told = (...evidence: Evidence[]) =>
  groupMatches(evidence.map((one) => match(one))).map(({ common, names }) => ({
    common: common.map(({ claim }) => claim.id),
    names: names.map((group) => [
      group.matches.map((one) => one.evidence.identifier.id).join(' '),
      group.claims.map(({ claim }) => claim.id).join(' '),
    ]),
  }));

test('matches stand under their entity, in the order of the report', () => {
  expect(groupMatches(MANY).map(({ key, count, grade }) => [key, count, grade])).toEqual([
    ['seed-documents/anniversary-2022', 4, 'alleged'],
    ['seed-documents/press-tv', 3, 'confirmed'],
    ['seed-documents/khamenei', 1, 'confirmed'],
  ]);
});

test('the same entity in two lists is two: each list answers for itself', () => {
  const other = { ...ACCOUNT_EVIDENCE, list: { ...ACCOUNT_EVIDENCE.list, id: 'other' } };
  expect(groupMatches([match(ACCOUNT_EVIDENCE), match(other)])).toHaveLength(2);
});

test('grades that differ are told name by name', () => {
  expect(
    groupMatches([match(ACCOUNT_EVIDENCE), match({ ...ACCOUNT_EVIDENCE, grade: 'disputed' })])[0],
  ).not.toHaveProperty('grade');
});

test.each<[string, Evidence[], ReturnType<typeof told>[number]]>([
  ['one name', [named('a', '1', '2')], { common: [], names: [['a', '1 2']] }],
  ['the same claims', [named('a', '1'), named('b', '1')], { common: [], names: [['a b', '1']] }],
  [
    'some in common',
    [named('a', '1', '9'), named('b', '2', '9'), named('c', '2', '9')],
    {
      common: ['9'],
      names: [
        ['a', '1'],
        ['b c', '2'],
      ],
    },
  ],
  [
    'one has no more than what is common',
    [named('a', '9'), named('b', '2', '9')],
    {
      common: ['9'],
      names: [
        ['a', ''],
        ['b', '2'],
      ],
    },
  ],
  [
    'nothing in common',
    [named('a', '1'), named('b', '2')],
    {
      common: [],
      names: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
  ],
])('claims behind several names: %s', (_, evidence, expected) => expect(told(...evidence)).toEqual([expected]));

test('a publisher is introduced once', () => {
  const [group] = groupMatches([match(named('a', '1', '2', '3'))]);
  expect(group && [...reintroduced(group)].map(({ claim }) => claim.id)).toEqual(['2', '3']);
});
