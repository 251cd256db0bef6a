/** What `installNextFrame` leaves in a page. */
export interface Framed {
  /**
   * Waits for the next frame.
   * @param before frames that came so far
   * @throws Error where none comes: a tab that is not shown gets none, and would wait for ever
   */
  nextFrame(before: number): Promise<void>;
}

/** Runs in a page. */
export function installNextFrame(): void {
  const PATIENCE = 10_000;
  const nextFrame = (before: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const since = performance.now();
      const timer = setTimeout(() => {
        const seconds = Math.round((performance.now() - since) / 1_000);
        reject(
          new Error(`no frame came for ${seconds} s, after ${before} frames; the tab is ${document.visibilityState}`),
        );
      }, PATIENCE);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  Object.assign(globalThis, { nextFrame });
}

/** Whether it was this that went wrong: the browser, and not what it shows. */
export function isNoFrame(error: unknown): boolean {
  return error instanceof Error && error.message.includes('no frame came for');
}
