/** The files of a cluster in; out: the lock that lists them. */
import { lockLine } from '../model/lock-line.ts';
import { clusterIndexPath } from './cluster-index.ts';
import { hashOf } from './content.ts';
import { lockHead } from './lock.ts';
import type { ClusterFiles } from './tree-files.ts';

/** As `printLock` prints it: the files of a cluster are sorted. */
export function clusterLock({ name, sheets, index }: ClusterFiles): string {
  const folder = `clusters/${name}/`;
  let text = lockHead;
  for (const { path, content } of sheets) text += lockLine(folder + path, hashOf(content));
  return index === undefined ? text : text + lockLine(clusterIndexPath(name), hashOf(index));
}
