import { expect, test } from 'vitest';
import { readClusterApiCluster } from '../../src/inventory/cluster-api-cluster.ts';
import { objectsOf } from './read-yaml.ts';

const providers: readonly (readonly [kind: string, provider: string | undefined])[] = [
  ['AWSCluster', 'aws'],
  ['AWSManagedCluster', 'aws'],
  ['AWSManagedControlPlane', 'aws'],
  ['ROSACluster', 'aws'],
  ['AzureCluster', 'azure'],
  ['AzureManagedCluster', 'azure'],
  ['AzureASOManagedCluster', 'azure'],
  ['GCPCluster', 'gcp'],
  ['GCPManagedCluster', 'gcp'],
  ['DOCluster', 'digitalocean'],
  ['IBMPowerVSCluster', 'ibm'],
  ['IBMVPCCluster', 'ibm'],
  ['VSphereCluster', 'vsphere'],
  ['OpenStackCluster', 'openstack'],
  ['Metal3Cluster', 'metal3'],
  ['Cluster', undefined],
  ['constructorCluster', 'constructor'],
];

test.each(providers)('%s is of %s', (kind, provider) => {
  const [source] = objectsOf(
    `{apiVersion: cluster.x-k8s.io/v1beta1, kind: Cluster, metadata: {name: a}, spec: {infrastructureRef: {kind: ${kind}}}}`,
  );
  const entries = source === undefined ? [] : readClusterApiCluster(source).value;
  expect(entries.map(({ cluster }) => cluster.fields.provider)).toEqual([provider]);
});
