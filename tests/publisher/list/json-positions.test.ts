import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesIn, scanJson } from '../../../src/publisher/list/json-positions.ts';

const scan = (text: string, ...paths: string[]) => scanJson(text, new Set(paths));

test('places are those of values, by the paths that parseList writes', () => {
  const text = '{\n  "a": [\n    {"b": 1},\n    {"b": "x", "c\\u0064": {"e": null}}\n  ]\n}\n';
  const paths = ['', 'a', 'a[0].b', 'a[1]', 'a[1].b', 'a[1].cd.e', 'a[2]', 'b'];
  const { offsets, fault } = scan(text, ...paths);
  expect(fault).toBeUndefined();
  const at = (path: string) => {
    const offset = offsets.get(path);
    return offset === undefined ? undefined : Object.values(placesIn(text)(offset)).join(':');
  };
  expect(paths.map(at)).toEqual(['1:1', '2:8', '3:11', '4:5', '4:11', '4:33', undefined, undefined]);
});

describe('what is no JSON has a place and a reason', () => {
  test.each([
    ['', '1:1', 'a value is expected, but the file ends'],
    ['{', '1:2', 'a member’s name in quotation marks is expected, but the file ends'],
    ['{"a": 1,}', '1:9', 'a comma stands before }'],
    ['{"a" 1}', '1:6', 'a colon is expected'],
    ['{"a": 1 "b": 2}', '1:9', 'a comma or } is expected'],
    ['[1,\n2,\n]', '3:1', 'a comma stands before ]'],
    ['[1 2]', '1:4', 'a comma or ] is expected'],
    ['{\n  a: 1\n}', '2:3', 'a member’s name in quotation marks is expected'],
    ['["one\ntwo"]', '1:2', 'a string that does not end on its line, or with a wrong escape'],
    ['["\\x"]', '1:2', 'a string that does not end on its line, or with a wrong escape'],
    ['"open', '1:1', 'a string that does not end on its line, or with a wrong escape'],
    ['01', '1:2', 'something stands after the end of the value'],
    ['{} {}', '1:4', 'something stands after the end of the value'],
    ['NaN', '1:1', 'a value is expected'],
    ['// a comment\n{}', '1:1', 'a value is expected'],
    [`${'['.repeat(65)}`, '1:65', 'more than 64 levels deep'],
    [`${'['.repeat(10_000_000)}`, '1:65', 'more than 64 levels deep'],
  ])('case %#', (text, place, reason) => {
    const { fault } = scan(text);
    expect(fault?.reason).toBe(reason);
    expect(Object.values(placesIn(text)(fault?.offset ?? -1)).join(':')).toBe(place);
  });
});

test('a member that stands twice is told of: JSON.parse would keep the last', () => {
  const { twice } = scan('{"a": 1, "b": {"a": 1, "c": 2, "c": 3}, "a": 2}');
  expect(twice.map(({ path }) => path)).toEqual(['b.c', 'a']);
});

test('whatever JSON.stringify writes is read, and what JSON.parse refuses is refused', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(0, 2), (value, indent) => {
      expect(scan(JSON.stringify(value, null, indent)).fault).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123.eE+- \ntrufalsn\\') }), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(scan(text).fault === undefined).toBe(isJson);
    }),
  );
});
