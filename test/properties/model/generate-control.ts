/** Random configurations, inventories, KubeFedConfigs and type configs. */
import { labelPool } from './generate-objects.ts';
import type { Draw } from './random.ts';
import { type ModelConfig, type Rows, rowValues } from './rows.ts';
import type { Json, JsonMap } from './values.ts';

export function drawConfig(draw: Draw): ModelConfig {
  const config: ModelConfig = {
    mode: draw.pick(['gitops', 'kubefed']),
    compatibility: {},
    kubefedNamespace: draw.pick(['kube-federation-system', 'federation']),
    types: [],
    plainObjects: [],
  };
  const rows: JsonMap = {};
  for (const row of Object.keys(rowValues) as (keyof Rows)[])
    if (draw.chance(15)) rows[row] = draw.pick<string>(rowValues[row]);
  // An object narrowed to nothing is no deliberate mistake, so half of the repositories only warn of it.
  if (draw.chance(50)) rows['noCluster'] = 'warn';
  config.compatibility = rows as Partial<Rows>;
  if (draw.chance(40)) config.defaultNamespace = draw.pick(['shop', 'pay']);
  if (draw.chance(25))
    config.types.push({
      federated: 'types.kubefed.io/v1beta1 FederatedGadget',
      target: 'example.io/v1 Gadget',
      scope: draw.pick(['Namespaced', 'Cluster']),
    });
  if (draw.chance(15))
    config.types.push({
      federated: `fed.example.org/v1 ${draw.pick(['Gizmo', 'FederatedGizmo'])}`,
      target: 'apps/v1 Deployment',
      scope: 'Namespaced',
    });
  if (draw.mistake(2))
    config.types.push({
      federated: 'types.kubefed.io/v1beta1 FederatedWidget',
      target: 'example.io/v2 Widget',
      scope: 'Namespaced',
    });
  return config;
}

export function drawClusters(draw: Draw, names: readonly string[], config: ModelConfig): JsonMap[] {
  const native: Json[] = [];
  const documents: JsonMap[] = [];
  const isNative = draw.chance(70);
  for (const name of names) {
    const labels: JsonMap = {};
    for (const [key, values] of Object.entries(labelPool))
      if (draw.chance(60)) labels[key] = draw.pick(values);
    if (isNative || draw.chance(30)) {
      native.push({ name, labels });
      continue;
    }
    const metadata: JsonMap = { name, labels };
    if (draw.chance(70)) metadata['namespace'] = draw.mistake() ? 'shop' : config.kubefedNamespace;
    documents.push({ apiVersion: 'core.kubefed.io/v1beta1', kind: 'KubeFedCluster', metadata });
  }
  if (native.length > 0)
    documents.push({ apiVersion: 'fedc/v1alpha1', kind: 'ClusterInventory', clusters: native });
  return documents;
}

export function drawControlPlane(draw: Draw, config: ModelConfig): JsonMap[] {
  if (draw.chance(60)) return [];
  const metadata: JsonMap = { name: draw.chance(10) ? 'other' : 'kubefed' };
  if (draw.chance(70)) metadata['namespace'] = draw.chance(15) ? 'shop' : config.kubefedNamespace;
  const featureGates: Json[] = [];
  for (const name of ['PushReconciler', 'SchedulerPreferences', 'RawResourceStatusCollection'])
    if (draw.chance(20))
      featureGates.push({ name, configuration: draw.pick(['Enabled', 'Disabled']) });
  return [
    {
      apiVersion: draw.chance(5) ? 'types.kubefed.io/v1beta1' : 'core.kubefed.io/v1beta1',
      kind: 'KubeFedConfig',
      metadata,
      spec: { scope: draw.chance(35) ? 'Namespaced' : 'Cluster', featureGates },
    },
  ];
}

export function drawTypeConfigs(draw: Draw, config: ModelConfig): JsonMap[] {
  const documents = known
    .filter(([, , , kind]) => (kind === 'Widget' ? !draw.mistake(5) : draw.chance(12)))
    .map((row) => drawTypeConfig(draw, config, row));
  // The same again, or a contradiction.
  for (const row of known) if (draw.chance(1)) documents.push(drawTypeConfig(draw, config, row));
  return documents;
}

type KnownRow = [plural: string, group: string, version: string, kind: string, scope: string];

const known: readonly KnownRow[] = [
  ['widgets', 'example.io', 'v1', 'Widget', 'Namespaced'],
  ['configmaps', '', 'v1', 'ConfigMap', 'Namespaced'],
  ['deployments', 'apps', 'v1', 'Deployment', 'Namespaced'],
  ['namespaces', '', 'v1', 'Namespace', 'Cluster'],
  ['clusterrolebindings', 'rbac.authorization.k8s.io', 'v1', 'ClusterRoleBinding', 'Cluster'],
];

/** Kinds that are known from their definition alone. */
export function drawDefinition(draw: Draw): JsonMap {
  const versions = ['v1', 'v2'].map((name) => ({ name, served: true, storage: name === 'v2' }));
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'doodads.example.io' },
    spec: {
      group: 'example.io',
      names: { kind: 'Doodad', plural: 'doodads' },
      scope: draw.pick(['Namespaced', 'Cluster']),
      versions: draw.chance(50) ? versions : versions.toReversed(),
    },
  };
}

function drawTypeConfig(draw: Draw, config: ModelConfig, row: KnownRow): JsonMap {
  const [plural, group, version, kind, scope] = row;
  const metadata: JsonMap = { name: group === '' ? plural : `${plural}.${group}` };
  if (draw.mistake(3)) metadata['name'] = 'wrong.example.io';
  // A type of its own has to count, or its objects would be of an unknown kind.
  if (draw.chance(70)) metadata['namespace'] = config.kubefedNamespace;
  else if (kind !== 'Widget' && draw.chance(40)) metadata['namespace'] = 'shop';
  const isOdd = kind !== 'Namespace' && draw.chance(3);
  const targetType: JsonMap = { version, kind, scope: isOdd ? 'Cluster' : scope };
  if (group !== '') targetType['group'] = group;
  if (draw.chance(70) || draw.mistake()) targetType['pluralName'] = plural;
  return {
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'FederatedTypeConfig',
    metadata,
    spec: {
      targetType,
      federatedType: {
        group: draw.chance(90) || kind === 'Widget' ? 'types.kubefed.io' : 'fed.example.org',
        version: 'v1beta1',
        kind: `Federated${kind}`,
        pluralName: `federated${plural}`,
        scope: 'Namespaced',
      },
      propagation: draw.chance(12) ? 'Disabled' : 'Enabled',
    },
  };
}
