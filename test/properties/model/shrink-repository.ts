/** Smaller variants of a repository, for laws that compare two. */
import type { ModelInput } from './compile-model.ts';
import { isMap, type Json, type JsonMap, member } from './values.ts';

/** The repository without the first override there is, and the cluster of that override. */
export function withoutFirstOverride(
  input: ModelInput,
): { input: ModelInput; cluster: string } | undefined {
  for (const [index, { path, value }] of input.documents.entries()) {
    const overrides = member(value, 'spec', 'overrides');
    if (!isMap(value) || !Array.isArray(overrides) || overrides.length === 0) continue;
    const [first, ...rest] = overrides;
    const spec = { ...(value['spec'] as JsonMap), overrides: rest };
    const documents = input.documents.with(index, { path, value: { ...value, spec } });
    return { input: { ...input, documents }, cluster: String(member(first, 'clusterName')) };
  }
  return undefined;
}

/**
 * The repository before and after a cluster left the inventory. Without preferences, because they would move replicas,
 * and with mere warnings of names that are not known.
 */
export function withoutCluster(
  input: ModelInput,
): { before: ModelInput; after: ModelInput; cluster: string } | undefined {
  const compatibility = {
    ...input.config.compatibility,
    unknownCluster: 'warn',
    noCluster: 'warn',
  } as const;
  const documents = input.documents.filter(({ value }) => !isPreference(value));
  const before = { documents, config: { ...input.config, compatibility } };
  for (const [index, { path, value }] of documents.entries()) {
    const clusters = member(value, 'clusters');
    if (!isMap(value) || !Array.isArray(clusters) || clusters.length < 2) continue;
    const [first, ...rest] = clusters;
    const smaller = documents.with(index, { path, value: { ...value, clusters: rest } });
    const after = { ...before, documents: smaller };
    return { before, after, cluster: String(member(first, 'name')) };
  }
  return undefined;
}

function isPreference(value: Json): boolean {
  return jsonKinds(value).includes('ReplicaSchedulingPreference');
}

/** The kind of a document, or those inside a List. */
function jsonKinds(value: Json): string[] {
  const items = member(value, 'items');
  return Array.isArray(items) ? items.flatMap(jsonKinds) : [String(member(value, 'kind'))];
}
