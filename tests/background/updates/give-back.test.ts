import { expect, it } from 'vitest';
import { giveBack } from '../../../src/background/updates/give-back.ts';

it('bytes that are given back are empty, and what others look at is not', () => {
  const own = new Uint8Array(100);
  giveBack(own);
  giveBack(own);
  expect(own.length).toBe(0);
  const whole = new Uint8Array(100).fill(1);
  giveBack(whole.subarray(10));
  giveBack(new Uint8Array(new SharedArrayBuffer(8)));
  expect([...whole]).toEqual(Array(100).fill(1));
});
