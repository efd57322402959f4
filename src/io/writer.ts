/** One writer at a time: a file in the state folder that says which process writes a tree. */
import { type Host, HostError, type ProcessName, quietly } from './host.ts';
import { stateFolder, writerPath } from './state-folder.ts';
import { TreeChanged } from './tree-changed.ts';

export type Taken =
  /** `dead`: the process that held it and has ended; `unknown` if it left a file that names nobody. */
  | { readonly kind: 'taken'; readonly dead?: ProcessName | 'unknown' }
  /** `isRunning`: undefined if that cannot be told, because the process belongs to another machine. */
  | { readonly kind: 'busy'; readonly by: ProcessName; readonly isRunning: boolean | undefined };

const firstLine = 'fedc-writer 1';
const mostAttempts = 10;

/**
 * Makes this process the writer of a folder, which is made if need be. A process of the same machine that has ended is
 * replaced.
 * @throws HostError where the machine refuses, TreeChanged if something else stands in place of the state folder.
 */
export function takeWriter(host: Host, folder: string): Taken {
  let dead: ProcessName | 'unknown' | undefined;
  for (let attempt = 1; ; attempt += 1) {
    if (createWriter(host, folder, { isLast: attempt >= mostAttempts })) {
      setUp(host, folder);
      return { kind: 'taken', ...(dead === undefined ? {} : { dead }) };
    }
    const text = readWriter(host, folder);
    if (text === undefined) continue;
    const by = parseWriter(text);
    const isRunning = by === undefined ? false : host.isRunning(by);
    if (by !== undefined && (isRunning !== false || attempt >= mostAttempts))
      return { kind: 'busy', by, isRunning };
    putAside(host, folder, text);
    dead = by ?? 'unknown';
  }
}

/** Whether this process still is the writer. */
export function isWriter(host: Host, folder: string): boolean {
  return readWriter(host, folder) === printWriter(host.process);
}

/**
 * Lets others write, if this process is the writer. What fedc put into the state folder goes, the writer last, and then
 * the folder; what a run still has to do (`pending`) keeps it.
 */
export function leaveWriter(host: Host, folder: string): void {
  if (!isWriter(host, folder)) return;
  const state = `${folder}/${stateFolder}`;
  const names = host.listFolder(state);
  const isPending = names.includes('pending');
  const isOurs = (name: string) =>
    /^(?:writer\.[0-9]+(?:\.old)?|pending\.fedc-tmp)$/.test(name) ||
    (name === '.gitignore' && !isPending);
  for (const name of names.filter(isOurs)) host.removeFile(`${state}/${name}`);
  host.removeFile(`${folder}/${writerPath}`);
  if (!isPending) host.removeEmptyFolder(state);
}

/** False if there is one. The folder may vanish meanwhile, when another run ends: then it is tried again. */
function createWriter(
  host: Host,
  folder: string,
  { isLast }: { readonly isLast: boolean },
): boolean {
  refuseObstacle(host, folder);
  try {
    host.makeFolder(`${folder}/${stateFolder}`);
    return host.createFile(`${folder}/${writerPath}`, printWriter(host.process));
  } catch (error) {
    if (!isLast && error instanceof HostError) return false;
    quietly(() => host.removeEmptyFolder(`${folder}/${stateFolder}`));
    throw error;
  }
}

function refuseObstacle(host: Host, folder: string): void {
  const expected = [
    [stateFolder, 'folder'],
    [writerPath, 'file'],
  ] as const;
  for (const [path, wanted] of expected) {
    const kind = host.kindOf(`${folder}/${path}`);
    if (kind === 'link') throw new TreeChanged(path, 'a symbolic link stands there');
    if (kind !== undefined && kind !== wanted) throw new TreeChanged(path, `it is no ${wanted}`);
  }
}

function readWriter(host: Host, folder: string): string | undefined {
  const path = `${folder}/${writerPath}`;
  if (host.kindOf(path) !== 'file') return undefined;
  try {
    return new TextDecoder().decode(host.readFile(path));
  } catch (error) {
    // It may have been removed between the two looks.
    if (error instanceof HostError && host.kindOf(path) === undefined) return undefined;
    throw error;
  }
}

/**
 * Two runs may find the same dead one: the slower must not remove the file of the faster. What is put aside marks the folder
 * as fedc's until this process leaves it.
 */
function putAside(host: Host, folder: string, text: string): void {
  const path = `${folder}/${writerPath}`;
  const aside = `${path}.${host.process.pid}.old`;
  try {
    host.rename(path, aside);
  } catch (error) {
    if (error instanceof HostError && host.kindOf(path) === undefined) return;
    throw error;
  }
  const found = new TextDecoder().decode(host.readFile(aside));
  if (found === text) return;
  host.createFile(path, found);
  host.removeFile(aside);
}

function setUp(host: Host, folder: string): void {
  const path = `${folder}/${stateFolder}/.gitignore`;
  try {
    if (host.kindOf(path) === undefined) host.writeFile(path, '*\n');
  } catch (error) {
    quietly(() => leaveWriter(host, folder));
    throw error;
  }
}

function printWriter({ host, pid, start }: ProcessName): string {
  return `${firstLine}\nhost ${host}\npid ${pid}\nstart ${start}\n`;
}

function parseWriter(text: string): ProcessName | undefined {
  const [, host, pid, start] =
    /^fedc-writer 1\nhost (.+)\npid ([1-9]\d{0,9})\nstart (\S+)\n$/.exec(text) ?? [];
  if (host === undefined || pid === undefined || start === undefined) return undefined;
  return { host, pid: Number(pid), start };
}
