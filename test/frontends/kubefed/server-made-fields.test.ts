import { describe, expect, it } from 'vitest';
import { modeDefaults } from '../../../src/config/options.ts';
import { serverMadeFields } from '../../../src/frontends/kubefed/server-made-fields.ts';
import { at, said } from '../../stages/resources.ts';
import { object } from '../sources.ts';

const rows: { name: string; kind: string; spec: unknown; pointers: string[] }[] = [
  {
    name: 'a clusterIP',
    kind: 'Service',
    spec: { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'] },
    pointers: ['/clusterIP'],
  },
  {
    name: 'clusterIPs alone',
    kind: 'Service',
    spec: { clusterIPs: ['10.0.0.1'] },
    pointers: ['/clusterIPs'],
  },
  {
    name: 'not the None of a headless service',
    kind: 'Service',
    spec: { clusterIP: 'None', clusterIPs: ['None'] },
    pointers: [],
  },
  { name: 'not an empty clusterIP', kind: 'Service', spec: { clusterIP: '' }, pointers: [] },
  {
    name: 'each nodePort',
    kind: 'Service',
    spec: { ports: [{ port: 80 }, { nodePort: 30080 }, { nodePort: 0 }, { nodePort: 30081 }] },
    pointers: ['/ports/1/nodePort', '/ports/3/nodePort'],
  },
  {
    name: 'a volumeName',
    kind: 'PersistentVolumeClaim',
    spec: { volumeName: 'pv-1' },
    pointers: ['/volumeName'],
  },
  {
    name: 'not an empty volumeName',
    kind: 'PersistentVolumeClaim',
    spec: { volumeName: '' },
    pointers: [],
  },
  {
    name: 'the generated selector of a Job',
    kind: 'Job',
    spec: { selector: { matchLabels: { 'controller-uid': '1' } } },
    pointers: ['/selector'],
  },
  {
    name: 'the generated selector under its new label',
    kind: 'Job',
    spec: { selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } } },
    pointers: ['/selector'],
  },
  {
    name: 'not a selector by hand',
    kind: 'Job',
    spec: { manualSelector: true, selector: { matchLabels: { 'controller-uid': '1' } } },
    pointers: [],
  },
  {
    name: 'not a selector of other labels',
    kind: 'Job',
    spec: { selector: { matchLabels: { app: 'a' } } },
    pointers: [],
  },
  {
    name: 'not a clusterIP of another kind',
    kind: 'ConfigMap',
    spec: { clusterIP: '10.0.0.1' },
    pointers: [],
  },
  { name: 'nothing where there is no spec', kind: 'Service', spec: undefined, pointers: [] },
];

describe('serverMadeFields', () => {
  it.each(rows)('finds $name', ({ kind, spec, pointers }) => {
    const diagnostics = serverMadeFields(object({ spec }), {
      title: 'web',
      target: { group: '', version: 'v1', kind, scope: 'Namespaced' },
      name: 'web',
      namespace: 'shop',
      rows: modeDefaults.gitops,
      origin: at('/spec/template'),
    });
    expect(said(diagnostics)).toEqual(
      pointers.map((pointer) => `warning[kubefed/server-made-field] /spec/template/spec${pointer}`),
    );
  });
});
