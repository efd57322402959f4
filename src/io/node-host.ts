/** The host of a real machine. */
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { kindOf, kindsIn } from './entry-kinds.ts';
import { holdsText, writeAnew, writeNewFile } from './file-text.ts';
import { createFileWorks } from './file-work.ts';
import {
  type EntryKind,
  type FoundFile,
  type Host,
  HostError,
  type HostOperation,
  type ListOptions,
  unlessRefused,
} from './host.ts';
import { inspectTree } from './inspect-tree.ts';
import { currentProcess, isRunning } from './node-process.ts';
import { stay } from './node-stay.ts';
import { createProgressLine, isProgressShown, noProgressLine } from './progress-line.ts';
import { rewriteFile } from './rewrite-file.ts';
import { codeOf, isAbsence } from './system-error.ts';
import { treeDisk } from './tree-disk.ts';

const standardInput = 0;

/** Milliseconds in which a file may change again without another time: two seconds on the coarsest file systems. */
const coarsestTime = 2000;

/** The machine that runs the command. */
export function createNodeHost(): Host {
  stopQuietlyOnBrokenPipe();
  const seen = {
    environment: process.env,
    isTerminal: { error: process.stderr.isTTY === true },
  };
  const now = () => performance.now();
  const write = (text: string) => void process.stderr.write(text);
  const works = createFileWorks({
    write: writeFile,
    holds,
    refused: ({ operation, path, code, message }) =>
      code === '' ? new Error(message) : new HostError(operation, path, reasons[code] ?? code),
  });
  const progress = isProgressShown(seen) ? createProgressLine({ now, write }) : noProgressLine;
  return {
    get workingFolder() {
      return attempt('read', 'the working folder', () => slashed(process.cwd()));
    },
    homeFolder: slashed(homedir()),
    ...seen,
    resolve: (folder, path) => slashed(resolve(folder, path)),
    kindOf: (path) => ifPresent('read', path, () => kindOf(path)),
    realPath: (path) => ifPresent('read', path, () => slashed(realpathSync(path))),
    readFile: (path) => attempt('read', path, () => readFileSync(path)),
    readInput: () => attempt('read', 'standard input', () => readFileSync(standardInput)),
    hashFile: (path) => attempt('read', path, () => treeDisk.hashFile(path)),
    holds,
    stampOf: (path) => ifPresent('read', path, () => stampOf(path)),
    listFiles,
    kindsIn: (path) => ifPresent('list', path, () => kindsIn(path)) ?? new Map(),
    listFolder: (path) => ifPresent('list', path, () => readdirSync(path).sort()) ?? [],
    makeFolder: (path) => attempt('write', path, () => makeFolder(path)),
    writeFile,
    expectFiles: () => works.expect(),
    openFileWork: (count) => works.open(count),
    inspectTree,
    appendFile: (path, text) => attempt('write', path, () => appendFileSync(path, text)),
    rewriteFile: (path, text) => attempt('write', path, () => rewriteFile(path, text)),
    createFile: (path, text) => attempt('write', path, () => createFile(path, text)),
    sync: (path) => attempt('write', path, () => syncEntry(path)),
    rename: (from, to) => attempt('rename', to, () => renamePatiently(from, to)),
    removeFile: (path) => attempt('remove', path, () => unlinkSync(path)),
    removeEmptyFolder,
    process: currentProcess(),
    isRunning,
    writeOutput: (text) => {
      progress.erase();
      process.stdout.write(text);
    },
    writeError: (text) => {
      progress.erase();
      write(text);
    },
    now,
    progress,
    stay,
  };
}

/** Whoever reads our output may stop reading; that is no error. */
function stopQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.exitCode = 3;
      if (stream === process.stdout) {
        process.stderr.write(
          `fedc: the output cannot be written: ${reasons[codeOf(error)] ?? error.message}.\n`,
        );
      }
    });
  }
}

/** A folder that cannot be listed stops it: its files would be missing without a word. */
function listFiles(folder: string, { except, mayMiss }: ListOptions): readonly FoundFile[] {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  const found: FoundFile[] = [];
  const folders = [''];
  for (const inner of folders) {
    const below = inner.slice(0, -1);
    const list = () => entriesToList(inner === '' ? folder : start + below);
    const entries = mayMiss?.(below) === true ? (unlessRefused(list) ?? []) : list();
    for (const [name, kind] of entries) {
      const path = inner + name;
      if (kind === 'file' || kind === 'link') found.push({ path, kind });
      if (kind === 'folder' && !isLeftOut(name) && !except.includes(start + path))
        folders.push(`${path}/`);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isLeftOut(name: string): boolean {
  return /^\.|^node_modules$/.test(name);
}

/** None where nothing stands any more; but a name that is no UTF-8 only looks like that: nobody can ask for it. */
function entriesToList(folder: string): Iterable<readonly [string, EntryKind]> {
  const list = () => kindsIn(folder);
  if (folder.includes('\ufffd')) return attempt('list', folder, list);
  return ifPresent('list', folder, list) ?? [];
}

/** Not `recursive`, which calls a disk that may only be read a missing folder. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { recursive: true });
  }
}

function writeFile(path: string, text: string): void {
  attempt('write', path, () => writeAnew(path, text));
}

function holds(path: string, text: string): boolean {
  return ifPresent('read', path, () => holdsText(path, text)) ?? false;
}

/** A second name for a complete file: whoever sees it can read it. */
function createFile(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeAnew(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // Not every file system knows second names.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    return createPlainly(path, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createPlainly(path: string, text: string): boolean {
  try {
    writeNewFile(path, text);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function stampOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = stats;
  const isSettled = [mtimeMs, ctimeMs].every((time) => Number(time) < Date.now() - coarsestTime);
  return isSettled ? [dev, ino, size, mtimeNs, ctimeNs].join('.') : undefined;
}

function syncEntry(path: string): void {
  const isFolder = lstatSync(path).isDirectory();
  // Windows has no such thing for folders.
  if (isFolder && process.platform === 'win32') return;
  const handle = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!(isFolder && codeOf(error) === 'EINVAL')) throw error;
  } finally {
    closeSync(handle);
  }
}

/** On Windows a file that a virus scanner or an editor holds open is in use for moments. */
function renamePatiently(from: string, to: string): void {
  for (let wait = 10; ; wait *= 2) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isInUse = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
      if (process.platform !== 'win32' || !isInUse || wait > 640) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}

function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) return false;
    throw refused('remove', path, error);
  }
}

function ifPresent<T>(operation: HostOperation, path: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw refused(operation, path, error);
  }
}

function attempt<T>(operation: HostOperation, path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw refused(operation, path, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else stands there',
  ENOTEMPTY: 'a folder that is not empty stands there',
  EXDEV: 'it is on another file system',
  EIO: 'the disk reports an error',
  ETIMEDOUT: 'the file system does not answer',
};

function refused(operation: HostOperation, path: string, error: unknown): unknown {
  const code = codeOf(error);
  // Without a system code it is a bug of ours, and must look like one.
  return code === '' ? error : new HostError(operation, path, reasons[code] ?? code);
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
