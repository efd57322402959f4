import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PlanInput, planReplicas } from '../../src/kube/plan-replicas.ts';

interface PlannerCase {
  readonly id: string;
  readonly provenance: string;
  readonly input: {
    readonly totalReplicas: number;
    readonly rebalance: boolean;
    readonly preferences: NonNullable<PlanInput['clusters']>;
    readonly availableClusters: readonly string[];
    readonly currentReplicas: Record<string, number>;
    readonly estimatedCapacity: Record<string, number>;
    readonly key: string;
  };
  readonly expected: {
    readonly plan: Record<string, number>;
    readonly overflow: Record<string, number>;
  };
}

const file = new URL('./data/kubefed-planner.json', import.meta.url);
const cases: readonly PlannerCase[] = JSON.parse(readFileSync(file, 'utf8')).cases;

describe('the replica planner of KubeFed', () => {
  it.each(cases)('plans $id as the controller does ($provenance)', ({ input, expected }) => {
    const { preferences, currentReplicas, estimatedCapacity, ...same } = input;
    const plan = planReplicas({
      ...same,
      clusters: preferences,
      current: currentReplicas,
      capacity: estimatedCapacity,
    });
    expect({ ...plan.replicas }).toEqual(expected.plan);
    expect({ ...plan.overflow }).toEqual(expected.overflow);
  });
});
