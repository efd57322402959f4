/** A cluster in, the same with the region and zone that its labels tell, if nothing else does. */
import type { Cluster, ClusterFields } from '../model/cluster.ts';

/** Fields that a label can tell; Kubernetes, staging/src/k8s.io/api/core/v1/well_known_labels.go. */
export const labelOfField: Readonly<Partial<Record<keyof ClusterFields, string>>> = {
  region: 'topology.kubernetes.io/region',
  zones: 'topology.kubernetes.io/zone',
};

/** Labels may tell fields; fields are never labels. */
export function withFieldsOfLabels(cluster: Cluster): Cluster {
  const { labels, fields } = cluster;
  const region = fields.region ?? labels[labelOfField.region ?? ''];
  const zone = labels[labelOfField.zones ?? ''];
  const zones = fields.zones ?? (zone === undefined ? undefined : [zone]);
  if (region === fields.region && zones === fields.zones) return cluster;
  const told = {
    ...(region === undefined ? {} : { region }),
    ...(zones === undefined ? {} : { zones }),
  };
  return { ...cluster, fields: { ...fields, ...told } };
}
