import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/**
 * Writes a file so that whoever looks sees the old one or the new one, whole, even after a power cut. All of it
 * is synchronous: Ctrl-C is heard between two files, never within one.
 * @throws the file system's error; the old file is then as it was
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const { target, mode } = whatIsThere(file);
  const draft = `${target}.${process.pid}.draft`;
  try {
    const handle = openSync(draft, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (mode !== undefined) chmodSync(draft, mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Writes a file that only its owner can read. @throws EEXIST when it is there */
export function writeSecret(file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600, flag: 'wx', flush: true });
}

/** A link stays a link: what it leads to is replaced. */
function whatIsThere(file: string): { target: string; mode?: number } {
  try {
    const target = realpathSync(file);
    return { target, mode: statSync(target).mode & 0o777 };
  } catch {
    return { target: file };
  }
}
