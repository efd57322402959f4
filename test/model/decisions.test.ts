import { describe, expect, it } from 'vitest';
import { type Fact, recorder, silent } from '../../src/model/decisions.ts';
import {
  compileObjects,
  configMap,
  deployment,
  federated,
  namespace,
  only,
  overridden,
  preference,
} from '../frontends/repository.ts';

/** One name for each member of the union: the compiler refuses a missing one. */
const kinds: Readonly<Record<Fact['kind'], true>> = {
  'resource-lowered': true,
  'resource-left-out': true,
  'cluster-listed': true,
  'cluster-not-listed': true,
  'cluster-unknown': true,
  'selector-evaluated': true,
  'placement-absent': true,
  'replicas-planned': true,
  'preference-widened': true,
  'preference-dropped': true,
  'limit-evaluated': true,
  'namespace-narrowed': true,
  'override-applied': true,
  'field-stamped': true,
};

describe('a listener', () => {
  it('hears facts of every kind from one compilation', () => {
    const decisions = recorder();
    const eu = { clusterSelector: { matchLabels: { region: 'eu' } } };
    const objects = [
      federated('FederatedNamespace', { placement: eu }, { name: 'shop', namespace: 'shop' }),
      configMap({
        placement: only('eu', 'us', 'moon'),
        ...overridden('eu', { path: '/data/greeting', value: 'hi' }),
      }),
      federated('FederatedSecret', {}),
      deployment({ placement: { ...only('us'), ...eu } }),
      preference({ intersectWithClusterSelector: true }),
      federated('FederatedNamespace', { placement: eu }, { name: 'attic', namespace: 'shop' }),
    ];
    compileObjects(objects, { mode: 'kubefed' }, { decisions });
    const heard = new Set(decisions.facts.map(({ kind }) => kind));
    expect([...heard].sort()).toEqual(Object.keys(kinds).sort());
  });

  it('changes nothing', () => {
    const objects = [namespace(), configMap(overridden('eu', { path: '/data/greeting' }))];
    const heard = compileObjects(objects, {}, { decisions: recorder() });
    const unheard = compileObjects(objects);
    expect(heard.outputs).toEqual(unheard.outputs);
    expect(heard.diagnostics).toEqual(unheard.diagnostics);
  });

  it('keeps facts in the order in which they come, and the silent one keeps none', () => {
    const decisions = recorder();
    const fact = (pointer: string): Fact => ({
      kind: 'field-stamped',
      resource: { file: 'web.yaml', document: 0, pointer: '' },
      key: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'web' },
      pointer,
      value: 'true',
      rule: 'managedLabel',
    });
    decisions.hear(fact('/a'));
    decisions.hear(fact('/b'));
    expect(decisions.facts).toEqual([fact('/a'), fact('/b')]);
    const { key } = fact('/a');
    expect([decisions.wants(key), silent.wants(key)]).toEqual([true, false]);
    expect(silent.hear(fact('/a'))).toBeUndefined();
  });
});
