/** A file and its next text in; either the file has it, or it is as it was. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { temporaryEnding } from './state-folder.ts';

/** Replaces a regular file by a draft beside it that has the same mode. @throws whatever the system refuses. */
export function rewriteFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}${temporaryEnding}`;
  try {
    const { mode } = statSync(path);
    const handle = openSync(draft, 'wx', mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // What the umask took away when the draft was made.
    chmodSync(draft, mode);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
