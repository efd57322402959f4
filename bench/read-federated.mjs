/** The meaning of a generated federated object, for the scripts that stand in for its compiler. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const apiVersions = {
  Deployment: 'apps/v1',
  Service: 'v1',
  ConfigMap: 'v1',
  Ingress: 'networking.k8s.io/v1',
  Namespace: 'v1',
};

/** The documents of a generated repository: its KubeFedClusters as `fleet`, the federated ones as `objects`. */
export function readRepository(repository) {
  const documents = readdirSync(repository, { recursive: true })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => parseAllDocuments(readFileSync(join(repository, path), 'utf8')))
    .map((document) => document.toJS());
  return {
    fleet: documents.filter(({ kind }) => kind === 'KubeFedCluster'),
    objects: documents.filter(({ kind }) => kind !== 'KubeFedCluster'),
  };
}

/** The object for every cluster, without overrides; it shares its parts with the federated one. */
export function templateOf({ kind: federatedKind, metadata: { name, namespace }, spec }) {
  const kind = federatedKind.slice('Federated'.length);
  const place = kind === 'Namespace' ? { name } : { name, namespace };
  const { metadata, ...rest } = spec.template;
  return { apiVersion: apiVersions[kind], kind, metadata: { ...place, ...metadata }, ...rest };
}

/** The names of the clusters of `fleet` (KubeFedCluster objects) that get it. */
export function clustersOf({ spec: { placement } }, fleet) {
  if (placement.clusters) return placement.clusters.map(({ name }) => name);
  return fleet
    .filter(({ metadata: { labels } }) => matches(placement.clusterSelector, labels))
    .map(({ metadata: { name } }) => name);
}

function matches({ matchLabels = {}, matchExpressions = [] }, labels) {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => {
      if (operator === 'In') return values.includes(labels[key]);
      if (operator === 'NotIn') return !values.includes(labels[key]);
      return (operator === 'Exists') === key in labels;
    })
  );
}

/** The JSON Patch for one cluster. */
export function overridesOf({ spec }, cluster) {
  const own = spec.overrides?.find(({ clusterName }) => clusterName === cluster);
  return (own?.clusterOverrides ?? []).map(({ op = 'replace', path, value }) =>
    value === undefined ? { op, path } : { op, path, value },
  );
}
