import { describe, expect, it } from 'vitest';
import type { ControlPlane } from '../../../src/frontends/kubefed/kubefed-config.ts';
import { decidePropagation } from '../../../src/frontends/kubefed/propagation.ts';
import type { Options } from '../../../src/model/config.ts';
import { said } from '../../stages/resources.ts';
import { configMap, federated, namespace, preference } from '../repository.ts';
import { gitops, identified, kubefed, optionsOf, source } from '../sources.ts';

const system = 'kube-federation-system';
const open: ControlPlane = { propagates: true, schedules: true };
const objects = [
  namespace(),
  configMap(),
  configMap({}, { name: 'inside', namespace: system }),
  namespace({}, system),
  federated('FederatedClusterRole'),
];

function decide(
  own: readonly object[],
  controlPlane: ControlPlane,
  options: Options = gitops,
  isEnabled = true,
) {
  const all = identified(own).map((one) => ({ ...one, type: { ...one.type, isEnabled } }));
  const result = decidePropagation(all, [source(preference())], controlPlane, options);
  const titles = (list: typeof result.propagated) => list.map(({ title }) => title);
  return {
    propagated: titles(result.propagated),
    narrowingOnly: titles(result.narrowingOnly),
    said: said(result.diagnostics),
  };
}

describe('decidePropagation', () => {
  it('propagates everything where nothing limits it', () => {
    const { propagated, narrowingOnly, said: reports } = decide(objects, open);
    expect(propagated).toHaveLength(5);
    expect([narrowingOnly, reports]).toEqual([[], []]);
  });

  it('passes over a FederatedNamespace of another name than its namespace', () => {
    const own = federated('FederatedNamespace', {}, { name: 'shop', namespace: 'other' });
    expect(decide([own], open)).toEqual({ propagated: [], narrowingOnly: [], said: [] });
  });

  it('only looks at one namespace and no cluster-scoped targets in a namespace-scoped control plane', () => {
    expect(decide(objects, { ...open, onlyNamespace: system })).toEqual({
      propagated: [`FederatedConfigMap ${system}/inside`],
      narrowingOnly: [`FederatedNamespace ${system}`],
      said: ['note[kubefed/out-of-scope] '],
    });
  });

  it('propagates nothing where the gate is off, and nothing narrows', () => {
    expect(decide(objects, { ...open, propagates: false })).toEqual({
      propagated: [],
      narrowingOnly: [],
      said: ['note[kubefed/out-of-scope] '],
    });
  });

  it('says that preferences do not count where their gate is off', () => {
    expect(decide([configMap()], { ...open, schedules: false }).said).toEqual([
      'note[kubefed/out-of-scope] ',
    ]);
  });

  it.each([
    ['gitops', gitops, 'error'],
    ['kubefed', kubefed, 'warning'],
  ] as const)(
    'leaves disabled types out in %s, but their namespaces narrow',
    (_, options, severity) => {
      expect(decide([namespace(), configMap(), configMap()], open, options, false)).toEqual({
        propagated: [],
        narrowingOnly: ['FederatedNamespace shop'],
        said: [
          `${severity}[kubefed/propagation-disabled] /kind`,
          `${severity}[kubefed/propagation-disabled] /kind`,
        ],
      });
    },
  );

  it('writes disabled types where that is asked for', () => {
    const options = optionsOf({ compatibility: { disabledType: 'write' } });
    expect(decide([namespace(), configMap()], open, options, false)).toEqual({
      propagated: ['FederatedNamespace shop', 'FederatedConfigMap shop/web'],
      narrowingOnly: [],
      said: [],
    });
  });

  it('notes in kubefed mode that a known kind without type config is assumed, once for each kind', () => {
    const own = [federated('FederatedDaemonSet'), federated('FederatedDaemonSet'), configMap()];
    expect(decide(own, open, kubefed).said).toEqual(['note[kubefed/type-assumed] /kind']);
    expect(decide(own, open).said).toEqual([]);
  });
});
