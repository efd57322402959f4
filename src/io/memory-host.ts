/** A host without a machine: a map of files, for tests and for programs that keep their files elsewhere. */
import { posix } from 'node:path';
import { sha256OfBytes } from './digest.ts';
import {
  type EntryKind,
  type FoundFile,
  type Host,
  HostError,
  type Next,
  type ProcessName,
} from './host.ts';
import { createOwnWork } from './own-work.ts';
import { createProgressLine, isProgressShown, noProgressLine } from './progress-line.ts';

export interface MemoryHost extends Host {
  /** Absolute path to bytes. Folders exist as long as a file is in them. */
  readonly files: Map<string, Uint8Array>;
  /** Absolute path to target of symbolic links. */
  readonly links: Map<string, string>;
  /** Every change, in order: `write /x`, `append /x`, `rewrite /x`, `rename /x`, `remove /x`. */
  readonly changes: readonly string[];
  readonly output: string;
  readonly error: string;
  textOf(path: string): string | undefined;
  /** What a command that stays wants to be called; whoever drives it does so. */
  readonly step: (() => Next) | undefined;
}

export interface MemoryHostOptions {
  readonly workingFolder?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly process?: ProcessName;
  /** Numbers of the processes that run on the host `memory`. */
  readonly running?: readonly number[];
  /** None is one by default. */
  readonly isTerminal?: Partial<Host['isTerminal']>;
  /** Milliseconds; without it no time goes by. */
  readonly now?: () => number;
}

/** A world that holds these files and nothing else. */
export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const files = new Map(
    Object.entries(options.files ?? {}).map(([path, it]) => [path, bytesOf(it)]),
  );
  const links = new Map(Object.entries(options.links ?? {}));
  const changes: string[] = [];
  const streams = createStreams(options);
  let step: (() => Next) | undefined;
  const world = { files, links };
  const change = (what: string, path: string, action: () => void) => {
    changes.push(`${what} ${path}`);
    action();
  };
  return {
    files,
    links,
    changes,
    get output() {
      return streams.written.output;
    },
    get error() {
      return streams.written.error;
    },
    textOf: (path) => textOf(files.get(path)),
    workingFolder: options.workingFolder ?? '/',
    homeFolder: '/home/user',
    environment: streams.environment,
    isTerminal: streams.isTerminal,
    resolve: (folder, path) => posix.resolve(folder, path),
    kindOf: (path) => kindOf(world, path),
    realPath: (path) => {
      const real = follow(world, path);
      return kindOf(world, real) === undefined ? undefined : real;
    },
    readFile: (path) => read(world, path),
    readInput: () => bytesOf(options.input ?? ''),
    hashFile: (path) => sha256OfBytes(read(world, path)),
    holds: (path, text) => holds(world, path, text),
    // Without times only bytes can tell.
    stampOf: () => undefined,
    listFiles: (folder, { except }) => listFiles(world, folder, except),
    kindsIn: (path) => kindsIn(world, path),
    listFolder: (path) => listFolder(world, path),
    inspectTree: () => undefined,
    ...createChanges(world, change),
    process: options.process ?? { host: 'memory', pid: 1, start: '-' },
    isRunning: (process) => isRunning(process, options),
    writeOutput: (text) => streams.write('output', text),
    writeError: (text) => streams.write('error', text),
    now: streams.now,
    progress: streams.progress,
    get step() {
      return step;
    },
    stay: (next) => {
      step = next;
    },
  };
}

type Change = (what: string, path: string, action: () => void) => void;

/** Everything that changes the world, each told to `change`. */
function createChanges(world: World, change: Change) {
  return {
    makeFolder() {
      // A folder is there as soon as a file is in it.
    },
    writeFile: (path, text) => change('write', path, () => write(world, path, text)),
    expectFiles() {
      // Nothing is gained in memory.
    },
    openFileWork: () =>
      createOwnWork({
        write: (path, text) => change('write', path, () => write(world, path, text)),
        holds: (path, text) => holds(world, path, text),
      }),
    appendFile: (path, text) => change('append', path, () => append(world, path, text)),
    rewriteFile: (path, text) => change('rewrite', path, () => rewrite(world, path, text)),
    createFile: (path, text) => {
      if (kindOf(world, path) !== undefined) return false;
      change('write', path, () => void world.files.set(follow(world, path), bytesOf(text)));
      return true;
    },
    sync() {
      // Nothing here survives anything.
    },
    rename: (from, to) => change('rename', to, () => rename(world, from, to)),
    removeFile: (path) => change('remove', path, () => remove(world, path)),
    removeEmptyFolder: (path) => listFolder(world, path).length === 0,
  } satisfies Partial<Host>;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

function createStreams({ environment = {}, isTerminal, now = () => 0 }: MemoryHostOptions) {
  const written = { output: '', error: '' };
  const seen = {
    environment,
    isTerminal: { error: false, ...isTerminal },
  };
  const draw = (text: string) => {
    written.error += text;
  };
  const progress = isProgressShown(seen)
    ? createProgressLine({ now, write: draw })
    : noProgressLine;
  const write = (stream: keyof typeof written, text: string) => {
    progress.erase();
    written[stream] += text;
  };
  return { ...seen, written, write, now, progress };
}

interface World {
  readonly files: Map<string, Uint8Array>;
  readonly links: Map<string, string>;
}

function refuseFileAbove({ files }: World, path: string): void {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (files.has(path.slice(0, slash)))
      throw new HostError('write', path, 'a file stands where a folder is needed');
  }
}

function write(world: World, path: string, text: string): void {
  refuseFileAbove(world, path);
  world.links.delete(path);
  world.files.set(follow(world, path), bytesOf(text));
}

function isRunning(
  { host, pid }: ProcessName,
  { running = [] }: MemoryHostOptions,
): boolean | undefined {
  return host === 'memory' ? running.includes(pid) : undefined;
}

function remove({ links, files }: World, path: string): void {
  if (!links.delete(path)) files.delete(path);
}

function rewrite(world: World, path: string, text: string): void {
  // There has to be a file.
  read(world, path);
  world.files.set(follow(world, path), bytesOf(text));
}

function append(world: World, path: string, text: string): void {
  refuseFileAbove(world, path);
  const real = follow(world, path);
  world.files.set(real, Buffer.concat([world.files.get(real) ?? new Uint8Array(), bytesOf(text)]));
}

function rename(world: World, from: string, to: string): void {
  if (kindOf(world, from) !== 'folder') {
    const bytes = read(world, from);
    world.links.delete(to);
    world.files.delete(from);
    world.files.set(follow(world, to), bytes);
    return;
  }
  if (kindOf(world, to) !== undefined)
    throw new HostError('rename', to, 'a folder that is not empty stands there');
  for (const path of below(world, from)) {
    const [start, end] = [`${from}/${path}`, `${to}/${path}`];
    const link = world.links.get(start);
    if (link !== undefined) world.links.set(end, link);
    else world.files.set(end, read(world, start));
    world.links.delete(start);
    world.files.delete(start);
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The path with every link on its way replaced; links that lead in a circle are given up after some steps. */
function follow(world: World, path: string, steps = 20): string {
  for (const [link, target] of world.links) {
    if (steps > 0 && (path === link || path.startsWith(`${link}/`))) {
      const real = posix.resolve(posix.dirname(link), target) + path.slice(link.length);
      return follow(world, real, steps - 1);
    }
  }
  return path;
}

function kindOf(world: World, path: string): EntryKind | undefined {
  if (world.links.has(path)) return 'link';
  const real = follow(world, path);
  if (world.files.has(real)) return 'file';
  const start = real === '/' ? '/' : `${real}/`;
  const paths = [...world.files.keys(), ...world.links.keys()];
  return paths.some((each) => each.startsWith(start)) ? 'folder' : undefined;
}

function read(world: World, path: string): Uint8Array {
  const bytes = world.files.get(follow(world, path));
  if (bytes !== undefined) return bytes;
  const reason = kindOf(world, path) === 'folder' ? 'it is a folder' : 'there is no such file';
  throw new HostError('read', path, reason);
}

function holds(world: World, path: string, text: string): boolean {
  const bytes = world.files.get(follow(world, path));
  return bytes !== undefined && Buffer.compare(bytes, bytesOf(text)) === 0;
}

function below(world: World, folder: string): string[] {
  const start = folder === '/' ? '/' : `${folder}/`;
  return [...world.files.keys(), ...world.links.keys()]
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
    .sort();
}

function listFiles(world: World, folder: string, except: readonly string[]): FoundFile[] {
  return below(world, follow(world, folder))
    .filter((path) => {
      const folders = path.split('/').slice(0, -1);
      const isHidden = folders.some((step) => /^\.|^node_modules$/.test(step));
      return !isHidden && !except.some((each) => posix.join(folder, path).startsWith(`${each}/`));
    })
    .map((path) => ({
      path,
      kind: world.links.has(posix.join(folder, path)) ? 'link' : 'file',
    }));
}

function listFolder(world: World, folder: string): string[] {
  return [...new Set(below(world, follow(world, folder)).map((path) => path.split('/')[0] ?? ''))];
}

function kindsIn(world: World, folder: string): ReadonlyMap<string, EntryKind> {
  const real = follow(world, folder);
  const kinds = new Map<string, EntryKind>();
  for (const path of below(world, real)) {
    const [name = '', ...rest] = path.split('/');
    const isLink = world.links.has(`${real === '/' ? '' : real}/${name}`);
    kinds.set(name, isLink ? 'link' : rest.length > 0 ? 'folder' : 'file');
  }
  return kinds;
}
