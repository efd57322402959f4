/** What is compiled once clusters are gone in, what a build then deletes and what stops it out. Nothing is touched. */
import type { CompileInput, CompileResult } from '../compile.ts';
import { mergeConfig } from '../config/merge.ts';
import type { Host } from '../io/host.ts';
import type { DeletionPlan } from '../reports/render-inventory-edit.ts';
import { guardCodes } from '../tree/guards.ts';
import type { Loaded } from './load.ts';
import { compileWith } from './open-inventory.ts';
import { planTree } from './plan-tree.ts';
import { isFresh, recoveredPaths } from './tree-snapshot.ts';

/**
 * The plan of the next build. Where sources still name a cluster that is gone, that of the build after nothing names it any more:
 * it deletes the same.
 */
export function planRemoval(
  host: Host,
  {
    input,
    loaded,
    texts,
  }: {
    readonly input: CompileInput;
    readonly loaded: Loaded;
    readonly texts: ReadonlyMap<string, string>;
  },
): DeletionPlan {
  const { root, out } = loaded;
  if (isFresh(host, out)) return { kind: 'none' };
  const result = compileLenient(input, texts);
  if (result === undefined) return { kind: 'unknown' };
  const recovered = recoveredPaths(host, out);
  const request = { result, root, out, slice: undefined, recovered };
  const { value, diagnostics } = planTree(host, request);
  if (value === undefined) return { kind: 'unknown' };
  const { name, lost, engineFiles } = value.deletions;
  const codes = diagnostics.map(({ code }) => code).filter((code) => guardCodes.includes(code));
  const deleted = { objects: lost, engineFiles: engineFiles.length };
  return { kind: 'known', name, ...deleted, guards: [...new Set(codes)] };
}

function compileLenient(
  input: CompileInput,
  texts: ReadonlyMap<string, string>,
): CompileResult | undefined {
  const compatibility = { unknownCluster: 'warn', noCluster: 'warn' } as const;
  const settings = mergeConfig(input.settings ?? {}, { compatibility });
  const attempts = [input, { ...input, settings }];
  for (const attempt of attempts) {
    const result = compileWith(attempt, texts);
    if (!result.diagnostics.some(({ severity }) => severity === 'error')) return result;
  }
  return undefined;
}
