/**
 * What must be undone even when the process is interrupted: browsers are
 * started in their own process group, so Ctrl-C does not reach them, and a
 * killed test run would leave them (and their profiles) behind.
 */
type Undo = () => void;

const pending = new Set<Undo>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let listening = false;

/** Runs `undo` (which must be synchronous) if the process ends early. Returns a function that forgets it. */
export function undoOnExit(undo: Undo): () => void {
  listenOnce();
  pending.add(undo);
  return () => pending.delete(undo);
}

function listenOnce(): void {
  if (listening) return;
  listening = true;
  process.on('exit', undoAll);
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => process.exit(code));
  }
}

function undoAll(): void {
  for (const undo of pending) {
    try {
      undo();
    } catch (error) {
      // The process is ending; the other clean-ups matter more than this one.
      console.error('Could not clean up:', error);
    }
  }
  pending.clear();
}
