import { describe, expect, it } from 'vitest';
import {
  knownTypes,
  mappingKey,
  type ResolvedType,
  resolveType,
} from '../../../src/frontends/kubefed/target-type.ts';
import { readTypeConfigs } from '../../../src/frontends/kubefed/type-config.ts';
import type { TypeMapping } from '../../../src/model/config.ts';
import { joinApiVersion, splitApiVersion } from '../../../src/model/kube-object.ts';
import { at, said } from '../../stages/resources.ts';
import { typeConfig } from '../repository.ts';
import { optionsOf, source } from '../sources.ts';

const definition = (kind: string, group = 'example.io', spec: object = {}) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${kind.toLowerCase()}s.${group}` },
  spec: {
    group,
    names: { kind, plural: `${kind.toLowerCase()}s` },
    scope: 'Namespaced',
    versions: [
      { name: 'v1alpha1', served: true },
      { name: 'v1', served: true, storage: true },
      { name: 'v0', served: false },
    ],
    ...spec,
  },
});
const mapping = (kind: string, target: string, scope: TypeMapping['scope'] = 'Namespaced') => ({
  federated: `types.kubefed.io/v1beta1 Federated${kind}`,
  target,
  scope,
});

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly apiVersion?: string;
  /** Of the template. */
  readonly template?: string;
  readonly configs?: readonly object[];
  readonly definitions?: readonly object[];
  readonly types?: readonly TypeMapping[];
  /** `apps/v1 Deployment Namespaced`. */
  readonly target?: string;
  readonly facts?: readonly string[];
  readonly said?: readonly string[];
}

const chart: readonly [string, string][] = [
  ['ClusterRole', 'rbac.authorization.k8s.io/v1 ClusterRole Cluster'],
  ['ConfigMap', 'v1 ConfigMap Namespaced'],
  ['Deployment', 'apps/v1 Deployment Namespaced'],
  ['Ingress', 'networking.k8s.io/v1 Ingress Namespaced'],
  ['Job', 'batch/v1 Job Namespaced'],
  ['Namespace', 'v1 Namespace Cluster'],
  ['ReplicaSet', 'apps/v1 ReplicaSet Namespaced'],
  ['Secret', 'v1 Secret Namespaced'],
  ['ServiceAccount', 'v1 ServiceAccount Namespaced'],
  ['Service', 'v1 Service Namespaced'],
];

const rows: readonly Row[] = [
  ...chart.map(
    ([kind, target]): Row => ({
      name: `Federated${kind} is a default of the chart`,
      kind: `Federated${kind}`,
      target,
      facts: [`Federated${kind}: ${target.replace(/ \w+$/, '')} by chart-default`],
    }),
  ),
  {
    name: 'a type config of the repository comes before the chart',
    kind: 'FederatedConfigMap',
    configs: [typeConfig('ConfigMap')],
    target: 'example.io/v1 ConfigMap Namespaced',
    facts: ['FederatedConfigMap: example.io/v1 ConfigMap by type-config'],
  },
  {
    name: 'a type of an old group is that of the present one',
    kind: 'FederatedConfigMap',
    apiVersion: 'types.kubefed.k8s.io/v1beta1',
    configs: [typeConfig('ConfigMap')],
    target: 'example.io/v1 ConfigMap Namespaced',
    facts: ['FederatedConfigMap: example.io/v1 ConfigMap by type-config'],
  },
  {
    name: 'a known kind comes after the chart',
    kind: 'FederatedDaemonSet',
    target: 'apps/v1 DaemonSet Namespaced',
    facts: ['FederatedDaemonSet: apps/v1 DaemonSet by known-kind'],
  },
  {
    name: 'a known kind comes before a definition',
    kind: 'FederatedDaemonSet',
    definitions: [definition('DaemonSet')],
    target: 'apps/v1 DaemonSet Namespaced',
    facts: ['FederatedDaemonSet: apps/v1 DaemonSet by known-kind'],
  },
  {
    name: 'a definition gives its storage version',
    kind: 'FederatedWidget',
    definitions: [definition('Widget')],
    target: 'example.io/v1 Widget Namespaced',
    facts: ['FederatedWidget: example.io/v1 Widget by custom-resource-definition'],
  },
  {
    name: 'or the version that the template names, if it serves that',
    kind: 'FederatedWidget',
    template: 'example.io/v1alpha1',
    definitions: [definition('Widget', 'example.io', { scope: 'Cluster' })],
    target: 'example.io/v1alpha1 Widget Cluster',
    facts: ['FederatedWidget: example.io/v1alpha1 Widget by custom-resource-definition'],
  },
  {
    name: 'a version that is not served is no version of it',
    kind: 'FederatedWidget',
    template: 'example.io/v0',
    definitions: [definition('Widget')],
    target: 'example.io/v1 Widget Namespaced',
    facts: ['FederatedWidget: example.io/v1 Widget by custom-resource-definition'],
  },
  {
    name: 'a definition of v1beta1 has one version',
    kind: 'FederatedWidget',
    definitions: [definition('Widget', 'example.io', { version: 'v1beta1', versions: undefined })],
    target: 'example.io/v1beta1 Widget Namespaced',
    facts: ['FederatedWidget: example.io/v1beta1 Widget by custom-resource-definition'],
  },
  {
    name: 'of two definitions the template chooses by its apiVersion',
    kind: 'FederatedWidget',
    template: 'other.io/v1',
    definitions: [definition('Widget'), definition('Widget', 'other.io')],
    target: 'other.io/v1 Widget Namespaced',
    facts: ['FederatedWidget: other.io/v1 Widget by custom-resource-definition'],
  },
  {
    name: 'two definitions without a template that chooses are too many',
    kind: 'FederatedWidget',
    definitions: [definition('Widget'), definition('Widget', 'other.io')],
    said: ['error[kubefed/unknown-type] /kind'],
  },
  {
    name: '`types:` chooses where the definitions are too many',
    kind: 'FederatedWidget',
    definitions: [definition('Widget'), definition('Widget', 'other.io')],
    types: [mapping('Widget', 'other.io/v1 Widget')],
    target: 'other.io/v1 Widget Namespaced',
    facts: ['FederatedWidget: other.io/v1 Widget by config'],
  },
  {
    name: '`types:` comes last',
    kind: 'FederatedWidget',
    types: [mapping('Widget', 'example.io/v2 Widget', 'Cluster')],
    target: 'example.io/v2 Widget Cluster',
    facts: ['FederatedWidget: example.io/v2 Widget by config'],
  },
  {
    name: '`types:` can say any group and any kind',
    kind: 'WidgetShare',
    apiVersion: 'fed.example.io/v1',
    types: [
      { federated: 'fed.example.io/v1 WidgetShare', target: 'v1 Widget', scope: 'Namespaced' },
    ],
    target: 'v1 Widget Namespaced',
    facts: ['WidgetShare: v1 Widget by config'],
  },
  {
    name: '`types:` that says what is known anyway is fine',
    kind: 'FederatedConfigMap',
    types: [mapping('ConfigMap', 'v1 ConfigMap')],
    target: 'v1 ConfigMap Namespaced',
    facts: ['FederatedConfigMap: v1 ConfigMap by chart-default'],
  },
  {
    name: 'a known name of several groups is too little',
    kind: 'FederatedGateway',
    said: ['error[kubefed/unknown-type] /kind'],
  },
  {
    name: 'a kind that nobody knows is an error',
    kind: 'FederatedUnheardOf',
    said: ['error[kubefed/unknown-type] /kind'],
  },
  {
    name: 'in another group even a kind of the chart must be taught',
    kind: 'FederatedConfigMap',
    apiVersion: 'core.kubefed.io/v1beta1',
    said: ['error[kubefed/unknown-type] /kind'],
  },
];

function resolve(row: Omit<Row, 'name'>) {
  const options = optionsOf({ types: row.types ?? [] });
  const configs = readTypeConfigs(
    (row.configs ?? []).map((one) => source(one)),
    options,
  ).value;
  const definitions = (row.definitions ?? []).map((one) => source(one));
  const known = knownTypes(configs, definitions, options);
  const type = { ...splitApiVersion(row.apiVersion ?? 'types.kubefed.io/v1beta1'), kind: row.kind };
  return resolveType(type, row.template, known, at(''));
}

function by(kind: string, resolved: ResolvedType | undefined): readonly string[] {
  if (resolved === undefined) return [];
  const { target } = resolved;
  return [`${kind}: ${joinApiVersion(target)} ${target.kind} by ${resolved.by}`];
}

describe('resolveType', () => {
  it.each(rows)('$name', (row) => {
    const outcome = resolve(row);
    const target = outcome.value?.target;
    const { group, version } = target ?? { group: '', version: '' };
    const text = `${group === '' ? '' : `${group}/`}${version} ${target?.kind} ${target?.scope}`;
    expect(target === undefined ? undefined : text).toBe(row.target);
    expect(said(outcome.diagnostics)).toEqual(row.said ?? []);
    expect(by(row.kind, outcome.value)).toEqual(row.facts ?? []);
  });

  it('says that `types:` is overruled where something that comes first says otherwise', () => {
    const outcome = resolve({
      kind: 'FederatedConfigMap',
      types: [mapping('ConfigMap', 'example.io/v1 ConfigMap')],
    });
    expect(outcome.value?.by).toBe('chart-default');
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['kubefed/type-config-conflict']);
  });

  it('names the candidates, that of the template first', () => {
    const outcome = resolve({ kind: 'FederatedGateway', template: 'networking.istio.io/v1' });
    expect(outcome.diagnostics[0]?.args).toMatchObject({
      candidates: [
        'networking.istio.io/v1 Gateway',
        'gateway.networking.k8s.io/v1 Gateway',
        'submariner.io/v1 Gateway',
      ],
    });
  });

  it('names the nearest kind that is known', () => {
    const outcome = resolve({ kind: 'FederatedDeploymet' });
    expect(outcome.diagnostics[0]?.args).toMatchObject({ nearest: ['FederatedDeployment'] });
  });
});

describe('mappingKey', () => {
  it('is the present group and the kind, however much space is between them', () => {
    const federated = ' types.kubefed.k8s.io/v1beta1   FederatedWidget ';
    expect(mappingKey({ federated, target: 'v1 Widget', scope: 'Cluster' })).toBe(
      'types.kubefed.io/FederatedWidget',
    );
  });
});
