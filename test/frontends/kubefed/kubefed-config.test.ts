import { describe, expect, it } from 'vitest';
import { readControlPlane } from '../../../src/frontends/kubefed/kubefed-config.ts';
import { said } from '../../stages/resources.ts';
import { kubefedConfig } from '../repository.ts';
import { gitops, kubefed, optionsOf, source } from '../sources.ts';

const open = { propagates: true, schedules: true };
const gate = (name: string, configuration: string) => ({
  scope: 'Cluster',
  featureGates: [{ name, configuration }],
});

const rows: {
  name: string;
  spec: object;
  metadata?: object;
  options?: typeof kubefed;
  is: object;
  said?: string[];
}[] = [
  { name: 'a cluster-wide control plane limits nothing', spec: { scope: 'Cluster' }, is: open },
  {
    name: 'a namespace-scoped one only looks at the system namespace',
    spec: { scope: 'Namespaced' },
    is: { ...open, onlyNamespace: 'kube-federation-system' },
  },
  {
    name: 'the config says which namespace that is',
    spec: { scope: 'Namespaced' },
    metadata: { namespace: 'fed' },
    options: optionsOf({ mode: 'kubefed', kubefed: { namespace: 'fed' } }),
    is: { ...open, onlyNamespace: 'fed' },
  },
  {
    name: 'the gate PushReconciler switches propagation off',
    spec: gate('PushReconciler', 'Disabled'),
    is: { ...open, propagates: false },
  },
  {
    name: 'the gate SchedulerPreferences switches preferences off',
    spec: gate('SchedulerPreferences', 'Disabled'),
    is: { ...open, schedules: false },
  },
  { name: 'an enabled gate changes nothing', spec: gate('PushReconciler', 'Enabled'), is: open },
  {
    name: 'other gates have no influence',
    spec: gate('RawResourceStatusCollection', 'Disabled'),
    is: open,
  },
  {
    name: 'one in another namespace does not count',
    spec: { scope: 'Namespaced' },
    metadata: { namespace: 'other' },
    is: open,
  },
  {
    name: 'one of another name does not count',
    spec: { scope: 'Namespaced' },
    metadata: { name: 'other' },
    is: open,
  },
  {
    name: 'one without namespace stands in the system namespace',
    spec: { scope: 'Namespaced' },
    metadata: { namespace: undefined },
    is: { ...open, onlyNamespace: 'kube-federation-system' },
  },
  {
    name: 'where it is ignored it limits nothing',
    spec: {
      scope: 'Namespaced',
      featureGates: [{ name: 'PushReconciler', configuration: 'Disabled' }],
    },
    options: gitops,
    is: open,
  },
  {
    name: 'an unknown field is a warning in kubefed',
    spec: { scoop: 'Cluster' },
    is: open,
    said: ['warning[kubefed/unknown-field] /spec/scoop'],
  },
  {
    name: 'an unknown field is an error in gitops',
    spec: { scoop: 'Cluster' },
    options: gitops,
    is: open,
    said: ['error[kubefed/unknown-field] /spec/scoop'],
  },
  {
    name: 'the same slip in every gate is one report',
    spec: {
      scope: 'Cluster',
      featureGates: [
        { name: 'PushReconciler', enabled: true },
        { name: 'SchedulerPreferences', enabled: true },
      ],
    },
    is: open,
    said: ['warning[kubefed/unknown-field] /spec/featureGates/0/enabled'],
  },
];

describe('readControlPlane', () => {
  it.each(rows)('$name', (row) => {
    const config = source(kubefedConfig(row.spec, row.metadata));
    const { value, diagnostics } = readControlPlane([config], row.options ?? kubefed);
    expect(value).toEqual(row.is);
    expect(said(diagnostics)).toEqual(row.said ?? []);
  });

  it('limits nothing where there is none', () => {
    expect(readControlPlane([], kubefed)).toEqual({ value: open, diagnostics: [] });
  });
});
