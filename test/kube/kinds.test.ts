import { describe, expect, it } from 'vitest';
import { kindsNamed, knownKind, knownScope } from '../../src/kube/kinds.ts';
import data from '../../src/kube/known-kinds.json' with { type: 'json' };

const legacyRows = data.filter((row) => row.length > 5);

function only(kind: string): string {
  const found = kindsNamed(kind);
  return found
    .map(({ group, version, plural, scope }) => `${group}/${version} ${plural} ${scope}`)
    .join(' or ');
}

describe('kindsNamed', () => {
  const builtIn = [
    { name: 'ClusterRole', is: 'rbac.authorization.k8s.io/v1 clusterroles Cluster' },
    { name: 'ConfigMap', is: '/v1 configmaps Namespaced' },
    { name: 'Deployment', is: 'apps/v1 deployments Namespaced' },
    { name: 'Ingress', is: 'networking.k8s.io/v1 ingresses Namespaced' },
    { name: 'Job', is: 'batch/v1 jobs Namespaced' },
    { name: 'Namespace', is: '/v1 namespaces Cluster' },
    { name: 'ReplicaSet', is: 'apps/v1 replicasets Namespaced' },
    { name: 'Secret', is: '/v1 secrets Namespaced' },
    { name: 'ServiceAccount', is: '/v1 serviceaccounts Namespaced' },
    { name: 'Service', is: '/v1 services Namespaced' },
  ];
  it.each(builtIn)('resolves $name, which KubeFed federates by default', ({ name, is }) => {
    expect(only(name)).toBe(is);
  });

  const others = [
    { name: 'Event', is: 'events.k8s.io/v1 events Namespaced' },
    { name: 'NetworkPolicy', is: 'networking.k8s.io/v1 networkpolicies Namespaced' },
    { name: 'DaemonSet', is: 'apps/v1 daemonsets Namespaced' },
    { name: 'PodSecurityPolicy', is: 'policy/v1beta1 podsecuritypolicies Cluster' },
    { name: 'HorizontalPodAutoscaler', is: 'autoscaling/v2 horizontalpodautoscalers Namespaced' },
    { name: 'CronJob', is: 'batch/v1 cronjobs Namespaced' },
    { name: 'PodPreset', is: 'settings.k8s.io/v1alpha1 podpresets Namespaced' },
    {
      name: 'CustomResourceDefinition',
      is: 'apiextensions.k8s.io/v1 customresourcedefinitions Cluster',
    },
    { name: 'ClusterTrustBundle', is: 'certificates.k8s.io/v1beta1 clustertrustbundles Cluster' },
    { name: 'ServiceExport', is: 'multicluster.x-k8s.io/v1beta1 serviceexports Namespaced' },
    { name: 'VirtualService', is: 'networking.istio.io/v1 virtualservices Namespaced' },
    { name: 'Telemetry', is: 'telemetry.istio.io/v1 telemetries Namespaced' },
    { name: 'CiliumNetworkPolicy', is: 'cilium.io/v2 ciliumnetworkpolicies Namespaced' },
    {
      name: 'CiliumClusterwideNetworkPolicy',
      is: 'cilium.io/v2 ciliumclusterwidenetworkpolicies Cluster',
    },
    { name: 'Certificate', is: 'cert-manager.io/v1 certificates Namespaced' },
    { name: 'ClusterIssuer', is: 'cert-manager.io/v1 clusterissuers Cluster' },
    { name: 'ClusterSPIFFEID', is: 'spire.spiffe.io/v1alpha1 clusterspiffeids Cluster' },
    { name: 'ServiceMonitor', is: 'monitoring.coreos.com/v1 servicemonitors Namespaced' },
    { name: 'Schedule', is: 'velero.io/v1 schedules Namespaced' },
    { name: 'ClusterFlow', is: 'logging.banzaicloud.io/v1beta1 clusterflows Namespaced' },
    { name: 'Logging', is: 'logging.banzaicloud.io/v1beta1 loggings Cluster' },
    { name: 'Application', is: 'argoproj.io/v1alpha1 applications Namespaced' },
    { name: 'Rollout', is: 'argoproj.io/v1alpha1 rollouts Namespaced' },
    {
      name: 'Kustomization',
      is: 'kustomize.toolkit.fluxcd.io/v1 kustomizations Namespaced',
    },
    { name: 'HelmRelease', is: 'helm.toolkit.fluxcd.io/v2 helmreleases Namespaced' },
    { name: 'ExternalSecret', is: 'external-secrets.io/v1 externalsecrets Namespaced' },
    { name: 'ClusterSecretStore', is: 'external-secrets.io/v1 clustersecretstores Cluster' },
    { name: 'SealedSecret', is: 'bitnami.com/v1alpha1 sealedsecrets Namespaced' },
  ];
  it.each(others)('resolves $name', ({ name, is }) => expect(only(name)).toBe(is));

  it('gives every candidate of an ambiguous kind', () => {
    expect(kindsNamed('Gateway').map(({ group }) => group)).toEqual([
      'gateway.networking.k8s.io',
      'networking.istio.io',
      'submariner.io',
    ]);
  });

  const unknown = ['Widget', 'deployment', 'constructor', '', 'List', 'TokenReview', 'Scale'];
  it.each(unknown)('knows nothing of %j', (kind) => expect(kindsNamed(kind)).toEqual([]));
});

describe('knownKind', () => {
  it('finds a kind in its group', () => {
    expect(knownKind('apps', 'Deployment')).toEqual({
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      plural: 'deployments',
      scope: 'Namespaced',
    });
  });
  it('does not find a kind in a group it never was in', () => {
    expect(knownKind('batch', 'Deployment')).toBeUndefined();
  });
});

describe('knownScope', () => {
  const rows = [
    {
      name: 'a kind in the group it has left',
      group: 'extensions',
      kind: 'Ingress',
      scope: 'Namespaced',
    },
    { name: 'a removed kind', group: 'policy', kind: 'PodSecurityPolicy', scope: 'Cluster' },
    { name: 'a core kind', group: '', kind: 'PersistentVolume', scope: 'Cluster' },
    { name: 'an old core event', group: '', kind: 'Event', scope: 'Namespaced' },
    {
      name: 'the first cert-manager',
      group: 'certmanager.k8s.io',
      kind: 'ClusterIssuer',
      scope: 'Cluster',
    },
    { name: 'a storage class', group: 'storage.k8s.io', kind: 'StorageClass', scope: 'Cluster' },
    { name: 'an unknown kind', group: 'example.com', kind: 'Widget', scope: undefined },
  ];
  it.each(rows)('tells the scope of $name', ({ group, kind, scope }) => {
    expect(knownScope(group, kind)).toBe(scope);
  });
});

describe('the table', () => {
  it('is sorted by group and kind, without repetition', () => {
    const keys = data.map(([group, , kind]) => `${group}\u0000${kind}`);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it('has well-formed rows only', () => {
    for (const [group, version, kind, plural, scope, mark, ...rest] of data) {
      expect(group).toMatch(/^([a-z0-9-]+(\.[a-z0-9-]+)*)?$/);
      expect(version).toMatch(/^v[0-9]+((alpha|beta)[0-9]+)?$/);
      expect(kind).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      expect(plural).toMatch(/^[a-z0-9]+$/);
      expect(scope).toMatch(/^(Namespaced|Cluster)$/);
      expect([undefined, 'legacy']).toContain(mark);
      expect(rest).toEqual([]);
    }
  });

  it.each(legacyRows)('has a present group for the legacy %s/%s %s', (_group, _version, kind) => {
    expect(kindsNamed(kind as string)).toHaveLength(1);
  });
});
