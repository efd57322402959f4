/** A diagnostic in; out: the command that mends it, to be typed where the user stands. */
import { posix } from 'node:path';
import { fixedFile } from '../diagnostics/fix.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { shellWord } from '../diagnostics/shell-word.ts';
import type { Host } from '../io/host.ts';
import { parentOf, type Root } from './find-root.ts';
import { rootOf } from './fix-target.ts';

/** Diagnostics name files from the root, which is not found from everywhere. Undefined: there is no such file. */
export function createFixCommand(
  host: Host,
  { folder }: Root,
): (diagnostic: LocatedDiagnostic) => string | undefined {
  return ({ code, file, fix }) => {
    if (fix === undefined || file === undefined) return undefined;
    const absolute = host.resolve(folder, file);
    if (host.kindOf(absolute) !== 'file') return undefined;
    const isOne = fixedFile(fix) !== undefined;
    const target = isOne ? absolute : folder;
    const isFound = rootOf(host, {}, isOne ? parentOf(absolute) : folder) === folder;
    const start = isFound ? '' : `cd ${shellWord(posix.relative(host.workingFolder, folder))} && `;
    const word = posix.relative(isFound ? host.workingFolder : folder, target);
    return `${start}fedc fix ${code}${word === '' ? '' : ` ${shellWord(word)}`}`;
  };
}
