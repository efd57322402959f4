/** A plan in, a changed disk out. What may be written was decided before; here it is only done. */
import type { OutputFile, WritePlan } from '../model/output.ts';
import type { Host } from './host.ts';

/** A plan together with the locks that say what it leaves behind. */
export interface LockedPlan extends WritePlan {
  readonly locks: readonly OutputFile[];
  readonly staleLocks: readonly string[];
}

/** Not an ending that any GitOps engine takes for a manifest. */
const temporaryEnding = '.fedc-tmp';

/**
 * Writes, then deletes, then removes the folders that became empty, then writes the locks: whatever stops it half-way, no
 * lock lists a file that is not fedc's, and every file holds either its old bytes or its new ones.
 * @throws HostError where the machine refuses.
 */
export function applyPlan(host: Host, folder: string, plan: LockedPlan): void {
  for (const file of plan.writes) replaceFile(host, folder, file);
  for (const path of plan.deletions) host.removeFile(`${folder}/${path}`);
  for (const path of plan.deletions) removeEmptyParents(host, folder, path);
  for (const lock of plan.locks) replaceFile(host, folder, lock);
  for (const path of plan.staleLocks) host.removeFile(`${folder}/${path}`);
  for (const path of plan.staleLocks) removeEmptyParents(host, folder, path);
}

/** A rename replaces what stands there, so nothing is ever written through a link or into half a file. */
function replaceFile(host: Host, folder: string, { path, text }: OutputFile): void {
  const target = `${folder}/${path}`;
  host.makeFolder(target.slice(0, target.lastIndexOf('/')));
  host.writeFile(target + temporaryEnding, text);
  host.rename(target + temporaryEnding, target);
}

function removeEmptyParents(host: Host, folder: string, path: string): void {
  const steps = path.split('/').slice(0, -1);
  while (steps.length > 0 && host.removeEmptyFolder(`${folder}/${steps.join('/')}`)) steps.pop();
}
