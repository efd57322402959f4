/** Random overrides of federated objects. */
import type { Pools } from './generate-objects.ts';
import type { Draw } from './random.ts';
import type { Json, JsonMap } from './values.ts';

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
  const target = kind === 'ReplicaSet' ? 'Deployment' : kind;
  return [...shared, ...(own[target] ?? widget)];
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
