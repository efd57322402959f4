/** A compilation in; out: what a build into the tree would refuse, and what its deletions are called. */
import { visible } from '../diagnostics/visible-text.ts';
import type { Host } from '../io/host.ts';
import type { FileDifference } from './compare-files.ts';
import { planTree, type TreeRequest } from './plan-tree.ts';
import { recoveredPaths } from './tree-snapshot.ts';

/**
 * The name of the plan and the reasons why a build would stop, as sentences. `files`: what differs; if all of it is missing,
 * nothing is deleted or overwritten, and there is nothing to say.
 */
export function guardNotes(
  host: Host,
  request: TreeRequest,
  files: readonly FileDifference[],
): readonly string[] {
  if (files.every(({ state }) => state === 'missing')) return [];
  const recovered = recoveredPaths(host, request.out, request.slice);
  const { value, diagnostics } = planTree(host, { ...request, recovered });
  const stops = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, help }) =>
      [`fedc build would stop (${code}): ${message}`, ...(help === undefined ? [] : [help])].join(
        ' ',
      ),
    )
    .map(visible);
  const name = value?.deletions.name ?? '';
  return [...(name === '' ? [] : [`The deletions are plan ${name}.`]), ...stops];
}
