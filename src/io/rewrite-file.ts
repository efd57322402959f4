/** A file and its next text in; either the file has it, or it is as it was. */
import {
  chmodSync,
  chownSync,
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
    const { mode, uid, gid } = statSync(path);
    const handle = openSync(draft, 'wx', mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    keepOwner(draft, { uid, gid });
    // What the umask took away when the draft was made, and a change of the owner from its mode.
    chmodSync(draft, mode);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** In a container that runs as root the sources stay those of their owner; who may not give files away owns them already. */
function keepOwner(
  draft: string,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): void {
  const own = statSync(draft);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(draft, uid, gid);
  } catch {
    // The text is worth more than the name of its owner.
  }
}
