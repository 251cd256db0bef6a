import fc from 'fast-check';
import { expect, it } from 'vitest';
import { objectsIn } from './objects-in.ts';

it('finds the objects in arrays, in pieces of any length', () => {
  const rows = fc.array(fc.record({ a: fc.jsonValue(), 'b"]}': fc.string() }), { maxLength: 8 });
  fc.assert(
    fc.property(
      rows,
      rows,
      fc.jsonValue(),
      fc.nat(200),
      fc.constantFrom(undefined, 2),
      (one, other, more, piece, space) => {
        const json = new TextEncoder().encode(JSON.stringify({ one, more: { more }, other, last: 'x' }, null, space));
        const found = [...objectsIn(json, piece)];
        expect(JSON.stringify(found)).toBe(JSON.stringify([...one, ...other]));
      },
    ),
  );
});
