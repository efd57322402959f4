/** Random federated objects: templates, placements, overrides. */
import type { Draw } from './random.ts';
import { isMap, type Json, type JsonMap } from './values.ts';

/** What the objects of one repository are drawn from. */
export interface Pools {
  clusters: readonly string[];
  namespaces: readonly string[];
  /** Some objects are written twice, perhaps for different clusters. */
  hasTwins: boolean;
  /** A CustomResourceDefinition teaches a kind. */
  hasDefinition: boolean;
  /** In percent: how likely a shape is that only old releases knew. */
  oldShapes: number;
}

export const labelPool: Readonly<Record<string, readonly string[]>> = {
  env: ['dev', 'prod'],
  region: ['eu', 'us', ''],
  'example.io/tier': ['gold'],
};

export function drawSelector(draw: Draw): Json {
  if (draw.mistake(2))
    return draw.pick<Json>([{ matchLabels: { env: true } }, { matchExpressions: {} }]);
  if (draw.chance(25)) return draw.pick<Json>([{}, { matchLabels: {} }, { matchLabels: null }]);
  const selector: JsonMap = {};
  if (draw.chance(50)) {
    const key = draw.pick(Object.keys(labelPool));
    selector['matchLabels'] = { [key]: draw.pick(labelPool[key]!) };
  }
  if (draw.chance(60) || selector['matchLabels'] === undefined)
    selector['matchExpressions'] = [
      drawExpression(draw),
      ...(draw.chance(20) ? [drawExpression(draw)] : []),
    ];
  return selector;
}

/** The selector of a placement, where a field that nobody knows is pruned. */
export function drawPrunedSelector(draw: Draw): Json {
  const selector = drawSelector(draw);
  if (!isMap(selector) || !draw.mistake(3)) return selector;
  return draw.chance(50)
    ? { ...selector, matchLabel: { env: 'prod' } }
    : { ...selector, matchExpressions: [{ key: 'env', operator: 'Exists', value: 'x' }] };
}

function drawExpression(draw: Draw): JsonMap {
  const key = draw.mistake() ? 'not a key' : draw.pick([...Object.keys(labelPool), 'absent']);
  const operator = draw.mistake(6)
    ? draw.pick(['in', 'Gt', ''])
    : draw.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
  const values = draw.some([...(labelPool[key] ?? []), 'other'], 60);
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (!takesValues) return draw.mistake() ? { key, operator, values: ['x'] } : { key, operator };
  if (values.length === 0 && !draw.mistake(30)) values.push('prod');
  return { key, operator, values };
}

/** The placement member of a spec, or undefined for none. */
export function drawPlacement(draw: Draw, pools: Pools): Json | undefined {
  if (draw.mistake()) return draw.pick<Json | undefined>([undefined, null, {}]);
  if (draw.chance(pools.oldShapes))
    return { clusterNames: draw.chance(10) ? [] : drawPlainNames(draw, pools) };
  const kind = draw.between(0, 99);
  if (kind < 45) return drawGoodPlacement(draw, pools);
  if (kind < 50) return { clusters: [], ...(draw.chance(50) ? { clusterSelector: {} } : {}) };
  if (kind < 60)
    return { clusters: drawNames(draw, pools), clusterSelector: drawPrunedSelector(draw) };
  if (kind < 65) return { clusters: null, clusterSelector: drawPrunedSelector(draw) };
  return { clusterSelector: drawPrunedSelector(draw) };
}

/** A placement that certainly is somewhere. */
export function drawGoodPlacement(draw: Draw, pools: Pools): Json {
  return draw.chance(40) ? { clusterSelector: {} } : { clusters: drawNames(draw, pools) };
}

function drawPlainNames(draw: Draw, pools: Pools): string[] {
  const names = draw.some(pools.clusters, 60).concat(pools.clusters.slice(0, 1));
  return draw.mistake() ? names.concat('ghost') : names;
}

function drawNames(draw: Draw, pools: Pools): Json[] {
  const names: Json[] = draw.some(pools.clusters, 60).map((name) => ({ name }));
  if (names.length === 0 || draw.chance(10)) names.push({ name: draw.pick(pools.clusters) });
  if (draw.chance(3)) names.push({ name: draw.pick(pools.clusters), weight: 2 });
  if (draw.mistake(6)) names.push({ name: draw.pick(['ghost', '']) });
  if (draw.mistake(1)) names.push(draw.pick<Json>([{}, 'east', { name: 'east', zone: 'a' }]));
  return names;
}

export function drawMetadata(draw: Draw): Json | undefined {
  if (draw.chance(30)) return draw.chance(20) ? null : undefined;
  const metadata: JsonMap = {};
  if (draw.chance(60))
    metadata['labels'] = { app: draw.pick(['web', 'api']), 'app.kubernetes.io/name': 'web' };
  if (draw.mistake(3)) metadata['labels'] = { version: draw.pick<Json>([2, true, null, {}]) };
  if (draw.mistake(1)) metadata['labels'] = draw.pick<Json>(['text', []]);
  if (draw.chance(2)) metadata['labels'] = null;
  if (draw.chance(25)) metadata['annotations'] = drawAnnotations(draw);
  if (draw.mistake(3)) metadata['annotations'] = { 'example.io/note': draw.pick<Json>([2, null]) };
  if (draw.chance(2)) metadata['annotations'] = null;
  if (draw.chance(12)) metadata['finalizers'] = draw.pick<Json>([[], ['example.io/hold']]);
  if (draw.chance(10)) metadata['name'] = draw.pick(['web', 'another']);
  if (draw.chance(10)) metadata['namespace'] = 'elsewhere';
  if (draw.chance(10)) metadata['creationTimestamp'] = null;
  if (draw.chance(8)) metadata['uid'] = '8c1c3b0e';
  if (draw.chance(5)) metadata['ownerReferences'] = [{ kind: 'Thing', name: 'x' }];
  if (draw.chance(5)) metadata['generation'] = 4;
  if (draw.chance(3)) metadata['generateName'] = 'web-';
  return metadata;
}

function drawAnnotations(draw: Draw): JsonMap {
  const annotations: JsonMap = {};
  if (draw.chance(60)) annotations['example.io/note'] = 'hello';
  if (draw.chance(40)) annotations['kubectl.kubernetes.io/last-applied-configuration'] = '{}';
  return annotations;
}

/** The body of a template by target kind, without apiVersion, kind and metadata. */
export function drawBody(draw: Draw, kind: string): JsonMap {
  switch (kind) {
    case 'ConfigMap':
      return {
        data: { greeting: 'hello', 'a.b': '1' },
        ...(draw.chance(20) ? { immutable: true } : {}),
      };
    case 'Deployment':
    case 'ReplicaSet': {
      const containers: Json[] = [{ name: 'web', image: 'web:1', args: ['--a', '--b'] }];
      const spec: JsonMap = {
        template: { metadata: { annotations: { x: 'y' } }, spec: { containers } },
      };
      if (draw.chance(80)) spec['replicas'] = draw.between(0, 4);
      return { spec };
    }
    case 'ClusterRole':
      return { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }] };
    case 'Namespace':
      return draw.chance(30) ? { spec: { finalizers: ['kubernetes'] } } : {};
    default:
      return {
        spec: { items: [1, 2, 3], nested: { deep: [{ a: 1 }, { a: 2 }] }, big: 9007199254740993n },
      };
  }
}

/** The template member of a spec, or undefined for none. */
export function drawTemplate(draw: Draw, kind: string): Json | undefined {
  if (draw.mistake(2)) return draw.pick<Json>([null, 'text', []]);
  if (kind === 'Namespace' && draw.chance(50)) return undefined;
  const template = drawBody(draw, kind);
  const metadata = drawMetadata(draw);
  if (metadata !== undefined) template['metadata'] = metadata;
  if (draw.mistake(2)) template['metadata'] = 'text';
  if (draw.chance(10)) template['kind'] = draw.pick(['Wrong', kind]);
  if (draw.chance(10)) template['apiVersion'] = draw.pick<Json>(['', 'example.io/v2', 'v1']);
  if (draw.chance(8)) template['status'] = { phase: 'Active' };
  return template;
}
