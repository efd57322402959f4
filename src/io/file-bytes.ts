/** Bytes to a file, and a file against bytes, with as few calls of the system as there can be: a tree has very many files. */
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
const usualMode = 0o666;
/** Most manifests are smaller. */
const usualBytes = 64 * 1024;

/** Makes a file where nothing stands, not even a link. @throws what the system refuses. */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const handle = openSync(path, newFile, usualMode);
  try {
    for (let written = 0; written < bytes.length; )
      written += writeSync(handle, bytes, written, bytes.length - written);
  } finally {
    closeSync(handle);
  }
}

let room = Buffer.alloc(0);

/** Whether a regular file holds exactly these bytes. @throws what the system refuses. */
export function holdsBytes(path: string, bytes: Uint8Array): boolean {
  // A file that is longer shows by one byte more.
  const most = bytes.length + 1;
  if (room.length < most) room = Buffer.allocUnsafe(Math.max(most, usualBytes));
  const handle = openSync(path, constants.O_RDONLY);
  try {
    // Of a regular file, less than what is asked for comes only at its end.
    const found = readSync(handle, room, 0, most, null);
    return found === bytes.length && room.compare(bytes, 0, found, 0, found) === 0;
  } finally {
    closeSync(handle);
  }
}
