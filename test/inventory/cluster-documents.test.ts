import { describe, expect, test } from 'vitest';
import { clusterKindOf, readClusterDocument } from '../../src/inventory/cluster-documents.ts';
import type { ClusterFields, EngineNames } from '../../src/model/cluster.ts';
import type { KubeObject } from '../../src/model/kube-object.ts';
import type { Origin } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';
import { objectsOf } from './read-yaml.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  /** Every entry, without what is empty. */
  readonly clusters: readonly unknown[];
  /** Pointers to everything that the first entry says. */
  readonly places?: Readonly<Record<string, string>>;
  readonly said?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'Karmada, everything',
    text: `
apiVersion: cluster.karmada.io/v1alpha1
kind: Cluster
metadata:
  name: member-1
  uid: 4e2f
  labels: {env: prod}
  annotations: {note: x}
spec:
  apiEndpoint: https://10.0.0.4:6443
  id: 4e2f
  impersonatorSecretRef: {name: member-1-impersonator, namespace: karmada-cluster}
  secretRef: {name: member-1, namespace: karmada-cluster}
  provider: aws
  region: eu-west-1
  zone: eu-west-1c
  zones: [eu-west-1a, eu-west-1b]
  syncMode: Push
  taints:
    - {key: dedicated, value: batch, effect: NoSchedule}
    - {key: cluster.karmada.io/not-ready, effect: NoSchedule, timeAdded: "2024-01-01T00:00:00Z"}
    - {key: maintenance, effect: NoExecute}
status:
  kubernetesVersion: v1.30.2
  conditions: [{type: Ready, status: "False"}]
`,
    clusters: [
      {
        kind: 'karmada',
        name: 'member-1',
        labels: { env: 'prod' },
        fields: {
          server: 'https://10.0.0.4:6443',
          provider: 'aws',
          region: 'eu-west-1',
          zones: ['eu-west-1a', 'eu-west-1b'],
          kubeVersion: 'v1.30.2',
        },
        taints: [
          { key: 'dedicated', value: 'batch', effect: 'NoSchedule' },
          { key: 'maintenance', effect: 'NoExecute' },
        ],
      },
    ],
    places: {
      name: '/metadata/name',
      'label env': '/metadata/labels/env',
      server: '/spec/apiEndpoint',
      provider: '/spec/provider',
      region: '/spec/region',
      zones: '/spec/zones',
      kubeVersion: '/status/kubernetesVersion',
      'taint 0': '/spec/taints/0',
      'taint 1': '/spec/taints/2',
    },
  },
  {
    name: 'Karmada, the zone of old',
    text: '{apiVersion: cluster.karmada.io/v1alpha1, kind: Cluster, metadata: {name: a}, spec: {zone: z, zones: []}}',
    clusters: [{ kind: 'karmada', name: 'a', fields: { zones: ['z'] } }],
    places: { name: '/metadata/name', zones: '/spec/zone' },
  },
  {
    name: 'Open Cluster Management, everything',
    text: `
apiVersion: cluster.open-cluster-management.io/v1
kind: ManagedCluster
metadata:
  name: cluster1
  labels: {cluster.open-cluster-management.io/clusterset: prod, vendor: OpenShift}
spec:
  hubAcceptsClient: true
  managedClusterClientConfigs:
    - {url: "https://api.cluster1.example.com:6443/", caBundle: Q0E=}
  taints:
    - {key: gpu, value: "true", effect: NoSelect, timeAdded: "2024-01-01T00:00:00Z"}
    - {key: cluster.open-cluster-management.io/unreachable, effect: NoSelect}
status:
  allocatable: {cpu: "12"}
  clusterClaims:
    - {name: id.k8s.io, value: 0a1b}
    - {name: kubeversion.open-cluster-management.io, value: v1.29.0}
    - {name: platform.open-cluster-management.io, value: AWS}
    - {name: region.open-cluster-management.io, value: eu-central-1}
  version: {kubernetes: v1.29.6}
`,
    clusters: [
      {
        kind: 'ocm',
        name: 'cluster1',
        names: { ocm: 'cluster1' },
        labels: { 'cluster.open-cluster-management.io/clusterset': 'prod', vendor: 'OpenShift' },
        fields: {
          server: 'https://api.cluster1.example.com:6443',
          provider: 'aws',
          region: 'eu-central-1',
          kubeVersion: 'v1.29.6',
        },
        taints: [{ key: 'gpu', value: 'true', effect: 'NoSelect' }],
      },
    ],
    places: {
      name: '/metadata/name',
      'name ocm': '/metadata/name',
      'label cluster.open-cluster-management.io/clusterset':
        '/metadata/labels/cluster.open-cluster-management.io~1clusterset',
      'label vendor': '/metadata/labels/vendor',
      server: '/spec/managedClusterClientConfigs/0/url',
      provider: '/status/clusterClaims/2/value',
      region: '/status/clusterClaims/3/value',
      kubeVersion: '/status/version/kubernetes',
      'taint 0': '/spec/taints/0',
    },
  },
  {
    name: 'Open Cluster Management, a version that is only claimed, and no platform',
    text: `
apiVersion: cluster.open-cluster-management.io/v1
kind: ManagedCluster
metadata: {name: a}
status:
  clusterClaims:
    - {name: kubeversion.open-cluster-management.io, value: v1.29.0}
    - {name: platform.open-cluster-management.io, value: None}
`,
    clusters: [{ kind: 'ocm', name: 'a', names: { ocm: 'a' }, fields: { kubeVersion: 'v1.29.0' } }],
  },
  {
    name: 'Argo CD, as a person writes it',
    text: `
apiVersion: v1
kind: Secret
metadata:
  name: prod-eu-secret
  namespace: argocd
  labels: {argocd.argoproj.io/secret-type: cluster, env: prod}
type: Opaque
stringData:
  name: prod-eu
  server: https://eu.example.com/
  config: '{"bearerToken": "hunter2"}'
data: {name: b3RoZXI=}
`,
    clusters: [
      {
        kind: 'argocd',
        name: 'prod-eu',
        names: { argocd: 'prod-eu' },
        labels: { 'argocd.argoproj.io/secret-type': 'cluster', env: 'prod' },
        fields: { server: 'https://eu.example.com' },
      },
    ],
    places: {
      name: '/stringData/name',
      'name argocd': '/stringData/name',
      'label argocd.argoproj.io/secret-type': '/metadata/labels/argocd.argoproj.io~1secret-type',
      'label env': '/metadata/labels/env',
      server: '/stringData/server',
    },
  },
  {
    name: 'Argo CD, as the API server gives it, in a SecretList',
    text: `
apiVersion: v1
kind: SecretList
items:
  - apiVersion: v1
    kind: Secret
    metadata:
      name: cluster-1
      labels: {argocd.argoproj.io/secret-type: cluster, argocd.argoproj.io/kubernetes-version: "1.31"}
    data: {name: cHJvZC1ldQ==, server: aHR0cHM6Ly9ldS5leGFtcGxlLmNvbQ==, config: aHVudGVyMg==}
  - {apiVersion: v1, kind: Secret, metadata: {name: other}, data: {name: cHJvZC1ldQ==}}
`,
    clusters: [
      {
        kind: 'argocd',
        name: 'prod-eu',
        names: { argocd: 'prod-eu' },
        labels: {
          'argocd.argoproj.io/secret-type': 'cluster',
          'argocd.argoproj.io/kubernetes-version': '1.31',
        },
        fields: { server: 'https://eu.example.com', kubeVersion: '1.31' },
      },
    ],
    places: {
      name: '/items/0/data/name',
      'name argocd': '/items/0/data/name',
      'label argocd.argoproj.io/secret-type':
        '/items/0/metadata/labels/argocd.argoproj.io~1secret-type',
      'label argocd.argoproj.io/kubernetes-version':
        '/items/0/metadata/labels/argocd.argoproj.io~1kubernetes-version',
      server: '/items/0/data/server',
      kubeVersion: '/items/0/metadata/labels/argocd.argoproj.io~1kubernetes-version',
    },
  },
  {
    name: 'Argo CD, the cluster that it runs in: its address says nothing',
    text: '{apiVersion: v1, kind: Secret, metadata: {labels: {argocd.argoproj.io/secret-type: cluster}}, stringData: {name: hub, server: "https://kubernetes.default.svc"}}',
    clusters: [
      {
        kind: 'argocd',
        name: 'hub',
        names: { argocd: 'hub' },
        labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
      },
    ],
  },
  ...(
    [
      ['no name', '{}', 'inventory/invalid '],
      ['an empty name', 'stringData: {name: ""}', 'inventory/invalid '],
      ['a name that is no text', 'stringData: {name: 5}', 'inventory/invalid /stringData/name'],
      ['an encoded name that is no text', 'data: {name: 5}', 'inventory/invalid /data/name'],
      ['a name that is no base64', 'data: {name: prod-eu}', 'inventory/invalid /data/name'],
      ['a name without its padding', 'data: {name: cHJvZC1ldQ}', 'inventory/invalid /data/name'],
      ['a name that is no UTF-8', 'data: {name: /w==}', 'inventory/invalid /data/name'],
      [
        'a name that is encrypted',
        'stringData: {name: "ENC[AES256_GCM,data:x]"}',
        'inventory/invalid /stringData/name',
      ],
      ['data that is no map', 'data: cHJvZC1ldQ==', 'inventory/invalid '],
    ] as const
  ).map(([name, member, said]) => ({
    name: `Argo CD, ${name}`,
    text: `{apiVersion: v1, kind: Secret, metadata: {name: a, labels: {argocd.argoproj.io/secret-type: cluster}}, ${member === '{}' ? 'type: Opaque' : member}}`,
    clusters: [],
    said: [said],
  })),
  {
    name: 'Cluster API, v1beta1 without a topology',
    text: `
apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: {name: prod-eu, namespace: fleet, labels: {env: prod}}
spec:
  controlPlaneEndpoint: {host: prod-eu.eks.amazonaws.com, port: 443}
  infrastructureRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta2, kind: AWSManagedCluster, name: prod-eu}
status:
  failureDomains: {eu-west-1a: {controlPlane: true}, eu-west-1b: {}}
`,
    clusters: [
      {
        kind: 'cluster-api',
        name: 'prod-eu',
        labels: { env: 'prod' },
        fields: {
          server: 'https://prod-eu.eks.amazonaws.com:443',
          provider: 'aws',
          zones: ['eu-west-1a', 'eu-west-1b'],
        },
      },
    ],
    places: {
      name: '/metadata/name',
      'label env': '/metadata/labels/env',
      server: '/spec/controlPlaneEndpoint/host',
      provider: '/spec/infrastructureRef/kind',
      zones: '/status/failureDomains',
    },
  },
  {
    name: 'Cluster API, v1beta2 with a topology',
    text: `
apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata: {name: a}
spec:
  controlPlaneEndpoint: {host: "fd00::1", port: 6443}
  infrastructureRef: {apiGroup: infrastructure.cluster.x-k8s.io, kind: DockerCluster, name: a}
  topology:
    classRef: {name: quick-start}
    version: v1.31.0
    variables: [{name: location, value: westeurope}, {name: sizes, value: {a: 1}}]
status:
  failureDomains: [{name: fd1, controlPlane: true}, {name: fd2}]
`,
    clusters: [
      {
        kind: 'cluster-api',
        name: 'a',
        fields: {
          server: 'https://[fd00::1]:6443',
          provider: 'docker',
          region: 'westeurope',
          zones: ['fd1', 'fd2'],
          kubeVersion: 'v1.31.0',
        },
      },
    ],
  },
  {
    name: 'Cluster API, before the control plane is there',
    text: '{apiVersion: cluster.x-k8s.io/v1beta1, kind: Cluster, metadata: {name: a}, spec: {controlPlaneEndpoint: {host: "", port: 0}}}',
    clusters: [{ kind: 'cluster-api', name: 'a' }],
  },
  {
    name: 'SIG Multicluster',
    text: `
apiVersion: multicluster.x-k8s.io/v1alpha1
kind: ClusterProfile
metadata: {name: bravelion, namespace: fleet-system, labels: {x-k8s.io/cluster-manager: some-manager, env: prod}}
spec:
  displayName: Brave Lion
  clusterManager: {name: some-manager}
status:
  version: {kubernetes: 1.28.0}
  properties:
    - {name: clusterset.k8s.io, value: some-set}
    - {name: topology.kubernetes.io/region, value: apac}
    - {name: zone.example.io, value: apac-1}
  accessProviders:
    - {name: none, cluster: {}}
    - {name: google, cluster: {server: "https://34.0.0.1", certificate-authority-data: Q0E=}}
  conditions: [{type: ControlPlaneHealthy, status: "True"}]
`,
    clusters: [
      {
        kind: 'cluster-profile',
        name: 'bravelion',
        labels: { 'x-k8s.io/cluster-manager': 'some-manager', env: 'prod' },
        fields: {
          server: 'https://34.0.0.1',
          region: 'apac',
          zones: ['apac-1'],
          kubeVersion: '1.28.0',
        },
      },
    ],
    places: {
      name: '/metadata/name',
      'label x-k8s.io/cluster-manager': '/metadata/labels/x-k8s.io~1cluster-manager',
      'label env': '/metadata/labels/env',
      server: '/status/accessProviders/1/cluster/server',
      region: '/status/properties/1/value',
      zones: '/status/properties/2/value',
      kubeVersion: '/status/version/kubernetes',
    },
  },
  {
    name: 'SIG Multicluster, the providers under their older name',
    text: '{apiVersion: multicluster.x-k8s.io/v1alpha1, kind: ClusterProfile, metadata: {name: a}, status: {credentialProviders: [{name: x, cluster: {server: "https://u:p@h"}}]}}',
    clusters: [{ kind: 'cluster-profile', name: 'a', fields: { server: 'https://h' } }],
  },
  {
    name: 'Fleet, as Rancher makes it',
    text: `
apiVersion: fleet.cattle.io/v1alpha1
kind: Cluster
metadata:
  name: c-m-4x2bd
  namespace: fleet-default
  labels: {management.cattle.io/cluster-display-name: prod-eu, env: prod}
spec: {kubeConfigSecret: c-m-4x2bd-kubeconfig, templateValues: {a: 1}}
`,
    clusters: [
      {
        kind: 'fleet',
        name: 'prod-eu',
        names: { fleet: 'c-m-4x2bd' },
        labels: { 'management.cattle.io/cluster-display-name': 'prod-eu', env: 'prod' },
      },
    ],
    places: {
      name: '/metadata/labels/management.cattle.io~1cluster-display-name',
      'name fleet': '/metadata/name',
      'label management.cattle.io/cluster-display-name':
        '/metadata/labels/management.cattle.io~1cluster-display-name',
      'label env': '/metadata/labels/env',
    },
  },
  {
    name: 'Fleet without Rancher',
    text: '{apiVersion: fleet.cattle.io/v1alpha1, kind: Cluster, metadata: {name: a}}',
    clusters: [{ kind: 'fleet', name: 'a', names: { fleet: 'a' } }],
  },
  {
    name: 'Config Sync',
    text: `
apiVersion: clusterregistry.k8s.io/v1alpha1
kind: Cluster
metadata: {name: cluster-1, labels: {environment: prod}}
spec:
  kubernetesApiEndpoints: {serverEndpoints: [{clientCIDR: 0.0.0.0/0, serverAddress: "https://1.2.3.4"}], caBundle: Q0E=}
`,
    clusters: [
      {
        kind: 'config-sync',
        name: 'cluster-1',
        labels: { environment: 'prod' },
        fields: { server: 'https://1.2.3.4' },
      },
    ],
  },
  {
    name: 'a kubeconfig: each context is a cluster',
    text: `
apiVersion: v1
clusters:
  - {name: eks, cluster: {server: "https://eks.example.com", certificate-authority-data: Q0E=}}
  - {name: eks, cluster: {server: "https://second.example.com"}}
  - {name: kind, cluster: {server: "https://user:hunter2@127.0.0.1:6443"}}
contexts:
  - {name: "arn:aws:eks:eu-west-1:1:cluster/prod", context: {cluster: eks, user: admin, namespace: shop}}
  - {name: kind-dev, context: {cluster: kind, user: kind}}
  - {name: lost, context: {cluster: gone}}
current-context: kind-dev
kind: Config
preferences: {}
users: [{name: admin, user: {token: hunter2}}]
`,
    clusters: [
      {
        kind: 'kubeconfig',
        name: 'arn:aws:eks:eu-west-1:1:cluster/prod',
        names: { context: 'arn:aws:eks:eu-west-1:1:cluster/prod' },
        fields: { server: 'https://eks.example.com' },
      },
      {
        kind: 'kubeconfig',
        name: 'kind-dev',
        names: { context: 'kind-dev' },
        fields: { server: 'https://127.0.0.1:6443' },
      },
      { kind: 'kubeconfig', name: 'lost', names: { context: 'lost' } },
    ],
    places: {
      name: '/contexts/0/name',
      'name context': '/contexts/0/name',
      server: '/clusters/0/cluster/server',
    },
  },
  {
    name: 'a kubeconfig without contexts, and with contexts that have no names',
    text: `
apiVersion: v1
kind: Config
clusters: []
---
apiVersion: v1
kind: Config
contexts: [{context: {}}, text, {name: 5}]
`,
    clusters: [],
    said: [
      'inventory/invalid ',
      'inventory/invalid /contexts/0',
      'inventory/invalid /contexts/1',
      'inventory/invalid /contexts/2',
    ],
  },
  {
    name: 'objects without a name, and labels that are no text',
    text: `
apiVersion: v1
kind: List
items:
  - {apiVersion: cluster.karmada.io/v1alpha1, kind: Cluster, metadata: {}}
  - {apiVersion: cluster.open-cluster-management.io/v1, kind: ManagedCluster, metadata: {name: 5}}
  - {apiVersion: fleet.cattle.io/v1alpha1, kind: Cluster, metadata: {name: a, labels: {tier: 1}}}
`,
    clusters: [{ kind: 'fleet', name: 'a', names: { fleet: 'a' } }],
    said: [
      'inventory/invalid /items/0',
      'inventory/invalid /items/1/metadata/name',
      'inventory/invalid /items/2/metadata/labels/tier',
    ],
  },
  {
    name: 'a list of a kind is its items',
    text: `
apiVersion: cluster.open-cluster-management.io/v1
kind: ManagedClusterList
items:
  - {apiVersion: cluster.open-cluster-management.io/v1, kind: ManagedCluster, metadata: {name: a}}
  - {apiVersion: cluster.open-cluster-management.io/v1, kind: ManagedCluster, metadata: {name: b}}
`,
    clusters: [
      { kind: 'ocm', name: 'a', names: { ocm: 'a' } },
      { kind: 'ocm', name: 'b', names: { ocm: 'b' } },
    ],
  },
];

describe('readClusterDocument', () => {
  test.each(rows)('$name', ({ text, clusters, places, said }) => {
    const read = objectsOf(text).map(readClusterDocument);
    const entries = read.flatMap(({ value }) => value);
    const shown = entries.map(({ kind, cluster: { name, names, labels, fields, taints } }) =>
      withoutEmpty({ kind, name, names: { ...names }, labels: { ...labels }, fields, taints }),
    );
    expect(shown).toEqual(clusters);
    for (const { cluster } of entries) expect(cluster.annotations).toEqual(Object.create(null));
    if (places !== undefined) expect(placesOf(entries[0])).toEqual(places);
    const diagnostics = read.flatMap((outcome) => outcome.diagnostics);
    expect(diagnostics.map(({ code, at }) => `${code} ${(at as Origin).pointer}`)).toEqual(
      said ?? [],
    );
    expect(JSON.stringify({ entries, diagnostics })).not.toMatch(/hunter2|aHVudGVyMg|Q0E=/);
  });

  test('what a document does not say has a place all the same: the cluster', () => {
    const [source] = objectsOf(
      '{apiVersion: v1, kind: Config, contexts: [{name: a, context: {}}]}',
    ).map(readClusterDocument);
    const [entry] = source?.value ?? [];
    const places = [
      entry?.labelAt('x'),
      entry?.fieldAt('region'),
      entry?.annotationAt('x'),
      entry?.otherNameAt('fleet'),
      entry?.taintAt(0),
    ];
    expect(places.map((place) => place?.pointer)).toEqual(Array(5).fill('/contexts/0'));
  });
});

/** Everything that the entry says, by what it is. */
function placesOf(entry: ReturnType<typeof readClusterDocument>['value'][number] | undefined) {
  if (entry === undefined) return {};
  const { labels, fields, names, taints } = entry.cluster;
  const keysOf = <Key extends string>(values: object) => Object.keys(values) as Key[];
  const origins: readonly (readonly [string, Origin])[] = [
    ['name', entry.nameAt],
    ...keysOf<keyof EngineNames>(names).map(
      (key) => [`name ${key}`, entry.otherNameAt(key)] as const,
    ),
    ...keysOf(labels).map((key) => [`label ${key}`, entry.labelAt(key)] as const),
    ...keysOf<keyof ClusterFields>(fields).map((key) => [key, entry.fieldAt(key)] as const),
    ...taints.map((_, index) => [`taint ${index}`, entry.taintAt(index)] as const),
  ];
  return Object.fromEntries(origins.map(([what, { pointer }]) => [what, pointer]));
}

function withoutEmpty(values: object): object {
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

describe('clusterKindOf', () => {
  const kinds: readonly (readonly [apiVersion: string, kind: string, rest: object, is: unknown])[] =
    [
      ['fedc/v1alpha1', 'ClusterInventory', {}, 'ClusterInventory'],
      ['core.kubefed.io/v1beta1', 'KubeFedCluster', {}, 'KubeFedCluster'],
      ['cluster.karmada.io/v1alpha1', 'Cluster', {}, 'karmada'],
      ['cluster.open-cluster-management.io/v1', 'ManagedCluster', {}, 'ocm'],
      ['cluster.open-cluster-management.io/v1', 'ManagedClusterSet', {}, undefined],
      ['cluster.x-k8s.io/v1beta1', 'Cluster', {}, 'cluster-api'],
      ['cluster.x-k8s.io/v1beta2', 'Cluster', {}, 'cluster-api'],
      ['cluster.x-k8s.io/v1beta1', 'MachineDeployment', {}, undefined],
      ['clusterregistry.k8s.io/v1alpha1', 'Cluster', {}, 'config-sync'],
      ['fleet.cattle.io/v1alpha1', 'Cluster', {}, 'fleet'],
      ['fleet.cattle.io/v1alpha1', 'ClusterGroup', {}, undefined],
      ['multicluster.x-k8s.io/v1alpha1', 'ClusterProfile', {}, 'cluster-profile'],
      ['management.cattle.io/v3', 'Cluster', {}, undefined],
      ['postgresql.cnpg.io/v1', 'Cluster', {}, undefined],
      ['v1', 'Cluster', {}, undefined],
      ['__proto__/v1', 'Cluster', {}, undefined],
      ['v1', 'Secret', {}, undefined],
      [
        'v1',
        'Secret',
        { metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } } },
        'argocd',
      ],
      [
        'v1',
        'Secret',
        { metadata: { labels: { 'argocd.argoproj.io/secret-type': 'repository' } } },
        undefined,
      ],
      [
        'v2',
        'Secret',
        { metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } } },
        undefined,
      ],
      ['v1', 'Config', { contexts: [] }, 'kubeconfig'],
      ['v1', 'Config', { users: [] }, 'kubeconfig'],
      ['v1', 'Config', {}, undefined],
      ['fedc/v1alpha1', 'Config', { contexts: [] }, undefined],
    ];
  test.each(kinds)('%s %s %j: %s', (apiVersion, kind, rest, is) => {
    expect(clusterKindOf(jsonValue({ apiVersion, kind, ...rest }) as KubeObject)).toBe(is);
  });
});
