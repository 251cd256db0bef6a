/** Long work stops so often to let messages have their turn. In milliseconds. */
const SLICE = 20;

/** Called between short steps of long work: waits a moment whenever a slice is over. */
export function pacer(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
