import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Framed, installNextFrame, isNoFrame } from './next-frame.ts';

let frames: (() => void)[];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
  installNextFrame();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function nextFrame(before: number): Promise<void> {
  return (globalThis as unknown as Framed).nextFrame(before);
}

it('waits for a frame', async () => {
  const frame = nextFrame(0);
  for (const act of frames) act();
  await expect(frame).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

it('says what is wrong where none comes', async () => {
  const frame = nextFrame(12).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(11_000);
  const error = await frame;
  expect((error as Error).message).toBe('no frame came for 10 s, after 12 frames; the tab is hidden');
  expect(isNoFrame(error)).toBe(true);
});

it.each([[new Error('no post comes after the one at 3')], ['no frame came for 10 s'], [undefined]])(
  'knows that %s is something else',
  (error) => {
    expect(isNoFrame(error)).toBe(false);
  },
);
