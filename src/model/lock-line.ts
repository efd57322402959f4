/** The lines of a lock after its first one, as they are written and taken apart. */

/** The SHA-256 of a file in hex, and its path in the tree. */
export interface LockLine {
  readonly hash: string;
  readonly path: string;
}

const hashLength = 64;

/** Where the path begins. */
export const lockPathAt = hashLength + 2;

/** The line of a file in its lock, ended. */
export function lockLine(path: string, hash: string): string {
  return `${hash}  ${path}\n`;
}

/** The parts of a line without its end; whether they are a hash and a path is not asked. */
export function splitLockLine(line: string): LockLine {
  return { hash: line.slice(0, hashLength), path: line.slice(lockPathAt) };
}
