import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** An empty folder of its own in the system's temporary one, gone with the test file that asked for it. */
export function testFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-test-'));
  made.push(dir);
  return dir;
}
