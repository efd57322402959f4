/** The words after `fedc fix` in; out: which code, which root and which files are meant. */
import { posix } from 'node:path';
import { allCodes, isCode } from '../diagnostics/catalogue-entry.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { fixableCodes } from '../diagnostics/fix.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Host } from '../io/host.ts';
import { findRoot, inside, parentOf } from './find-root.ts';
import type { ReadingFlags } from './flags.ts';
import { isBelow } from './list-sources.ts';

export interface FixTarget {
  /** Names the root, if it is not that of the working folder. */
  readonly path?: string;
  readonly code?: string;
  /** A file or a folder, relative to the root. */
  readonly below?: string;
}

type Refused = { readonly diagnostic: Diagnostic };

/** `cli/usage` for a code or a file that does not exist, and for a code that nothing mends. */
export function readFixTarget(
  host: Host,
  flags: ReadingFlags,
  words: readonly string[],
): FixTarget | Refused {
  const [first, second] = words;
  if (first === undefined) return {};
  if (second === undefined && !isCode(first) && realEntry(host, first) !== undefined)
    return readPath(host, flags, first);
  const problem = problemOf(first);
  if (problem !== undefined) return usage(first, problem);
  if (second === undefined) return { code: first };
  const target = readPath(host, flags, second);
  return 'diagnostic' in target ? target : { ...target, code: first };
}

interface UsageProblem {
  readonly problem: string;
  readonly hint: string;
}

function problemOf(word: string): UsageProblem | undefined {
  if (fixableCodes.includes(word)) return undefined;
  const codes = `Codes with a fix are ${fixableCodes.join(', ')}.`;
  if (isCode(word)) return { problem: `There is no fix for ${word}.`, hint: codes };
  const near = nearest(word, allCodes(), 1).at(0);
  return {
    problem: `${quote(word)} is neither a code nor a file.`,
    hint: near === undefined ? codes : `Did you mean ${near}?`,
  };
}

/** The root is that of its own repository if a fedc.yaml stands at or above it, else that of the working folder. */
function readPath(host: Host, flags: ReadingFlags, word: string): FixTarget | Refused {
  const entry = realEntry(host, word);
  if (entry === undefined)
    return usage(word, {
      problem: `There is no file ${quote(word)}.`,
      hint: 'FILE is relative to the working folder.',
    });
  const folder = host.kindOf(entry) === 'folder' ? entry : parentOf(entry);
  const root = rootOf(host, flags, folder);
  const below = posix.relative(host.realPath(root) ?? root, entry);
  return { path: root, ...(below === '' ? {} : { below }) };
}

/** The root of what stands in a folder, as the command finds it; all paths absolute. */
export function rootOf(host: Host, flags: ReadingFlags, folder: string): string {
  if (flags.config !== undefined) return parentOf(host.resolve(host.workingFolder, flags.config));
  const below = configuredBelow(host, folder);
  if (below !== undefined) return below;
  const own = findRoot({ ...host, workingFolder: folder }, {});
  if ('root' in own && own.root.config !== undefined) return own.root.folder;
  const around = findRoot(host, {});
  const isAround = 'root' in around && isBelow(folder, realPath(host, around.root.folder));
  return isAround ? around.root.folder : folder;
}

/** The nearest folder with a fedc.yaml on the way up to the working folder. */
function configuredBelow(host: Host, folder: string): string | undefined {
  const top = realPath(host, host.workingFolder);
  for (let each = folder; isBelow(each, top) && each !== top; each = parentOf(each)) {
    const found = findRoot({ ...host, workingFolder: each }, { path: each });
    if ('root' in found && found.root.config !== undefined) return each;
  }
  return undefined;
}

/** The entry itself, in the folder that the links on the way lead to. */
function realEntry(host: Host, word: string): string | undefined {
  const absolute = host.resolve(host.workingFolder, word);
  const folder = realPath(host, parentOf(absolute));
  const entry =
    absolute === parentOf(absolute) ? absolute : inside(folder, posix.basename(absolute));
  const kind = host.kindOf(entry);
  // A folder that is a link is meant.
  return kind === 'link' && host.kindOf(realPath(host, entry)) === 'folder'
    ? realPath(host, entry)
    : kind && entry;
}

function realPath(host: Host, path: string): string {
  return host.realPath(path) ?? path;
}

function usage(flag: string, problem: UsageProblem): Refused {
  return { diagnostic: diagnose('cli/usage', { flag }, problem) };
}
