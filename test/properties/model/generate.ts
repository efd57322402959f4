/** Random small repositories, most of which compile. */
import fc from 'fast-check';
import type { ModelInput } from './compile-model.ts';
import type { ModelDocument } from './documents.ts';
import {
  drawGoodPlacement,
  drawOverrides,
  drawPlacement,
  drawTemplate,
  labelPool,
  type Pools,
} from './generate-objects.ts';
import { type Draw, makeDraw } from './random.ts';
import { type ModelConfig, type Rows, resolveRows, rowValues } from './rows.ts';
import type { Json, JsonMap } from './values.ts';

/** A repository for the model and for the compiler alike. */
export const repositories: fc.Arbitrary<ModelInput> = fc.gen().map((generator) => {
  const mood = generator(fc.constantFrom, 'calm', 'calm', 'wild');
  return drawRepository(makeDraw(generator, mood));
});

function drawRepository(draw: Draw): ModelInput {
  const config = drawConfig(draw);
  const clusterNames = ['east', 'west', 'north', 'c-1', 'c-2', 'c-3'].slice(0, draw.between(1, 6));
  const pools: Pools = {
    clusters: clusterNames,
    namespaces: ['shop', 'pay', 'default', config.kubefedNamespace].filter(
      (name) => name === 'shop' || draw.chance(name === 'default' ? 20 : 40),
    ),
    oldShapes: resolveRows(config).oldShapes === 'accept' ? 5 : 1,
  };
  const documents = [
    ...drawClusters(draw, clusterNames, config),
    ...drawControlPlane(draw, config),
    ...drawTypeConfigs(draw, config),
    ...pools.namespaces
      .filter(() => draw.chance(75))
      .map((name) => drawNamespace(draw, name, pools)),
    ...drawObjects(draw, config, pools),
  ];
  return {
    config,
    documents: [...spread(draw, documents), ...drawPlainObjects(draw, config, pools)],
  };
}

function drawConfig(draw: Draw): ModelConfig {
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
  return config;
}

function drawClusters(draw: Draw, names: readonly string[], config: ModelConfig): JsonMap[] {
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

function drawControlPlane(draw: Draw, config: ModelConfig): JsonMap[] {
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

function drawTypeConfigs(draw: Draw, config: ModelConfig): JsonMap[] {
  const known: [plural: string, group: string, version: string, kind: string, scope: string][] = [
    ['widgets', 'example.io', 'v1', 'Widget', 'Namespaced'],
    ['configmaps', '', 'v1', 'ConfigMap', 'Namespaced'],
    ['deployments', 'apps', 'v1', 'Deployment', 'Namespaced'],
    ['namespaces', '', 'v1', 'Namespace', 'Cluster'],
  ];
  return known
    .filter(([, , , kind]) => (kind === 'Widget' ? !draw.mistake(5) : draw.chance(12)))
    .map(([plural, group, version, kind, scope]) => {
      const metadata: JsonMap = { name: group === '' ? plural : `${plural}.${group}` };
      if (draw.mistake(3)) metadata['name'] = 'wrong.example.io';
      // A type of its own has to count, or its objects would be of an unknown kind.
      if (draw.chance(70)) metadata['namespace'] = config.kubefedNamespace;
      else if (kind !== 'Widget' && draw.chance(40)) metadata['namespace'] = 'shop';
      const targetType: JsonMap = { version, kind, scope };
      if (group !== '') targetType['group'] = group;
      if (draw.chance(70) || draw.mistake()) targetType['pluralName'] = plural;
      return {
        apiVersion: 'core.kubefed.io/v1beta1',
        kind: 'FederatedTypeConfig',
        metadata,
        spec: {
          targetType,
          federatedType: {
            group: 'types.kubefed.io',
            version: 'v1beta1',
            kind: `Federated${kind}`,
            pluralName: `federated${plural}`,
            scope: 'Namespaced',
          },
          propagation: draw.chance(12) ? 'Disabled' : 'Enabled',
        },
      };
    });
}

function drawNamespace(draw: Draw, name: string, pools: Pools): JsonMap {
  const isSystem = name !== 'shop' && name !== 'pay';
  const isMismatched = draw.chance(3);
  const metadata: JsonMap = { name: isMismatched ? `${name}-x` : name };
  if (draw.chance(85) || isMismatched) metadata['namespace'] = name;
  const placement =
    isSystem || isMismatched || draw.chance(50)
      ? drawGoodPlacement(draw, pools)
      : drawPlacement(draw, pools);
  return drawFederated(draw, 'Namespace', metadata, placement, pools);
}

function drawFederated(
  draw: Draw,
  kind: string,
  metadata: JsonMap,
  placement: Json | undefined,
  pools: Pools,
): JsonMap {
  const spec: JsonMap = {};
  const template = drawTemplate(draw, kind);
  if (template !== undefined) spec['template'] = template;
  if (placement !== undefined) spec['placement'] = placement;
  const overrides = drawOverrides(draw, kind, pools);
  if (overrides.length > 0) spec['overrides'] = overrides;
  if (draw.mistake(2)) spec['placment'] = {};
  const document: JsonMap = {
    apiVersion: drawApiVersion(draw),
    kind: `Federated${kind}`,
    metadata,
    spec,
  };
  if (draw.mistake(3)) document['placement'] = { clusterSelector: {} };
  if (draw.chance(pools.oldShapes)) makeOld(draw, document, spec, pools);
  return document;
}

/** The form of the first unified release: its group, `clusterNames`, dotted paths. */
function makeOld(draw: Draw, document: JsonMap, spec: JsonMap, pools: Pools): void {
  document['apiVersion'] = 'types.federation.k8s.io/v1alpha1';
  spec['placement'] = { clusterNames: [draw.pick(pools.clusters), draw.pick(pools.clusters)] };
  const overrides = (spec['overrides'] ?? []) as { clusterOverrides: JsonMap[] }[];
  for (const item of overrides.flatMap(({ clusterOverrides }) => clusterOverrides))
    if (draw.chance(70)) item['path'] = dottedPath(String(item['path']));
}

/** The dotted form of a pointer, if it has one. */
function dottedPath(pointer: string): string {
  if (!/^(\/[A-Za-z]+|\/[0-9]+)+$/.test(pointer)) return pointer;
  return pointer
    .slice(1)
    .replaceAll('/', '.')
    .replace(/\.([0-9]+)/g, '[$1]');
}

function drawApiVersion(draw: Draw): string {
  if (draw.chance(6)) return 'types.kubefed.k8s.io/v1beta1';
  if (draw.mistake(3)) return 'types.kubefed.io/v1alpha1';
  return 'types.kubefed.io/v1beta1';
}

function drawObjects(draw: Draw, config: ModelConfig, pools: Pools): JsonMap[] {
  const kinds = [
    'ConfigMap',
    'Deployment',
    'ClusterRole',
    'Widget',
    'StatefulSet',
    'ClusterRoleBinding',
  ];
  if (config.types.length > 0) kinds.push('Gadget');
  const documents: JsonMap[] = [];
  const made = new Set<string>();
  for (let count = draw.between(1, 6); count > 0; count -= 1) {
    const kind = draw.mistake(1) ? 'Mystery' : draw.pick(kinds.concat('ConfigMap', 'Deployment'));
    const metadata = drawIdentity(draw, config, pools);
    const identity = `${kind}/${metadata['namespace'] ?? config.defaultNamespace}/${metadata['name']}`;
    const isTwice = made.has(identity);
    // A second target of one preference would be a question of its own.
    if (isTwice && (kind === 'Deployment' || !draw.mistake(30))) continue;
    made.add(identity);
    documents.push(drawFederated(draw, kind, metadata, drawPlacement(draw, pools), pools));
    if (kind === 'Deployment' && draw.chance(60))
      documents.push(drawPreference(draw, metadata, pools));
  }
  return documents;
}

function drawIdentity(draw: Draw, config: ModelConfig, pools: Pools): JsonMap {
  const metadata: JsonMap = { name: draw.pick(['web', 'api', 'db', 'cache', 'mail']) };
  const mayLack = config.defaultNamespace !== undefined;
  const lacks = mayLack ? draw.chance(30) : draw.mistake(3);
  if (!lacks) metadata['namespace'] = draw.pick(pools.namespaces);
  return metadata;
}

function drawPreference(draw: Draw, target: JsonMap, pools: Pools): JsonMap {
  const clusters: JsonMap = {};
  for (const name of [...pools.clusters, '*'])
    if (draw.chance(50)) clusters[name] = drawWeights(draw);
  if (draw.mistake()) clusters['ghost'] = { weight: 1 };
  const spec: JsonMap = {
    targetKind: draw.mistake(3) ? 'FederatedStatefulSet' : 'FederatedDeployment',
    totalReplicas: draw.mistake(2) ? 'nine' : draw.between(0, 20),
  };
  if (draw.chance(80)) spec['clusters'] = clusters;
  if (draw.chance(40)) spec['rebalance'] = draw.chance(50);
  if (draw.chance(30)) spec['intersectWithClusterSelector'] = draw.chance(80);
  return {
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    metadata: draw.chance(5) ? { ...target, name: 'nobody' } : target,
    spec,
  };
}

function drawWeights(draw: Draw): JsonMap {
  const weights: JsonMap = {};
  if (draw.chance(70)) weights['weight'] = draw.mistake(3) ? -1 : draw.between(0, 5);
  const least = draw.between(0, 4);
  if (draw.chance(35)) weights['minReplicas'] = least;
  if (draw.chance(35))
    weights['maxReplicas'] = draw.mistake() ? least - 1 : least + draw.between(0, 6);
  return weights;
}

function drawPlainObjects(draw: Draw, config: ModelConfig, pools: Pools): ModelDocument[] {
  if (draw.chance(70)) return [];
  const documents: ModelDocument[] = [];
  const add = (path: string, value: JsonMap) => documents.push({ path, value });
  add('plain/config.yaml', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: draw.mistake(30) ? 'web' : 'plain', namespace: draw.pick(pools.namespaces) },
    data: { big: drawBig(draw) },
  });
  if (draw.chance(50))
    add('plain/thing.json', {
      apiVersion: 'example.io/v1',
      kind: 'Thing',
      metadata: { name: 'thing' },
    });
  if (draw.chance(50))
    add('plain/namespace.yaml', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'plain' },
    });
  add('left/alone.yaml', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'alone', namespace: 'shop' },
  });
  if (draw.chance(80))
    config.plainObjects.push({
      files: ['plain/**'],
      placement: drawGoodPlacement(draw, pools) as JsonMap,
    });
  return documents;
}

function drawBig(draw: Draw): Json {
  return draw.pick<Json>(['text', 12345678901234567890n]);
}

/** Puts the documents into files, in any order, sometimes inside Lists. */
function spread(draw: Draw, documents: readonly JsonMap[]): ModelDocument[] {
  const left = [...documents];
  const spreaded: ModelDocument[] = [];
  while (left.length > 0) {
    const [value] = left.splice(draw.between(0, left.length - 1), 1);
    const path = draw.chance(20)
      ? `json/${left.length}.json`
      : `apps/${draw.pick(['a', 'b', 'c'])}.yaml`;
    spreaded.push({ path, value: draw.chance(8) ? asList(value!) : value! });
  }
  return spreaded;
}

function asList(value: JsonMap): JsonMap {
  return { apiVersion: 'v1', kind: 'List', items: [value] };
}
