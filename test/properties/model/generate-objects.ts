/** Random federated objects: templates, placements, overrides. */
import type { Draw } from './random.ts';
import type { Json, JsonMap } from './values.ts';

/** What the objects of one repository are drawn from. */
export interface Pools {
  clusters: readonly string[];
  namespaces: readonly string[];
  /** Some objects are written twice, perhaps for different clusters. */
  hasTwins: boolean;
  /** In percent: how likely a shape is that only old releases knew. */
  oldShapes: number;
}

export const labelPool: Readonly<Record<string, readonly string[]>> = {
  env: ['dev', 'prod'],
  region: ['eu', 'us', ''],
  'example.io/tier': ['gold'],
};

export function drawSelector(draw: Draw): Json {
  if (draw.mistake(3))
    return draw.pick<Json>([
      { matchLabel: { env: 'prod' } },
      { matchLabels: { env: true } },
      { matchExpressions: {} },
      { matchExpressions: [{ key: 'env', operator: 'Exists', value: 'x' }] },
    ]);
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
  if (kind < 60) return { clusters: drawNames(draw, pools), clusterSelector: drawSelector(draw) };
  if (kind < 65) return { clusters: null, clusterSelector: drawSelector(draw) };
  return { clusterSelector: drawSelector(draw) };
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

function drawScalar(draw: Draw): Json {
  return draw.pick<Json>([
    'text',
    'yes',
    '0644',
    '',
    true,
    false,
    0,
    -3,
    80,
    1.5,
    0.1,
    9007199254740991,
    9007199254740993n,
    1234567890123456789n,
    -9223372036854775808n,
    null,
  ]);
}

function drawValue(draw: Draw): Json {
  if (draw.chance(60)) return drawScalar(draw);
  return draw.pick<Json>([
    [],
    {},
    [drawScalar(draw), drawScalar(draw)],
    { a: drawScalar(draw), b: { c: drawScalar(draw), d: null } },
    [{ name: 'x', value: drawScalar(draw) }],
  ]);
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
    case 'Deployment': {
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

/** Items that apply to every template of a kind, whatever was drawn for it. */
function safeItems(draw: Draw, kind: string): JsonMap[] {
  const container = '/spec/template/spec/containers';
  const shared: JsonMap[] = [
    { op: 'add', path: '/metadata/annotations', value: { 'example.io/cluster': 'yes' } },
    { path: '/metadata/labels', value: { app: 'patched' } },
    { path: '/extra', value: drawValue(draw) },
    { op: 'add', path: '/metadata/ownerReferences', value: [] },
    { op: '', path: '/apiVersion', value: 'example.io/v3' },
  ];
  const own: Record<string, JsonMap[]> = {
    ConfigMap: [
      { path: '/data/greeting', value: drawScalar(draw) },
      { path: '/data/a.b' },
      { op: 'add', path: '/data/x~1y~0z', value: drawValue(draw) },
      { op: 'remove', path: '/data/greeting' },
      { path: '/data', value: { only: 'this' } },
    ],
    Deployment: [
      { path: '/spec/replicas', value: draw.between(0, 9) },
      { op: 'add', path: '/spec/replicas', value: draw.between(0, 9) },
      { path: `${container}/0/image`, value: 'web:2' },
      { op: 'add', path: `${container}/-`, value: { name: 'side', image: 's:1' } },
      { op: 'add', path: `${container}/0/args/-1`, value: '--last' },
      { op: 'remove', path: `${container}/0/args/01` },
    ],
    ClusterRole: [
      { op: 'add', path: '/rules/0/verbs/0', value: 'watch' },
      { op: 'remove', path: '/rules/0/verbs/+1' },
      { path: '/rules/-1/resources', value: ['*'] },
    ],
    Namespace: [{ path: '/metadata/labels', value: { team: 'a' } }],
  };
  const widget: JsonMap[] = [
    { path: '/spec/items/-0', value: drawValue(draw) },
    { op: 'add', path: '/spec/items/-4', value: drawValue(draw) },
    { op: 'remove', path: '/spec/nested/deep/1' },
    { path: '/spec/big', value: drawScalar(draw) },
    { op: 'add', path: '/spec/', value: 1 },
  ];
  return [...shared, ...(own[kind] ?? widget)];
}

/** Items that fail, always or sometimes. */
const riskyItems: readonly JsonMap[] = [
  { path: '/missing/member', value: 1 },
  { op: 'remove', path: '/absent' },
  { op: 'add', path: '/metadata/annotations/one', value: '1' },
  { op: 'remove', path: '/metadata/annotations/example.io~1note' },
  { path: '/metadata/name', value: 'renamed' },
  { path: '/kind', value: 'Other' },
  { op: 'remove', path: '/metadata/generateName' },
  { path: '/metadata', value: { name: 'web' } },
  { path: '/metadata', value: { name: 'web', namespace: 'shop' } },
  { path: 'spec.replicas', value: 3 },
  { op: 'remove', path: '/spec/replicas' },
  { op: 'remove', path: '/spec/items/3' },
  { path: '/spec/items/-', value: 1 },
  { op: 'add', path: '/spec/items/4', value: 1 },
  { op: 'add', path: '/spec/items/1.0', value: 1 },
  { op: 'remove', path: '/status' },
  { op: 'test', path: '/kind', value: 'x' },
  { op: 'remove', path: '/metadata/labels' },
  { op: 'remove', path: '/spec' },
  { path: '/metadata/labels/version', value: 2 },
  { path: '/metadata/labels', value: { version: true } },
  { path: '/metadata/labels', value: 'text' },
  { path: '/metadata/annotations', value: { note: null } },
  { op: 'remove', path: '/apiVersion' },
  { path: '/apiVersion', value: '' },
  { path: '/apiVersion', value: 2 },
  { path: '', value: {} },
  { path: '/metadata/labels' },
  { path: '/metadata~1name', value: 'x' },
  { path: '/spec/replicas', value: 'three' },
  { path: '/metadata/generateName', value: 'web-' },
  { op: 'add', path: '/spec/nested/deep/-1/b', value: 1 },
  { op: 'Replace', path: '/extra', value: 1 },
];

/** The overrides member of a spec. */
export function drawOverrides(draw: Draw, kind: string, pools: Pools): Json[] {
  const clusters = draw.some(pools.clusters, 40);
  if (draw.mistake(2)) clusters.push(draw.pick(pools.clusters));
  if (draw.mistake(3)) clusters.push('ghost');
  return clusters.map((clusterName) => {
    const override: JsonMap = { clusterName, clusterOverrides: drawItems(draw, kind) };
    if (draw.mistake(1)) delete override['clusterName'];
    if (draw.mistake(1)) override['patches'] = [];
    return override;
  });
}

function drawItems(draw: Draw, kind: string): Json[] {
  // Nothing below a member that another safe item removes or replaces, and no path twice.
  const items: JsonMap[] = [];
  for (const item of draw.some(safeItems(draw, kind), 20)) {
    const path = String(item['path']);
    const overlaps = items.some((other) => overlap(String(other['path']), path));
    if (!overlaps || draw.mistake(10)) items.push(item);
  }
  if (draw.mistake(5)) items.splice(draw.between(0, items.length), 0, draw.pick(riskyItems));
  return items;
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
