import { describe, expect, it } from 'vitest';
import { readPreferences } from '../../../src/frontends/kubefed/replica-scheduling-preference.ts';
import { scheduleBy, withoutTarget } from '../../../src/frontends/kubefed/scheduling.ts';
import type { Options } from '../../../src/model/config.ts';
import { said } from '../../stages/resources.ts';
import { deployment, federated, namespace, only, preference } from '../repository.ts';
import { gitops, identified, kubefed, source } from '../sources.ts';

const selected = { ...only('us'), clusterSelector: { matchLabels: { region: 'eu' } } };

function schedule(spec: object, options: Options, own: readonly object[]) {
  const [only] = readPreferences([source(preference(spec))], options).value.values();
  const [object, shop] = identified(own);
  if (only === undefined || object === undefined) throw new Error('a preference and its object');
  return scheduleBy(only, object, shop, options);
}

describe('scheduleBy', () => {
  const both = [deployment({ placement: selected }), namespace(only('eu'))];

  it('keeps to the placed clusters where the row says so, whatever the preference says', () => {
    for (const spec of [{}, { intersectWithClusterSelector: true }]) {
      expect(schedule(spec, gitops, both)).toMatchObject({
        replicas: { candidates: 'placed', total: 6, rebalance: true, tieBreak: 'shop/web' },
        diagnostics: [],
      });
    }
  });

  it('takes all clusters where the controller would', () => {
    expect(schedule({}, kubefed, both).replicas?.candidates).toBe('all');
  });

  it('takes what the selectors of the object and of its namespace take; a list counts for nothing', () => {
    const { replicas } = schedule({ intersectWithClusterSelector: true }, kubefed, both);
    expect(replicas?.candidates).toMatchObject([{ kind: 'selector' }, { kind: 'none' }]);
  });

  it('schedules nothing without a FederatedNamespace to intersect with', () => {
    const result = schedule({ intersectWithClusterSelector: true }, kubefed, both.slice(0, 1));
    expect(result.replicas).toBeUndefined();
    expect(said(result.diagnostics)).toEqual([
      'warning[replicas/no-target] /spec/intersectWithClusterSelector',
    ]);
  });
});

describe('withoutTarget', () => {
  const preferences = readPreferences([source(preference())], gitops).value;
  const missing = ['warning[replicas/no-target] /metadata/name'];

  it.each([
    ['its object is there', [deployment()], []],
    ['there is none', [], missing],
    ['there is one of another kind', [federated('FederatedReplicaSet')], missing],
    [
      'there is one in another namespace',
      [federated('FederatedDeployment', {}, { name: 'web', namespace: 'other' })],
      missing,
    ],
  ])('says what follows where %s', (_, objects, expected) => {
    expect(said(withoutTarget(preferences, identified(objects), []))).toEqual(expected);
  });

  it('passes over an object that is there and cannot be compiled', () => {
    expect(withoutTarget(preferences, [], [source(deployment())])).toEqual([]);
  });
});
