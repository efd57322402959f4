import { describe, expect, it } from 'vitest';
import { modeDefaults } from '../../../src/config/options.ts';
import { stampTemplate } from '../../../src/frontends/kubefed/template.ts';
import type { TargetType } from '../../../src/frontends/kubefed/type-config.ts';
import type { Compatibility } from '../../../src/model/config.ts';
import { at, said } from '../../stages/resources.ts';
import { object } from '../sources.ts';

const configMap: TargetType = { group: '', version: 'v1', kind: 'ConfigMap', scope: 'Namespaced' };
const role: TargetType = {
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'ClusterRole',
  scope: 'Cluster',
};

interface Row {
  readonly name: string;
  readonly template: object;
  readonly target?: TargetType;
  readonly rows?: Partial<Compatibility>;
  readonly result: object;
  readonly said?: readonly string[];
}

const named = { name: 'web', namespace: 'shop' };
const stamped = { apiVersion: 'v1', kind: 'ConfigMap', metadata: named };

const rows: readonly Row[] = [
  { name: 'an empty template becomes a named object', template: {}, result: stamped },
  {
    name: 'what is in the template stays',
    template: { data: { a: 'b' } },
    result: { ...stamped, data: { a: 'b' } },
  },
  {
    name: 'the kind always comes from the type',
    template: { kind: 'Secret' },
    result: stamped,
    said: ['warning[kubefed/template-name] /spec/template/kind'],
  },
  {
    name: 'the apiVersion of the template wins, if it is a text',
    template: { apiVersion: 'example.io/v2' },
    result: { ...stamped, apiVersion: 'example.io/v2' },
  },
  {
    name: 'an empty apiVersion gives way to that of the type',
    template: { apiVersion: '' },
    result: stamped,
  },
  {
    name: 'an apiVersion that is no text gives way too',
    template: { apiVersion: 1 },
    result: stamped,
  },
  {
    name: 'the name always comes from outside',
    template: { metadata: { name: 'other' } },
    result: stamped,
    said: ['warning[kubefed/template-name] /spec/template/metadata/name'],
  },
  {
    name: 'the right name again is no contradiction',
    template: { metadata: named },
    result: stamped,
  },
  {
    name: 'the namespace always comes from outside',
    template: { metadata: { namespace: 'other' } },
    result: stamped,
    said: ['warning[kubefed/template-name] /spec/template/metadata/namespace'],
  },
  {
    name: 'a cluster-scoped object has none',
    template: { metadata: { namespace: 'stray' } },
    target: role,
    result: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'web' },
    },
    said: ['warning[kubefed/template-name] /spec/template/metadata/namespace'],
  },
  {
    name: 'labels and annotations of the template stay',
    template: { metadata: { labels: { a: 'b' }, annotations: { c: 'd' } } },
    result: { ...stamped, metadata: { ...named, labels: { a: 'b' }, annotations: { c: 'd' } } },
  },
  {
    name: 'labels and annotations must be text',
    template: { metadata: { labels: { a: 1, b: 'x' }, annotations: { c: true, d: ['x'] } } },
    result: {
      ...stamped,
      metadata: { ...named, labels: { a: 1, b: 'x' }, annotations: { c: true, d: ['x'] } },
    },
    said: ['labels/a', 'annotations/c', 'annotations/d'].map(
      (path) => `error[kubefed/template-label-not-text] /spec/template/metadata/${path}`,
    ),
  },
  {
    name: 'labels must be a mapping',
    template: { metadata: { labels: ['a'] } },
    result: { ...stamped, metadata: { ...named, labels: ['a'] } },
    said: ['error[kubefed/invalid-object] /spec/template/metadata/labels'],
  },
  {
    name: 'annotations are dropped where the row says so, those of a pod template are not',
    template: {
      metadata: { annotations: { c: 'd' } },
      spec: { template: { metadata: { annotations: { e: 'f' } } } },
    },
    rows: { templateAnnotations: 'drop' },
    result: { ...stamped, spec: { template: { metadata: { annotations: { e: 'f' } } } } },
    said: ['warning[kubefed/template-annotations] /spec/template/metadata/annotations'],
  },
  {
    name: 'empty annotations stay',
    template: { metadata: { annotations: {} } },
    rows: { templateAnnotations: 'drop' },
    result: { ...stamped, metadata: { ...named, annotations: {} } },
  },
  {
    name: 'finalizers are dropped where the row says so',
    template: { metadata: { finalizers: ['a/b'] } },
    result: stamped,
    said: ['warning[kubefed/template-finalizers] /spec/template/metadata/finalizers'],
  },
  {
    name: 'and stay where it says so',
    template: { metadata: { finalizers: ['a/b'] } },
    rows: { templateFinalizers: 'keep' },
    result: { ...stamped, metadata: { ...named, finalizers: ['a/b'] } },
  },
  {
    name: 'what a server wrote goes, in one note',
    template: {
      status: {},
      metadata: {
        uid: '1',
        resourceVersion: '2',
        generation: 3,
        creationTimestamp: null,
        managedFields: [],
        selfLink: '',
        ownerReferences: [],
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', c: 'd' },
      },
    },
    result: { ...stamped, metadata: { ...named, annotations: { c: 'd' } } },
    said: ['note[kubefed/server-field] /spec/template/metadata'],
  },
  {
    name: 'annotations that the dropping empties go',
    template: {
      metadata: { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } },
    },
    result: stamped,
    said: ['note[kubefed/server-field] /spec/template/metadata'],
  },
  {
    name: 'what a server wrote stays where the row says so',
    template: { status: { a: 1 }, metadata: { uid: '1', creationTimestamp: null } },
    rows: { serverFields: 'keep' },
    result: {
      ...stamped,
      status: { a: 1 },
      metadata: { ...named, uid: '1', creationTimestamp: null },
    },
  },
  {
    name: 'an object with a name needs no generated one, under no row',
    template: { metadata: { generateName: 'web-' } },
    rows: { serverFields: 'keep' },
    result: stamped,
    said: ['note[kubefed/server-field] /spec/template/metadata'],
  },
];

describe('stampTemplate', () => {
  it.each(rows)('$name', (row) => {
    const target = row.target ?? configMap;
    const { value, diagnostics } = stampTemplate(object(row.template), {
      title: 'FederatedConfigMap shop/web',
      target,
      name: 'web',
      namespace: target.scope === 'Cluster' ? '' : 'shop',
      rows: { ...modeDefaults.gitops, ...row.rows },
      origin: at('/spec/template'),
    });
    expect(value).toEqual(row.result);
    expect(said(diagnostics)).toEqual(row.said ?? []);
  });

  it('leaves the template itself alone', () => {
    const template = object({ metadata: { uid: '1' }, status: {} });
    stampTemplate(template, {
      title: 'web',
      target: configMap,
      name: 'web',
      namespace: 'shop',
      rows: modeDefaults.gitops,
      origin: at('/spec/template'),
    });
    expect(template).toEqual({ metadata: { uid: '1' }, status: {} });
  });
});
