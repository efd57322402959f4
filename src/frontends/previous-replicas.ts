/** A tree written earlier in, the replica counts of its workloads out. */

import type { ObjectKey } from '../model/kube-object.ts';
import { isObject, keyText } from '../model/kube-object.ts';
import type { ParsedDocument } from '../model/source.ts';
import { metadataText, typeOf } from './kubefed/groups.ts';

/** `spec.replicas` by object and cluster; the cluster is the folder under `clusters/`. */
export interface PreviousReplicas {
  /** False: no tree was given, so everything is planned as a first rollout. */
  readonly isGiven: boolean;
  of(key: ObjectKey, cluster: string): number | undefined;
}

export function previousReplicas(
  documents: readonly ParsedDocument[] | undefined,
): PreviousReplicas {
  const counts = new Map<string, number>();
  for (const { file, value } of documents ?? []) {
    const cluster = /(?:^|\/)clusters\/([^/]+)\//.exec(file)?.[1];
    if (cluster === undefined || !isObject(value)) continue;
    const spec = isObject(value['spec']) ? value['spec'] : undefined;
    const name = metadataText(value, 'name');
    const replicas = spec?.['replicas'];
    if (name === undefined || typeof replicas !== 'number') continue;
    const { group, kind } = typeOf(value);
    const namespace = metadataText(value, 'namespace') ?? '';
    counts.set(placeText(cluster, { group, kind, namespace, name }), replicas);
  }
  return {
    isGiven: documents !== undefined,
    of: (key, cluster) => counts.get(placeText(cluster, key)),
  };
}

/** Without the group, because an override of apiVersion may have written another one. */
function placeText(cluster: string, key: ObjectKey): string {
  return `${cluster} ${keyText({ ...key, group: '' })}`;
}
