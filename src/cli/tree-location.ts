/** The output folder in; out: where it stands in the git repository that it is written to. */
import { posix } from 'node:path';
import type { Host } from '../io/host.ts';
import type { Options } from '../model/config.ts';
import { nearestRepository } from './find-root.ts';

/** The way from the repository to the tree; outside of every repository as seen from the root, if it lies in it. */
export function locateTree(
  host: Host,
  { root, out }: { readonly root: string; readonly out: string },
  { engines: { chosen, repository } }: Options,
): { readonly repositoryPath?: string } {
  if (chosen.length === 0 || repository.path !== undefined) return {};
  const from = nearestRepository(host, out) ?? root;
  const path = posix.relative(from, out);
  return /^\.\.(?:\/|$)/.test(path) ? {} : { repositoryPath: path };
}
