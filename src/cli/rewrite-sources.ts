/** Sources that were read, and their next texts; what may be written is written, each file at once. */
import type { Host } from '../io/host.ts';
import { isBelow } from './list-sources.ts';

const mark = [0xef, 0xbb, 0xbf];

/** Why a source must not be written to: only regular files of the repository that are no output may. */
export function createFileGuard(
  host: Host,
  { root, out }: { readonly root: string; readonly out: string },
): (file: string) => string | undefined {
  const realRoot = host.realPath(root) ?? root;
  return (file) => {
    const path = host.resolve(realRoot, file);
    if (!isBelow(path, realRoot)) return 'it stands outside of the repository';
    const real = host.realPath(path);
    if (real === undefined) return 'it is no file of the repository';
    if (real !== path) return 'it is a link, or a folder above it is one';
    if (host.kindOf(path) !== 'file') return 'it is no regular file';
    return isBelow(path, host.realPath(out) ?? out) ? 'it is in the output tree' : undefined;
  };
}

/** Writes the texts; a byte order mark stays. Paths are relative to the root. */
export function rewriteSources(host: Host, root: string, texts: ReadonlyMap<string, string>): void {
  for (const [file, text] of texts) {
    const path = host.resolve(host.realPath(root) ?? root, file);
    const bytes = host.readFile(path);
    const isMarked = mark.every((byte, index) => bytes[index] === byte);
    host.rewriteFile(path, isMarked ? `\uFEFF${text}` : text);
  }
}
