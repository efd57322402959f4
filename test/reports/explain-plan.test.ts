import { describe, expect, it } from 'vitest';
import type { Origin } from '../../src/model/source.ts';
import { createPlanViewer } from '../../src/reports/explain-plan.ts';
import {
  deployment,
  everywhere,
  namespace,
  only,
  overridden,
  preference,
} from '../frontends/repository.ts';
import { explainObjects, rowOf } from './explained.ts';

function planOf(objects: readonly object[], cluster: string, config = {}) {
  const { of } = explainObjects(objects, config);
  const web = of('Deployment');
  const placeOf = ({ file, pointer }: Origin) => ({ file: `${file}${pointer}` });
  return createPlanViewer(web, placeOf)(rowOf(web, cluster));
}

const spread = (spec: object, placement: object = everywhere) => [
  namespace(),
  deployment({ placement }),
  preference(spec),
];

describe('the arithmetic of a replica preference', () => {
  it('names the candidates, and why they are', () => {
    const clusters = { eu: { weight: 2 }, us: { weight: 1 } };
    expect(planOf(spread({ clusters }, only('eu', 'us')), 'eu')?.words[0]).toBe(
      '6 replicas over 2 clusters where the object goes: eu, us',
    );
    const all = planOf(spread({ clusters }, only('eu')), 'us', { mode: 'kubefed' });
    expect(all?.words[0]).toBe(
      '6 replicas over 3 clusters, all of the inventory, whatever the placement says: eu, lab, us',
    );
    expect(all?.entry).toEqual({ file: '2.json/spec/clusters/us' });
  });

  it('sums up what minimums take, and who is served first among equals', () => {
    const words = planOf(spread({ clusters: { '*': { weight: 1, minReplicas: 1 } } }), 'eu')?.words;
    expect(words).toContain('in all clusters: minReplicas take 3 of 6, 3 are left to go by weight');
    expect(words?.at(-1)).toMatch(
      /^equal weight, ordered by the hash of name and shop\/web: (?:(?:eu|lab|us)(?:, )?){3}$/,
    );
  });

  it('says so where there is nothing to spread over, or not over this one', () => {
    const nowhere = planOf(spread({}, { clusters: [] }), 'eu');
    expect(nowhere?.words).toEqual([
      '6 replicas, and no cluster to spread them over',
      'this cluster is none of them',
    ]);
    const elsewhere = planOf(spread({}, only('us')), 'eu');
    expect(elsewhere).toMatchObject({ candidates: ['us'], total: 6 });
    expect(elsewhere).not.toHaveProperty('replicas');
  });

  it('has no entry for a cluster of which none speaks', () => {
    const plan = planOf(spread({ clusters: { us: { weight: 1 } } }), 'eu');
    expect(plan).toMatchObject({ replicas: 0 });
    expect(plan).not.toHaveProperty('entry');
    expect(plan?.words.at(-1)).toContain('no entry of spec.clusters speaks of this cluster');
  });
});

describe('the words for limits', () => {
  const words = (spec: object, ...others: object[]) =>
    planOf([...spread(spec), ...others], 'eu')?.words ?? [];

  it('tell what a maximum leaves of a share', () => {
    const clusters = { eu: { weight: 1, maxReplicas: 1 }, '*': { weight: 0 } };
    expect(words({ clusters })).toContain('6 left x 1/1 = 6, but only 1 fits under maxReplicas');
  });

  it('tell that nothing was left for a minimum', () => {
    const clusters = { eu: { minReplicas: 2 }, '*': { weight: 1, minReplicas: 6 } };
    expect(words({ clusters })).toContain('nothing was left for minReplicas 2');
    expect(words({ clusters: { '*': { minReplicas: 9 } } }).join()).toMatch(
      /(?:only 6 were|nothing was) left for minReplicas 9/,
    );
  });

  it('promise no weight what is left', () => {
    const all = words({ clusters: { '*': { minReplicas: 1 } } });
    expect(all).toContain('in all clusters: minReplicas take 3 of 6, 3 are left to go by weight');
  });
});

it('tells of an override that undoes the number', () => {
  const removing = deployment({
    placement: everywhere,
    ...overridden('eu', { op: 'remove', path: '/spec/replicas' }),
  });
  const objects = [namespace(), removing, preference({ clusters: { '*': { weight: 1 } } })];
  expect(planOf(objects, 'eu')?.words.at(-1)).toBe('but the override of /spec/replicas removes it');
  expect(planOf(objects, 'us')?.words.at(-1)).not.toContain('override');
});

it('is absent without a preference', () => {
  expect(planOf([namespace(), deployment()], 'eu')).toBeUndefined();
});
