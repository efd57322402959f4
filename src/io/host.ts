/** The world, as far as fedc touches it: files, streams, time and the environment. Everything else is pure. */
import type { WantedHash } from '../model/output.ts';
import type { ProgressLine } from './progress-line.ts';

/** What an operation was refused, by the machine or by the file's own nature. */
export class HostError extends Error {
  readonly operation: HostOperation;
  readonly path: string;
  /** A few words without full stop: `permission denied`. */
  readonly reason: string;

  constructor(operation: HostOperation, path: string, reason: string) {
    super(`${operation} ${path}: ${reason}`);
    this.operation = operation;
    this.path = path;
    this.reason = reason;
  }
}

/** Tidies up where the machine may refuse: what stays is found by the next run, and something else is to be reported. */
export function quietly(action: () => void): void {
  unlessRefused(action);
}

/** Undefined where the machine refuses. */
export function unlessRefused<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return undefined;
  }
}

export type HostOperation = 'read' | 'list' | 'write' | 'rename' | 'remove';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** An entry of a folder tree; links are named, never followed. */
export interface FoundFile {
  /** Relative to the folder that was listed, separated by '/'. */
  readonly path: string;
  readonly kind: 'file' | 'link';
}

/** A process, told from every other that ran on any machine. */
export interface ProcessName {
  readonly host: string;
  readonly pid: number;
  /** When it began, in words of the machine; tells it from a later process of the same number. `-` if unknown. */
  readonly start: string;
}

/** What a command that stays wants: to be called again after so many milliseconds, or to end. */
export type Next = { readonly pause: number } | { readonly exitCode: number };

/** Many files to write or to compare, perhaps by another thread while the caller makes the next text. */
export interface FileWork {
  /** Like {@link Host.writeFile}. `shared`: the same for files of the same text. */
  write(
    path: string,
    text: string,
    about?: { readonly shared?: object | undefined; readonly wanted?: WantedHash | undefined },
  ): void;
  /** Like {@link Host.holds}; its answer comes at the end. */
  compare(path: string, text: string, shared?: object): void;
  /**
   * Waits until all of it is done, and what was promised is known; the answer of each comparison by its number, from zero.
   * @throws HostError for the first file that the machine refused.
   */
  finish(): (index: number) => boolean;
}

/** A lock all of whose files stood in the tree as it says when they were looked at. */
export interface IntactLock {
  /** SHA-256 of the lock's own bytes, in hex. */
  readonly hash: string;
  /** What else stood in the folder of its cluster, in folders there, too: paths relative to the tree; folders are not among them. */
  readonly others: readonly string[];
}

/** A look at the files of a tree, perhaps by another thread while the caller does something else. */
export interface TreeInspection {
  /** Waits for its end, and gives the same each time: the intact locks of clusters by their path. The others have to be looked at file by file. */
  finish(): ReadonlyMap<string, IntactLock>;
}

export interface ListOptions {
  /** Absolute paths of folders that are not entered. */
  readonly except: readonly string[];
  /** Whether nothing is missing without what stands below a path, which is relative to the folder; never if absent. */
  readonly mayMiss?: (path: string) => boolean;
}

/**
 * Paths are absolute and separated by '/', on every system. All operations are synchronous; those that fail throw
 * {@link HostError}.
 */
export interface Host {
  readonly workingFolder: string;
  /** '' if there is none. */
  readonly homeFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where errors and progress go. */
  readonly isTerminal: { readonly error: boolean };
  /** The absolute path that a path means, seen from a folder. */
  resolve(folder: string, path: string): string;
  /** The entry itself, not what a link leads to; undefined if there is none. */
  kindOf(path: string): EntryKind | undefined;
  /** Where a path leads once all links are followed; undefined if it leads nowhere. */
  realPath(path: string): string | undefined;
  readFile(path: string): Uint8Array;
  readInput(): Uint8Array;
  /** SHA-256 of a file's bytes, in hex. */
  hashFile(path: string): string;
  /** Whether a file that holds exactly this text in UTF-8 stands at a path; follows a link. */
  holds(path: string, text: string): boolean;
  /**
   * Differs once the file at a path was changed or replaced. Undefined if there is none, or if it was changed so lately
   * that its next change might leave no trace: then only its bytes can tell.
   */
  stampOf(path: string): string | undefined;
  /**
   * The regular files and the links below a folder, sorted. Folders that begin with a dot, node_modules and the `except`
   * folders (absolute) are not entered, and neither is a link. A folder that cannot be listed stops it, unless it may be missing.
   */
  listFiles(folder: string, options: ListOptions): readonly FoundFile[];
  /** The entries of a folder by name, themselves and not what a link leads to; none if it does not exist. */
  kindsIn(path: string): ReadonlyMap<string, EntryKind>;
  /** Names in a folder, sorted; none if it does not exist. */
  listFolder(path: string): readonly string[];
  makeFolder(path: string): void;
  /** Replaces the file, or the link, that stands there. */
  writeFile(path: string, text: string): void;
  /** Very many files will probably be written soon. Nothing has to come of it. */
  expectFiles(): void;
  /** For many files, `count` at most; always to be finished. */
  openFileWork(count: number): FileWork;
  /** Begins to look at the tree in a folder, which need not exist; undefined where that does not pay. */
  inspectTree(folder: string): TreeInspection | undefined;
  /** Adds to the end of a file, which is made if it is not there; follows a link. */
  appendFile(path: string, text: string): void;
  /** Gives a regular file another text, all of it or none; it keeps its mode. */
  rewriteFile(path: string, text: string): void;
  /** Makes a file that has all of its text as soon as it can be seen; false if anything stands there. */
  createFile(path: string, text: string): boolean;
  /** Waits until a file, or the names in a folder, would survive a power cut. */
  sync(path: string): void;
  /** Replaces a file that stands there; a folder only goes where nothing stands. */
  rename(from: string, to: string): void;
  removeFile(path: string): void;
  /** Removes a folder if it is empty; false if it is not. */
  removeEmptyFolder(path: string): boolean;
  readonly process: ProcessName;
  /** False if a process has ended; undefined if that cannot be told from here, because it belongs to another machine. */
  isRunning(process: ProcessName): boolean | undefined;
  writeOutput(text: string): void;
  writeError(text: string): void;
  /** Milliseconds since some moment; only for people's eyes and for pauses. */
  now(): number;
  /** Whoever takes long says here how far it is. */
  readonly progress: ProgressLine;
  /** Calls `step` again and again, after the command has returned, until it gives the exit code. */
  stay(step: () => Next): void;
}
