/** Random replica preferences. */
import type { Pools } from './generate-objects.ts';
import type { Draw } from './random.ts';
import type { Json, JsonMap } from './values.ts';

export function drawPreference(draw: Draw, kind: string, target: JsonMap, pools: Pools): JsonMap {
  const clusters: JsonMap = {};
  for (const name of [...pools.clusters, '*'])
    if (draw.chance(50)) clusters[name] = drawWeights(draw);
  if (draw.mistake()) clusters['ghost'] = { weight: 1 };
  const spec: JsonMap = {
    targetKind: draw.mistake(3) ? 'FederatedStatefulSet' : `Federated${kind}`,
    totalReplicas: draw.mistake(2)
      ? draw.pick<Json>(['nine', 1.5, 3000000000, null, -1])
      : draw.between(0, 20),
  };
  if (draw.chance(80)) spec['clusters'] = clusters;
  if (draw.chance(40)) spec['rebalance'] = draw.chance(50);
  // Which of two namespaces of one name would be meant is a question of its own.
  if (draw.chance(30) && !pools.hasTwins) spec['intersectWithClusterSelector'] = draw.chance(80);
  if (draw.mistake(2)) spec['total'] = 3;
  return {
    apiVersion: `${draw.chance(3) ? 'types' : 'scheduling'}.kubefed.io/v1alpha1`,
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
  if (draw.mistake(1)) weights['weight'] = draw.pick<Json>(['2', 1.5, null]);
  return weights;
}
