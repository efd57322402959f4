/** A compilation in, the product for stdout out. */
import { type CompileResult, outputFiles } from '../compile.ts';
import type { JsonValue, ObjectKey } from '../model/kube-object.ts';
import { newObject } from '../model/kube-object.ts';
import { printJson } from '../model/print-json.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/**
 * One cluster's manifests as a YAML stream, in the order of their files; '' if there are none. What engines have beside them is no
 * manifest: no API server knows a list for kustomize.
 */
export function printStream(result: CompileResult, cluster: string): string {
  const ofEngines = new Set(result.engineFiles.map(({ path }) => path));
  const texts: string[] = [];
  for (const { path, text } of outputFiles(result, new Set([cluster])))
    if (path.startsWith('clusters/') && !ofEngines.has(path)) texts.push(withLineEnd(text));
  return texts.join('---\n');
}

/** A file that is copied to the byte may end without one. */
function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** `{"formatVersion", "clusters": {NAME: [OBJECT, ...]}}`; a cluster that gets nothing has an empty list. */
export function printObjectsAsJson(
  { manifests }: CompileResult,
  clusters: readonly string[],
): string {
  const lists = new Map<string, JsonValue[]>(clusters.map((name) => [name, []]));
  for (const { object, clusters: placed } of manifests)
    for (const cluster of placed) lists.get(cluster)?.push(object);
  const byCluster = newObject();
  for (const [name, objects] of lists) byCluster[name] = objects;
  return `${printJson({ formatVersion, clusters: byCluster }, { indent: 2 })}\n`;
}

/** One line `cluster/kind.group/namespace/name` per object; the namespace of a cluster-scoped one is `_cluster`. */
export function printNames({ manifests }: CompileResult, clusters: readonly string[]): string {
  const lists = new Map<string, string[]>(clusters.map((name) => [name, []]));
  for (const { key, clusters: placed } of manifests)
    for (const cluster of placed) lists.get(cluster)?.push(`${cluster}/${nameOf(key)}\n`);
  return [...lists.values()].flat().join('');
}

function nameOf({ group, kind, namespace, name }: ObjectKey): string {
  const type = group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${group}`;
  return `${type}/${namespace === '' ? '_cluster' : namespace}/${name}`;
}
