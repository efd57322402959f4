/** Random small repositories, most of which compile. */
import fc from 'fast-check';
import type { ModelInput } from './compile-model.ts';
import type { ModelDocument } from './documents.ts';
import {
  drawBody,
  drawGoodPlacement,
  drawMetadata,
  drawOverrides,
  drawPlacement,
  drawSelector,
  drawTemplate,
  labelPool,
  type Pools,
} from './generate-objects.ts';
import { type Draw, makeDraw } from './random.ts';
import { type ModelConfig, type Rows, resolveRows, rowValues } from './rows.ts';
import { isMap, type Json, type JsonMap } from './values.ts';

/** A repository for the model and for the compiler alike. */
export const repositories: fc.Arbitrary<ModelInput> = repositoriesIn('calm', 'calm', 'wild');

/** Repositories of one of some moods. */
export function repositoriesIn(...moods: ('calm' | 'wild')[]): fc.Arbitrary<ModelInput> {
  return fc.gen().map((generator) => {
    const mood = generator(fc.constantFrom, ...moods);
    const draw = makeDraw(generator, mood);
    const input = drawRepository(draw);
    return draw.chance(30) ? { ...input, earlier: drawEarlier(draw, input) } : input;
  });
}

/** The same repository, or one with other replica counts and without some of the documents. */
function drawEarlier(draw: Draw, input: ModelInput): ModelInput {
  if (draw.chance(40)) return input;
  const changed = input.documents
    .filter(() => !draw.chance(8))
    .map(({ path, value }) => ({ path, value: withOtherCounts(draw, value) }));
  return { ...input, documents: changed };
}

function withOtherCounts(draw: Draw, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => withOtherCounts(draw, item));
  if (!isMap(value)) return value;
  const copy: JsonMap = {};
  for (const [key, inner] of Object.entries(value)) {
    const isCount = ['totalReplicas', 'weight', 'replicas'].includes(key);
    copy[key] =
      isCount && typeof inner === 'number' && draw.chance(60)
        ? draw.between(0, 12)
        : withOtherCounts(draw, inner);
  }
  return copy;
}

function drawRepository(draw: Draw): ModelInput {
  const config = drawConfig(draw);
  const clusterNames = ['east', 'west', 'north', 'c-1', 'c-2', 'c-3'].slice(0, draw.between(1, 6));
  const hasTwins = draw.chance(5);
  const pools: Pools = {
    clusters: clusterNames,
    hasTwins,
    namespaces: ['shop', 'pay', 'default', config.kubefedNamespace].filter(
      (name) => name === 'shop' || draw.chance(name === 'default' ? 20 : 40),
    ),
    oldShapes: resolveRows(config).oldShapes === 'accept' ? 5 : 1,
  };
  const documents = [
    ...(draw.mistake(2) ? [] : drawClusters(draw, clusterNames, config)),
    ...drawControlPlane(draw, config),
    ...drawTypeConfigs(draw, config),
    ...pools.namespaces
      .filter(() => draw.chance(75))
      .map((name) => drawNamespace(draw, name, pools)),
    ...(hasTwins ? [drawNamespace(draw, draw.pick(pools.namespaces), pools)] : []),
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

function drawTypeConfig(draw: Draw, config: ModelConfig, row: KnownRow): JsonMap {
  const [plural, group, version, kind, scope] = row;
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
  if (draw.chance(4)) spec['retainReplicas'] = draw.mistake(60) ? 'yes' : draw.chance(60);
  const document: JsonMap = {
    apiVersion: drawApiVersion(draw, kind),
    kind: kind === 'Gizmo' && draw.chance(50) ? kind : `Federated${kind}`,
    metadata,
    spec,
  };
  if (draw.mistake(1)) delete document['spec'];
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

function drawApiVersion(draw: Draw, kind: string): string {
  if (kind === 'Gizmo' || draw.chance(1)) return 'fed.example.org/v1beta1';
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
  for (const { federated } of config.types)
    kinds.push(federated.startsWith('fed.') ? 'Gizmo' : 'Gadget');
  const documents: JsonMap[] = [];
  const made = new Set<string>();
  for (let count = draw.between(1, 6); count > 0; count -= 1) {
    const kind = draw.mistake(1) ? 'Mystery' : draw.pick(kinds.concat('ConfigMap', 'Deployment'));
    const metadata = drawIdentity(draw, config, pools);
    const identity = `${kind}/${metadata['namespace'] ?? config.defaultNamespace}/${metadata['name']}`;
    const isTwice = made.has(identity);
    // A second target of one preference would be a question of its own.
    if (isTwice && (kind === 'Deployment' || !(pools.hasTwins || draw.mistake(30)))) continue;
    made.add(identity);
    documents.push(drawFederated(draw, kind, metadata, drawPlacement(draw, pools), pools));
    if (kind !== 'Deployment') continue;
    if (draw.chance(60)) documents.push(drawPreference(draw, metadata, pools));
    if (draw.mistake(2)) documents.push(drawPreference(draw, metadata, pools));
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
  // Which of two namespaces of one name would be meant is a question of its own.
  if (draw.chance(30) && !pools.hasTwins) spec['intersectWithClusterSelector'] = draw.chance(80);
  if (draw.mistake(2)) spec['total'] = 3;
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
  if (draw.mistake(1)) weights['max'] = 3;
  return weights;
}

function drawPlainObjects(draw: Draw, config: ModelConfig, pools: Pools): ModelDocument[] {
  if (draw.chance(70)) return [];
  const documents = draw.some(plainKinds, 50).map((row) => drawPlainObject(draw, row, pools));
  documents.push({
    path: 'left/alone.yaml',
    value: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'alone', namespace: 'shop' } },
  });
  if (draw.chance(80))
    config.plainObjects.push({ files: ['plain/**'], placement: drawPlainPlacement(draw, pools) });
  return documents;
}

function drawPlainPlacement(draw: Draw, pools: Pools): JsonMap {
  if (draw.chance(5)) return { clusters: [] };
  if (draw.chance(25)) return { clusterSelector: drawSelector(draw) };
  return drawGoodPlacement(draw, pools) as JsonMap;
}

const plainKinds: readonly [apiVersion: string, kind: string, extension: string][] = [
  ['v1', 'ConfigMap', 'yaml'],
  ['v1', 'Namespace', 'yaml'],
  ['apps/v1', 'Deployment', 'json'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'yaml'],
  ['example.io/v1', 'Thing', 'json'],
  ['example.io/v1', 'Widget', 'yaml'],
  ['example.io/v1', 'Gadget', 'yaml'],
];

function drawPlainObject(
  draw: Draw,
  [apiVersion, kind, extension]: (typeof plainKinds)[number],
  pools: Pools,
): ModelDocument {
  const metadata = (drawMetadata(draw) ?? {}) as JsonMap;
  const isNamespace = kind === 'Namespace';
  metadata['name'] = draw.pick(
    isNamespace ? [...pools.namespaces, 'plain'] : ['plain', 'other', 'web'],
  );
  if (!isNamespace && draw.chance(85)) metadata['namespace'] = draw.pick(pools.namespaces);
  else delete metadata['namespace'];
  const value: JsonMap = { apiVersion, kind, metadata, ...drawBody(draw, kind) };
  if (draw.chance(10)) value['status'] = { phase: 'Active' };
  if (draw.chance(10)) value['big'] = 12345678901234567890n;
  return { path: `plain/${kind}.${extension}`, value };
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
    spreaded.push({ path, value: draw.chance(8) ? asList(draw, value!) : value! });
  }
  return spreaded;
}

function asList(draw: Draw, value: JsonMap): JsonMap {
  const kind = draw.pick(['List', 'ConfigMapList']);
  const list: JsonMap = { apiVersion: 'v1', kind, items: [value] };
  return draw.chance(10) ? { apiVersion: 'v1', kind: 'List', items: [list] } : list;
}
