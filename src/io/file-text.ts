/** A text to a file, and a file against a text, with as few calls of the system as there can be: a tree has very many files. */
import { closeSync, constants, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { codeOf } from './system-error.ts';

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
const usualMode = 0o666;

/** Rooms that are used again and again: making one for each file costs more than filling it. */
const rooms = { text: Buffer.alloc(0), file: Buffer.alloc(0) };
/** Most manifests are smaller. */
const smallestRoom = 64 * 1024;

/** The bytes of a text, somewhere in a room. */
export interface TextBytes {
  readonly bytes: Buffer;
  readonly start: number;
  readonly size: number;
}

/** Makes a file where nothing stands, not even a link. @throws what the system refuses. */
export function writeNewFile(path: string, text: string): void {
  writeNewBytes(path, encode(text));
}

/** Makes a file in place of the file or the link that may stand there. @throws what the system refuses. */
export function writeAnew(path: string, text: string): void {
  writeBytesAnew(path, encode(text));
}

/** As {@link writeAnew}. Opening a link would write to where it leads. */
export function writeBytesAnew(path: string, text: TextBytes): void {
  try {
    writeNewBytes(path, text);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    unlinkSync(path);
    writeNewBytes(path, text);
  }
}

function writeNewBytes(path: string, { bytes, start, size }: TextBytes): void {
  const handle = openSync(path, newFile, usualMode);
  try {
    for (let written = 0; written < size; )
      written += writeSync(handle, bytes, start + written, size - written);
  } finally {
    closeSync(handle);
  }
}

/** Whether a regular file holds exactly this text. @throws what the system refuses. */
export function holdsText(path: string, text: string): boolean {
  return holdsBytes(path, encode(text));
}

/** As {@link holdsText}. */
export function holdsBytes(path: string, { bytes, start, size }: TextBytes): boolean {
  // A file that is longer shows by one byte more.
  const file = roomFor('file', size + 1);
  const handle = openSync(path, constants.O_RDONLY);
  try {
    // Of a regular file, less than what is asked for comes only at its end.
    const found = readSync(handle, file, 0, size + 1, null);
    return found === size && file.compare(bytes, start, start + size, 0, size) === 0;
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a regular file, until the next one is read or compared. @throws what the system refuses. */
export function bytesOf(path: string): Buffer {
  const handle = openSync(path, constants.O_RDONLY);
  try {
    for (let size = 0, room = roomFor('file', smallestRoom); ; room = doubled(room)) {
      size += readSync(handle, room, size, room.length - size, null);
      // Of a regular file, less than what is asked for comes only at its end.
      if (size < room.length) return room.subarray(0, size);
    }
  } finally {
    closeSync(handle);
  }
}

function doubled(room: Buffer): Buffer {
  rooms.file = Buffer.concat([room], room.length * 2);
  return rooms.file;
}

/** Puts the UTF-8 bytes of a text into its room. */
function encode(text: string): TextBytes {
  const mostBytesPerUnit = 3;
  const bytes = roomFor('text', text.length * mostBytesPerUnit);
  return { bytes, start: 0, size: bytes.write(text, 'utf8') };
}

function roomFor(name: keyof typeof rooms, size: number): Buffer {
  if (rooms[name].length < size) rooms[name] = Buffer.allocUnsafe(Math.max(size, smallestRoom));
  return rooms[name];
}
