/** Random small repositories, most of which compile. */
import fc from 'fast-check';
import type { ModelInput } from './compile-model.ts';
import type { ModelDocument } from './documents.ts';
import {
  drawClusters,
  drawConfig,
  drawControlPlane,
  drawDefinition,
  drawTypeConfigs,
} from './generate-control.ts';
import { drawGoodPlacement, drawPlacement, drawTemplate, type Pools } from './generate-objects.ts';
import { drawOverrides } from './generate-overrides.ts';
import { drawPlainObjects } from './generate-plain.ts';
import { drawPreference } from './generate-preference.ts';
import { type Draw, makeDraw } from './random.ts';
import { type ModelConfig, resolveRows } from './rows.ts';
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
    hasDefinition: draw.chance(15),
    namespaces: ['shop', 'pay', 'default', config.kubefedNamespace].filter(
      (name) => name === 'shop' || draw.chance(name === 'default' ? 20 : 40),
    ),
    oldShapes: resolveRows(config).oldShapes === 'accept' ? 5 : 1,
  };
  const documents = [
    ...(draw.mistake(2) ? [] : drawClusters(draw, clusterNames, config)),
    ...drawControlPlane(draw, config),
    ...drawTypeConfigs(draw, config),
    ...(pools.hasDefinition ? [drawDefinition(draw)] : []),
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
  const isScaled = kind === 'Deployment' || kind === 'ReplicaSet';
  if (isScaled ? draw.chance(8) : draw.mistake(2))
    spec['retainReplicas'] = draw.mistake(60) ? 'yes' : draw.chance(60);
  const document: JsonMap = {
    apiVersion: drawApiVersion(draw, kind),
    kind: kind === 'Gizmo' && draw.chance(50) ? kind : `Federated${kind}`,
    metadata,
    spec,
  };
  if (draw.mistake(1)) delete document['spec'];
  if (draw.mistake(1)) document['metadata'] = draw.pick<Json>([null, { name: 7 }, { name: '' }]);
  if (draw.chance(4)) document['status'] = { clusters: [{ name: 'gone' }] };
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
    'ReplicaSet',
  ];
  if (pools.hasDefinition) kinds.push('Doodad');
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
    const isScaled = kind === 'Deployment' || kind === 'ReplicaSet';
    if (isTwice && (isScaled || !(pools.hasTwins || draw.mistake(30)))) continue;
    made.add(identity);
    documents.push(drawFederated(draw, kind, metadata, drawPlacement(draw, pools), pools));
    if (!isScaled) continue;
    if (draw.chance(60)) documents.push(drawPreference(draw, kind, metadata, pools));
    if (draw.mistake(2)) documents.push(drawPreference(draw, kind, metadata, pools));
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
