import { describe, expect, it } from 'vitest';
import { readTypeConfigs } from '../../../src/frontends/kubefed/type-config.ts';
import { said } from '../../stages/resources.ts';
import { typeConfig } from '../repository.ts';
import { gitops, kubefed, source } from '../sources.ts';

const target = {
  group: 'example.io',
  version: 'v1',
  kind: 'Widget',
  pluralName: 'widgets',
  scope: 'Namespaced',
};
const federatedType = {
  group: 'types.kubefed.io',
  version: 'v1beta1',
  kind: 'FederatedWidget',
  pluralName: 'federatedwidgets',
  scope: 'Namespaced',
};
const without = (member: string, from: object) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== member));

const invalid: { name: string; config: object; pointers: string[] }[] = [
  {
    name: 'the name must be plural and group of the target',
    config: typeConfig('Widget', {}, { name: 'gadgets.example.io' }),
    pointers: ['/metadata/name'],
  },
  {
    name: 'the name of a type of the core group is the plural alone',
    config: typeConfig('Widget', { targetType: without('group', target) }, { name: 'gadgets' }),
    pointers: ['/metadata/name'],
  },
  {
    name: 'the group of the federated type must have a dot',
    config: typeConfig('Widget', { federatedType: { ...federatedType, group: 'types' } }),
    pointers: ['/spec/federatedType'],
  },
  {
    name: 'propagation is Enabled or Disabled',
    config: typeConfig('Widget', { propagation: 'On' }),
    pointers: ['/spec/propagation'],
  },
  {
    name: 'a scope is Namespaced or Cluster',
    config: typeConfig('Widget', { targetType: { ...target, scope: 'Global' } }),
    pointers: ['/spec/targetType/scope'],
  },
  {
    name: 'a version is a DNS label',
    config: typeConfig('Widget', { targetType: { ...target, version: '1' } }),
    pointers: ['/spec/targetType/version'],
  },
  {
    name: 'a kind is a DNS label but for its case',
    config: typeConfig('Widget', { federatedType: { ...federatedType, kind: 'Federated_Widget' } }),
    pointers: ['/spec/federatedType/kind'],
  },
  {
    name: 'there must be a target type',
    config: typeConfig('Widget', { targetType: undefined }),
    pointers: ['/spec'],
  },
];

describe('readTypeConfigs', () => {
  it('gives the target of each federated type', () => {
    const { value, diagnostics } = readTypeConfigs([source(typeConfig('Widget'))], gitops);
    expect(diagnostics).toEqual([]);
    expect([...value.keys()]).toEqual(['types.kubefed.io/FederatedWidget']);
    expect(value.get('types.kubefed.io/FederatedWidget')).toMatchObject({
      target: { group: 'example.io', version: 'v1', kind: 'Widget', scope: 'Namespaced' },
      isEnabled: true,
    });
  });

  it('knows a disabled type', () => {
    const config = source(typeConfig('Widget', { propagation: 'Disabled' }));
    const [type] = readTypeConfigs([config], gitops).value.values();
    expect(type?.isEnabled).toBe(false);
  });

  it('completes plural and group of the target from the name, and the federated plural from the kind', () => {
    const config = typeConfig('Widget', {
      targetType: without('group', without('pluralName', target)),
      federatedType: without('pluralName', federatedType),
    });
    const { value, diagnostics } = readTypeConfigs([source(config)], gitops);
    expect(diagnostics).toEqual([]);
    expect([...value.values()][0]?.target.group).toBe('example.io');
  });

  it('reads the fields of v1alpha1 as their successors', () => {
    const config = {
      apiVersion: 'core.federation.k8s.io/v1alpha1',
      kind: 'FederatedTypeConfig',
      metadata: { name: 'widgets.example.io' },
      spec: {
        target: { version: 'v1', kind: 'Widget' },
        namespaced: true,
        propagationEnabled: false,
        federatedType: {
          group: 'types.federation.k8s.io',
          version: 'v1alpha1',
          kind: 'FederatedWidget',
        },
        enableStatus: true,
      },
    };
    const { value, diagnostics } = readTypeConfigs([source(config)], gitops);
    expect(diagnostics).toEqual([]);
    expect(value.get('types.kubefed.io/FederatedWidget')).toMatchObject({
      target: { group: 'example.io', scope: 'Namespaced' },
      isEnabled: false,
    });
  });

  it('takes two type configs that agree as one', () => {
    const configs = [source(typeConfig('Widget')), source(typeConfig('Widget'))];
    expect(readTypeConfigs(configs, gitops).diagnostics).toEqual([]);
  });

  it.each([
    { propagation: 'Disabled' },
    { targetType: { ...target, version: 'v2' } },
    { targetType: { ...target, scope: 'Cluster' } },
  ])('makes an error of two that disagree in %j', (own) => {
    const configs = [source(typeConfig('Widget')), source(typeConfig('Widget', own), '', 'b.yaml')];
    const { value, diagnostics } = readTypeConfigs(configs, gitops);
    expect(said(diagnostics)).toEqual(['error[kubefed/type-config-conflict] b.yaml#']);
    expect(diagnostics[0]?.related[0]?.at.file).toBe('web.yaml');
    expect([...value.values()][0]?.target).toMatchObject({ version: 'v1', scope: 'Namespaced' });
  });

  it.each(invalid)('$name', ({ config, pointers }) => {
    const { value, diagnostics } = readTypeConfigs([source(config)], gitops);
    expect(value.size).toBe(0);
    expect(said(diagnostics)).toEqual(
      pointers.map((pointer) => `error[kubefed/type-config-invalid] ${pointer}`),
    );
  });

  it('points into the item of a List', () => {
    const config = source(typeConfig('Widget', { propagation: 'On' }), '/items/2');
    expect(said(readTypeConfigs([config], gitops).diagnostics)).toEqual([
      'error[kubefed/type-config-invalid] /items/2/spec/propagation',
    ]);
  });

  it('only counts those of the system namespace where the control plane is obeyed', () => {
    const configs = ['kube-federation-system', undefined, 'elsewhere'].map((namespace) =>
      source(typeConfig('Widget', {}, { namespace })),
    );
    const counts = (options: typeof gitops) =>
      configs.map((config) => readTypeConfigs([config], options).value.size);
    expect(counts(gitops)).toEqual([1, 1, 1]);
    expect(counts(kubefed)).toEqual([1, 1, 0]);
  });
});
