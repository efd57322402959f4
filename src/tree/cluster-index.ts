/** index/clusters/<cluster>.json: what a GitOps engine's generator has to know of a cluster. */
import type { Cluster } from '../model/cluster.ts';
import { type JsonValue, type MutableJsonObject, newObject } from '../model/kube-object.ts';
import { printJson } from '../model/print-json.ts';

/** The path of a cluster's index file, relative to the output folder. */
export function clusterIndexPath(cluster: string): string {
  return `index/clusters/${cluster}.json`;
}

/**
 * The text of a cluster's index file: texts only, keys sorted, nothing that is unknown, and nothing that depends on the
 * manifests, so that two changes to one cluster never meet in it.
 */
export function clusterIndexText(cluster: Cluster): string {
  const { name, names, labels, annotations, fields } = cluster;
  const index = sorted({
    schema: '1',
    cluster: sorted({
      name,
      argocdName: names.argocd,
      server: fields.server,
      region: fields.region,
      provider: fields.provider,
      labels: sortedOrAbsent(labels),
      annotations: sortedOrAbsent(annotations),
    }),
    dir: `clusters/${name}`,
  });
  return `${printJson(index, { indent: 2 })}\n`;
}

function sortedOrAbsent(texts: Readonly<Record<string, string>>): JsonValue | undefined {
  return Object.keys(texts).length === 0 ? undefined : sorted(texts);
}

function sorted(members: Readonly<Record<string, JsonValue | undefined>>): MutableJsonObject {
  const object = newObject();
  for (const key of Object.keys(members).sort()) {
    const value = members[key];
    if (value !== undefined) object[key] = value;
  }
  return object;
}
