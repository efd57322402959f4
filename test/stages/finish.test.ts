import { describe, expect, it } from 'vitest';
import { recorder, silent } from '../../src/model/decisions.ts';
import type { FederatedResource } from '../../src/model/federated-resource.ts';
import { copyObject, isObject, type KubeObject } from '../../src/model/kube-object.ts';
import { createFinish } from '../../src/stages/finish.ts';
import { jsonValue } from '../json-value.ts';
import { finish } from './one-by-one.ts';
import { at, factText, resource, said, strict } from './resources.ts';

function object(literal: object): KubeObject {
  const value = jsonValue(literal);
  if (!isObject(value)) throw new Error('a Kubernetes object is an object');
  return value;
}

const managed = { ...strict, labels: { 'kubefed.io/managed': 'true' } };
const configMap = object({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web', namespace: 'shop', labels: { tier: 'web' } },
});

function labels(own: object): KubeObject {
  return object({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', ...own } });
}

describe('finish', () => {
  it('adds no label where none is asked for, and keeps the object itself', () => {
    const own = resource({ template: configMap });
    const { value } = finish([{ resource: own, object: configMap, clusters: ['eu'] }], silent);
    expect(value[0]?.object).toBe(configMap);
  });

  it('says nothing of what goes nowhere', () => {
    const decisions = recorder();
    const own = resource({ template: configMap, rules: managed });
    expect(createFinish(decisions)(own, [])).toEqual({ value: [], diagnostics: [] });
    expect(decisions.facts).toEqual([]);
  });

  it('sets the managed label after all edits, beside the labels that are there', () => {
    const decisions = recorder();
    const own = resource({ template: configMap, rules: managed });
    const edited = object({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web', labels: { tier: 'web', 'kubefed.io/managed': 'false' } },
    });
    const { value, diagnostics } = finish(
      [{ resource: own, object: edited, clusters: ['eu'] }],
      decisions,
    );
    expect(value[0]?.object).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web', labels: { tier: 'web', 'kubefed.io/managed': 'true' } },
    });
    expect(diagnostics).toEqual([]);
    expect(decisions.facts.map(factText)).toEqual([
      'field-stamped /metadata/labels/kubefed.io~1managed the managed label',
    ]);
    expect(configMap['metadata']).toEqual({
      name: 'web',
      namespace: 'shop',
      labels: { tier: 'web' },
    });
  });

  it('makes one variant of different edits that end in one content', () => {
    const own = resource({ template: configMap });
    const results = [
      { resource: own, object: configMap, clusters: ['us'] },
      { resource: own, object: copyObject(configMap), clusters: ['eu'] },
    ];
    expect(finish(results, silent).value.map(({ clusters }) => clusters)).toEqual([['eu', 'us']]);
  });

  it('sorts by key and first cluster also where several sources make one object', () => {
    const sources = Array.from({ length: 4 }, () => resource({ template: configMap }));
    const made = (index: number, text: string, ...clusters: string[]) => ({
      resource: sources[index] ?? resource(),
      object: object({ apiVersion: 'v1', kind: 'ConfigMap', data: { text } }),
      clusters,
    });
    const results = [
      made(0, 'a', 'us'),
      made(1, 'b', 'eu'),
      made(1, 'c', 'us'),
      made(2, 'd', 'ap', 'us'),
      made(2, 'e', 'zz'),
      made(3, 'f', 'us'),
    ];
    const { value } = finish(results, silent);
    expect(value.map((variant) => variant.object['data'])).toEqual(
      ['d', 'b', 'a', 'c', 'f', 'e'].map((text) => ({ text })),
    );
  });

  it('keeps different contents apart, in the order of key and first cluster', () => {
    const own = resource({ template: configMap });
    const other = object({ apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    const later = resource({ key: { ...own.key, name: 'later' } });
    const results = [
      { resource: later, object: configMap, clusters: ['eu'] },
      { resource: own, object: configMap, clusters: ['us'] },
      { resource: own, object: other, clusters: ['eu'] },
    ];
    expect(
      finish(results, silent).value.map(({ key, clusters }) => [key.name, clusters.join()]),
    ).toEqual([
      ['later', 'eu'],
      ['web', 'eu'],
      ['web', 'us'],
    ]);
  });

  it('takes the group from the result, because an override may change the apiVersion', () => {
    const own = resource({});
    const moved = object({ apiVersion: 'example.io/v2', kind: 'Deployment' });
    const { value } = finish([{ resource: own, object: moved, clusters: ['eu'] }], silent);
    expect(value[0]?.key).toEqual({ ...own.key, group: 'example.io' });
  });

  const apps: { name: string; own: Partial<FederatedResource>; app: string }[] = [
    {
      name: 'the label part-of names the app',
      own: {
        template: labels({
          labels: { 'app.kubernetes.io/part-of': 'store', 'app.kubernetes.io/name': 'web' },
        }),
      },
      app: 'store',
    },
    {
      name: 'without part-of the label name does',
      own: { template: labels({ labels: { 'app.kubernetes.io/name': 'web' } }) },
      app: 'web',
    },
    {
      name: 'without labels it is the folder of the source',
      own: { template: configMap, origin: at('', 'apps/shop/web.yaml') },
      app: 'shop',
    },
    {
      name: 'a source in the root has no app of its own',
      own: { template: configMap, origin: at('', 'web.yaml') },
      app: '_root',
    },
  ];
  it.each(apps)('$name', ({ own, app }) => {
    const made = resource(own);
    const { value } = finish([{ resource: made, object: made.template, clusters: ['eu'] }], silent);
    expect(value[0]?.app).toBe(app);
  });

  const listed = labels({ labels: ['web'] });
  const texts: { name: string; template: KubeObject; result: KubeObject; said: string[] }[] = [
    {
      name: 'an override that makes a label a number is reported at the overrides',
      template: labels({ labels: { version: '1' } }),
      result: labels({ labels: { version: 2 } }),
      said: ['error[kubefed/template-label-not-text] /spec/overrides'],
    },
    {
      name: 'an override that makes an annotation a number is reported too',
      template: labels({}),
      result: labels({ annotations: { version: 2 } }),
      said: ['error[kubefed/template-label-not-text] /spec/overrides'],
    },
    {
      name: 'an override that makes the labels a text is reported, and not stamped over',
      template: labels({}),
      result: labels({ labels: 'web' }),
      said: ['error[kubefed/invalid-object] /spec/overrides'],
    },
    {
      name: 'what is wrong in the template itself was reported there',
      template: labels({ labels: { version: 2 } }),
      result: labels({ labels: { version: 2, tier: 'web' } }),
      said: [],
    },
    {
      name: 'labels of the template that are no mapping were reported there too',
      template: listed,
      result: listed,
      said: [],
    },
    {
      name: 'labels that an override removes are fine',
      template: labels({ labels: { version: '1' } }),
      result: labels({ labels: null }),
      said: [],
    },
  ];
  it.each(texts)('$name', ({ template, result, said: expected }) => {
    for (const rules of [strict, managed]) {
      const own = resource({ template, rules });
      const { diagnostics } = finish(
        [
          { resource: own, object: result, clusters: ['eu'] },
          { resource: own, object: template, clusters: ['us'] },
        ],
        silent,
      );
      expect(said(diagnostics)).toEqual(expected);
    }
  });
});
