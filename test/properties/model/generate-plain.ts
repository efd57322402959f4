/** Random plain objects and the rules that place them. */
import type { ModelDocument } from './documents.ts';
import {
  drawBody,
  drawGoodPlacement,
  drawMetadata,
  drawPrunedSelector,
  type Pools,
} from './generate-objects.ts';
import type { Draw } from './random.ts';
import type { ModelConfig } from './rows.ts';
import type { JsonMap } from './values.ts';

export function drawPlainObjects(draw: Draw, config: ModelConfig, pools: Pools): ModelDocument[] {
  if (draw.chance(70)) return [];
  const documents = draw
    .some(plainKinds, 50)
    .map((row) => drawPlainObject(draw, row, config, pools));
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
  if (draw.chance(25)) return { clusterSelector: drawPrunedSelector(draw) };
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
  config: ModelConfig,
  pools: Pools,
): ModelDocument {
  const metadata = (drawMetadata(draw) ?? {}) as JsonMap;
  const isNamespace = kind === 'Namespace';
  metadata['name'] = draw.pick(
    isNamespace ? [...pools.namespaces, 'plain'] : ['plain', 'other', 'web'],
  );
  const mayLack = config.defaultNamespace !== undefined || kind === 'Thing' || draw.mistake(10);
  if (!isNamespace && !(mayLack && draw.chance(40)))
    metadata['namespace'] = draw.pick(pools.namespaces);
  else delete metadata['namespace'];
  const value: JsonMap = { apiVersion, kind, metadata, ...drawBody(draw, kind) };
  if (draw.chance(10)) value['status'] = { phase: 'Active' };
  if (draw.chance(10)) value['big'] = 12345678901234567890n;
  return { path: `plain/${kind}.${extension}`, value };
}
