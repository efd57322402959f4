/** The disk, as whoever inspects a tree sees it. What the system refuses is thrown as it is. */
import { readFileSync } from 'node:fs';
import { sha256OfBytes } from './digest.ts';
import { kindOf, kindsIn } from './entry-kinds.ts';
import { bytesOf } from './file-text.ts';
import type { InspectedDisk } from './inspect-lock.ts';

/** Of very many files: their bytes are read into one room. */
export const treeDisk: InspectedDisk = {
  kindOf,
  kindsIn,
  readFile: (path) => readFileSync(path),
  hashFile: (path) => sha256OfBytes(bytesOf(path)),
};
