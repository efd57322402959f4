/** A compilation in; its tree on disk out, or why it may not be written. */
import { type Diagnostic, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Durability } from '../io/apply.ts';
import type { Host } from '../io/host.ts';
import { type CommitRequest, commitTree } from './commit-tree.ts';
import type { EarlyFiles } from './early-files.ts';
import { refuseFolder } from './output-folder.ts';
import { type PlannedTree, planTree, type TreeRequest } from './plan-tree.ts';

export interface WriteRequest extends TreeRequest {
  /** Warnings stop it. */
  readonly strict: boolean;
  readonly durability: Durability;
  /** What was written beside the folder while it was compiled. */
  readonly early?: EarlyFiles | undefined;
  /** What has happened to the sources since they were read; asked before anything is changed. */
  readonly checkSources: () => readonly Diagnostic[];
}

export interface WrittenTree extends PlannedTree {
  readonly isWritten: boolean;
}

/**
 * Writes what differs and deletes what fedc wrote and nobody needs. With an error, or under `strict` with a warning,
 * nothing is touched; the value then is what was planned, if it got that far.
 */
export function writeTree(host: Host, request: WriteRequest): Outcome<WrittenTree | undefined> {
  const { root, out, slice, strict, durability, early, checkSources } = request;
  const refusals = refuseFolder(host, { root, out });
  if (refusals.length > 0) return { value: undefined, diagnostics: refusals };
  const mayWrite = (found: readonly Diagnostic[]) =>
    !hasError(found) && !(strict && found.some(({ severity }) => severity === 'warning'));
  let { inspection } = request;
  const plan: CommitRequest<PlannedTree>['plan'] = (recovered, locks) => {
    const planned = planTree(host, {
      ...request,
      inspection,
      recovered,
      locks,
      written: early?.written,
    });
    // A plan that is made again is made because the tree has changed.
    inspection = undefined;
    return planned;
  };
  const { value: committed, diagnostics } = commitTree<PlannedTree>(host, {
    out,
    slice,
    durability,
    early,
    checkSources,
    mayWrite,
    leftWork: 'finish',
    plan,
  });
  const { value, isWritten } = committed;
  return { value: value === undefined ? undefined : { ...value, isWritten }, diagnostics };
}
