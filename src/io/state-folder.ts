/** `.fedc`, the folder in the output folder that is there only while a tree is written, or after a run that was interrupted. */
import type { Host } from './host.ts';

export const stateFolder = '.fedc';
/** Who writes. */
export const writerPath = `${stateFolder}/writer`;
/** What is about to be done. */
export const pendingPath = `${stateFolder}/pending`;
/** Not an ending that any GitOps engine takes for a manifest. */
export const temporaryEnding = '.fedc-tmp';

/** A file that is complete whatever happens, a power cut included, once this returns. */
export function writePending(host: Host, folder: string, text: string): void {
  const path = `${folder}/${pendingPath}`;
  host.writeFile(path + temporaryEnding, text);
  host.sync(path + temporaryEnding);
  host.rename(path + temporaryEnding, path);
  host.sync(`${folder}/${stateFolder}`);
  host.sync(folder);
}

/** Nothing is left to do. */
export function removePending(host: Host, folder: string): void {
  const path = `${folder}/${pendingPath}`;
  if (host.kindOf(path) !== undefined) host.removeFile(path);
}
