/** A host that remembers what was read through it, and can tell whether any of it has changed since. */
import { type Host, HostError } from './host.ts';

export interface ReadWatch {
  /** Reads are remembered; everything else goes to the host that is watched. */
  readonly host: Host;
  /** The absolute path of a file that no longer holds what was read of it; undefined if there is none. */
  firstChanged(): string | undefined;
}

interface Read {
  /** From before the reading, so that a change during it shows. */
  readonly stamp: string | undefined;
  readonly bytes: Uint8Array;
}

/**
 * What was read is kept. Later only those files are read again whose size, times or place on the disk differ, or that had been
 * changed within the last seconds before they were read.
 */
export function watchReads(host: Host): ReadWatch {
  const reads = new Map<string, Read>();
  return {
    host: {
      ...host,
      readFile(path) {
        const stamp = host.stampOf(path);
        const bytes = host.readFile(path);
        reads.set(path, { stamp, bytes });
        return bytes;
      },
    },
    firstChanged() {
      for (const [path, read] of reads) if (!isUnchanged(host, path, read)) return path;
      return undefined;
    },
  };
}

function isUnchanged(host: Host, path: string, { stamp, bytes }: Read): boolean {
  try {
    if (stamp !== undefined && host.stampOf(path) === stamp) return true;
    return Buffer.compare(host.readFile(path), bytes) === 0;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}
