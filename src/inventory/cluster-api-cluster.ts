/**
 * A Cluster of Cluster API in, what it says about a cluster out.
 * kubernetes-sigs/cluster-api, api/core/v1beta1 and v1beta2, cluster_types.go.
 */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { isArray, isObject } from '../model/kube-object.ts';
import { below, type Located, type SourceObject } from '../model/source.ts';
import { type ClusterEntry, hasText, memberOf } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { firstText, namedValue, valueAt } from './read-facts.ts';

/** The cluster of a Cluster API Cluster, or inventory/invalid: no name, or a label that is not text. */
export function readClusterApiCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const variables = ['spec', 'topology', 'variables'];
  return describeObject(source, 'Cluster API Cluster', (name) => ({
    kind: 'cluster-api',
    name,
    fields: {
      server: endpoint(source),
      provider: provider(firstText(source, ['spec', 'infrastructureRef', 'kind'])),
      region: namedValue(source, variables, 'region') ?? namedValue(source, variables, 'location'),
      zones: failureDomains(source),
      kubeVersion: firstText(source, ['spec', 'topology', 'version']),
    },
  }));
}

function endpoint({ object, origin }: SourceObject): Located<string> | undefined {
  const path = ['spec', 'controlPlaneEndpoint'];
  const host = valueAt(object, [...path, 'host']);
  const port = valueAt(object, [...path, 'port']);
  if (!hasText(host)) return undefined;
  const address = /^[^[]*:/.test(host) ? `[${host}]` : host;
  const hasPort = typeof port === 'number' && port > 0;
  return {
    value: `https://${address}${hasPort ? `:${port}` : ''}`,
    origin: below(origin, ...path, 'host'),
  };
}

/** Infrastructure that is called otherwise than its provider. */
const providers: Readonly<Record<string, string>> = {
  azureaso: 'azure',
  do: 'digitalocean',
  ibmpowervs: 'ibm',
  ibmvpc: 'ibm',
  rosa: 'aws',
};

/** AWSCluster, AWSManagedCluster and AWSManagedControlPlane are all of aws. */
function provider(kind: Located<string> | undefined): Located<string> | undefined {
  if (kind === undefined) return undefined;
  const word = kind.value.replace(/(?:Managed)?(?:Cluster|ControlPlane)$/, '').toLowerCase();
  const known = Object.hasOwn(providers, word) ? providers[word] : word;
  return hasText(known) ? { value: known, origin: kind.origin } : undefined;
}

/** A map by name in v1beta1, a list of named items in v1beta2. */
function failureDomains({ object, origin }: SourceObject): Located<readonly string[]> | undefined {
  const path = ['status', 'failureDomains'];
  const domains = valueAt(object, path);
  const names = isArray(domains)
    ? domains.map((domain) => memberOf(domain, 'name')).filter(hasText)
    : Object.keys(isObject(domains) ? domains : {});
  return names.length === 0 ? undefined : { value: names, origin: below(origin, ...path) };
}
