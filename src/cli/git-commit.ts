/** A repository and the name of a commit in, the files of that commit out, read from git's own store without a checkout. */
import { spawnSync } from 'node:child_process';

export interface CommitEntry {
  /** `folder`: another repository that stands there, of which git keeps no files. */
  readonly kind: 'file' | 'link' | 'folder';
  /** Of the blob. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

export interface Commit {
  /** Absolute: the folder in which the paths begin. */
  readonly folder: string;
  /** The way from there to the folder that was asked about; '' or with a slash at its end. */
  readonly prefix: string;
  readonly id: string;
  /** By path from the folder, separated by '/'. */
  readonly entries: ReadonlyMap<string, CommitEntry>;
  /** The bytes of blobs by id; one that git does not have is left out. */
  readBlobs(entries: readonly CommitEntry[]): ReadonlyMap<string, Uint8Array>;
}

/** Why there is no such commit: a sentence and what to do. */
export interface GitRefusal {
  readonly problem: string;
  readonly hint?: string;
}

/** Reads the list of files of a commit of the repository that a folder (absolute, links resolved) belongs to. */
export function readCommit(
  folder: string,
  reference: string,
): { readonly commit: Commit } | { readonly refusal: GitRefusal } {
  const refused = refuseReference(reference) ?? refuseRepository(folder);
  if (refused !== undefined) return { refusal: refused };
  const id = git(folder, ['rev-parse', '--verify', '--quiet', `${reference}^{commit}`]);
  if (!id.isDone) return { refusal: unknownCommit(reference) };
  const commit = textOf(id).trim();
  const prefix = textOf(git(folder, ['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const listed = git(folder, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if (!listed.isDone) return { refusal: unknownCommit(reference) };
  return {
    commit: {
      folder: folder.slice(0, folder.length - prefix.length) || '/',
      prefix,
      id: commit,
      entries: readListing(textOf(listed)),
      readBlobs: (entries) => readBlobs(folder, entries),
    },
  };
}

/** What begins with a hyphen would be an option. */
function refuseReference(reference: string): GitRefusal | undefined {
  const isName = reference !== '' && !reference.startsWith('-') && !reference.includes('\0');
  if (isName) return undefined;
  return {
    problem: `--base takes the name of a commit, and ${JSON.stringify(reference)} is none.`,
    hint: 'For example: fedc diff --base origin/main',
  };
}

function refuseRepository(folder: string): GitRefusal | undefined {
  const found = git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (found.isMissing) return { problem: '--base needs git, and there is no such command here.' };
  if (found.isDone && textOf(found).trim() === 'true') return undefined;
  if (found.complaint.includes('dubious ownership'))
    return {
      problem: 'git does not read this repository, because its folder belongs to another user.',
      hint: `If you trust it: git config --global --add safe.directory ${folder}`,
    };
  return {
    problem: '--base needs a git repository, and the sources are in none.',
    hint: 'Compare with a folder instead: fedc diff --against DIR',
  };
}

function unknownCommit(reference: string): GitRefusal {
  return {
    problem: `git knows no commit called ${JSON.stringify(reference)}.`,
    hint: 'A shallow clone holds few commits: fetch the one to compare with, or clone with its history.',
  };
}

interface GitAnswer {
  readonly isDone: boolean;
  /** There is no such command. */
  readonly isMissing: boolean;
  readonly output: Buffer;
  /** What it said on stderr. */
  readonly complaint: string;
}

const mostBytes = 2 ** 30;

/** No shell, no pager, no question, no network, and nothing is written to the repository. */
function git(folder: string, args: readonly string[], input = ''): GitAnswer {
  const { status, error, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    input,
    maxBuffer: mostBytes,
    windowsHide: true,
    env: {
      ...process.env,
      ...ownRepository,
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_PAGER: 'cat',
      LC_ALL: 'C',
    },
  });
  return {
    isDone: status === 0 && error === undefined,
    isMissing: error !== undefined && 'code' in error && error.code === 'ENOENT',
    output: bytesOf(stdout),
    complaint: bytesOf(stderr).toString('utf8'),
  };
}

/** A hook sets these for its own repository, as seen from another folder. */
const ownRepository = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_PREFIX: undefined };

/** There is none if the command could not be started. */
function bytesOf(output: Buffer | null): Buffer {
  return output ?? Buffer.of();
}

function textOf({ output }: GitAnswer): string {
  return output.toString('utf8');
}

const kinds: Readonly<Record<string, CommitEntry['kind']>> = {
  '120000': 'link',
  '160000': 'folder',
};

/** `<mode> <type> <id> <size>\t<path>`, each ended by a zero byte. */
function readListing(text: string): ReadonlyMap<string, CommitEntry> {
  const entries = new Map<string, CommitEntry>();
  for (const line of text.split('\0')) {
    const [, mode = '', id = '', size = '', path] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    if (path === undefined) continue;
    entries.set(path, { kind: kinds[mode] ?? 'file', id, size: Number(size) || 0 });
  }
  return entries;
}

function readBlobs(
  folder: string,
  entries: readonly CommitEntry[],
): ReadonlyMap<string, Uint8Array> {
  const ids = [...new Set(entries.map(({ id }) => id))];
  const { output } = git(folder, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  const found = new Map<string, Uint8Array>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    // `<id> blob <size>`, the bytes and a line feed; or `<id> missing`.
    const [id = '', , size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    found.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
