/** Whether what a preference asks for is what the manifests say. */
import type { CompileResult } from '../../../src/index.ts';
import type { ModelInput } from './compile-model.ts';
import { nameOf, namespaceOf, sortDocuments } from './documents.ts';
import { type JsonMap, member } from './values.ts';

/** Preferences whose counts do not add up although nothing is said; empty when all is well. */
export function lostReplicas(input: ModelInput, compiled: CompileResult): string[] {
  const codes = compiled.diagnostics.map(({ code }) => code);
  // Each of these says that a preference is not carried out to the letter, or not at all.
  const isReported = [
    'replicas/no-target',
    'replicas/odd-preference',
    'replicas/undistributed',
    'replicas/unplaced',
    'override/removes-replicas',
    'kubefed/out-of-scope',
  ].some((code) => codes.includes(code as (typeof codes)[number]));
  if (isReported || compiled.outputs.length === 0) return [];
  return sortDocuments(input.documents).preferences.flatMap(({ object }) => {
    const namespace = namespaceOf(object) || (input.config.defaultNamespace ?? '');
    const counts = countsOf(compiled, namespace, nameOf(object));
    const total = Number(member(object, 'spec', 'totalReplicas'));
    const sum = counts.reduce((before, count) => before + count, 0);
    if (counts.length === 0 || sum === total) return [];
    return [`${namespace}/${nameOf(object)}: ${counts.join(' + ')} is not ${total}`];
  });
}

function countsOf({ manifests }: CompileResult, namespace: string, name: string): number[] {
  return manifests
    .filter(({ key }) => key.kind === 'Deployment')
    .filter(({ key }) => key.namespace === namespace && key.name === name)
    .flatMap(({ object, clusters }) =>
      clusters.map(() => Number(member(object as JsonMap, 'spec', 'replicas'))),
    );
}
