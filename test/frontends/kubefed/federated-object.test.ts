import { describe, expect, it } from 'vitest';
import {
  isSystemNamespace,
  lowerObject,
  managedLabels,
  placementRules,
  templateApiVersion,
} from '../../../src/frontends/kubefed/federated-object.ts';
import { namespaceKey } from '../../../src/frontends/kubefed/namespaces.ts';
import type { Config } from '../../../src/model/config.ts';
import { said } from '../../stages/resources.ts';
import { configMap, everywhere, federated, namespace, only, overridden } from '../repository.ts';
import { gitops, identified, kubefed, optionsOf, source } from '../sources.ts';

function lower(object: object, config: Config = {}, isExplained = false) {
  const options = optionsOf(config);
  const [own] = identified([object], options);
  if (own === undefined) throw new Error('an object that can be identified');
  return lowerObject(own, { options, isExplained });
}

describe('lowerObject', () => {
  it('gives the object for every cluster, where it goes, and its edits', () => {
    const edits = overridden('eu', { path: '/data/greeting', value: 'hi' });
    const { value, diagnostics } = lower(configMap({ placement: only('eu'), ...edits }));
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      dialect: 'kubefed',
      key: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'web' },
      title: 'FederatedConfigMap shop/web',
      template: { apiVersion: 'v1', kind: 'ConfigMap', data: { greeting: 'hello' } },
      placement: { choice: { kind: 'names' } },
      rules: {
        unknownCluster: 'error',
        noCluster: 'error',
        labels: {},
        isWritten: true,
        isExplained: false,
      },
    });
    expect(value?.overrides).toHaveLength(1);
    expect(value?.templateOrigin.pointer).toBe('/spec/template');
  });

  it('takes its rules from the mode', () => {
    expect(lower(configMap(), { mode: 'kubefed' }).value?.rules).toMatchObject({
      unknownCluster: 'warning',
      noCluster: 'warning',
      labels: { 'kubefed.io/managed': 'true' },
    });
  });

  it("takes the group of the key from the template, if that says one, but never a namespace's", () => {
    const template = { apiVersion: 'example.io/v1' };
    expect(lower(configMap({ template })).value?.key.group).toBe('example.io');
    const own = federated('FederatedNamespace', { template, placement: {} }, { name: 'shop' });
    expect(lower(own).value?.key).toEqual(namespaceKey('shop'));
  });

  it('gives an object without template the bare form of its kind', () => {
    expect(lower(namespace()).value?.template).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
  });

  it('writes no system namespace, but any other object of that name', () => {
    expect(lower(namespace(everywhere, 'default')).value?.rules.isWritten).toBe(false);
    expect(lower(configMap({}, { name: 'default' })).value?.rules.isWritten).toBe(true);
  });

  it.each([
    [null, '/spec/template'],
    ['text', '/spec/template'],
    [{ metadata: 'text' }, '/spec/template/metadata'],
  ])('gives nothing for the template %j', (template, pointer) => {
    const { value, diagnostics } = lower(configMap({ template }));
    expect(value).toBeUndefined();
    expect(said(diagnostics)).toEqual([`error[kubefed/invalid-object] ${pointer}`]);
  });

  describe('goes nowhere for a reason that is reported', () => {
    const bare = { placement: undefined };
    it.each([
      ['a placement beside spec', { ...configMap(bare), placement: everywhere }],
      [
        'an invalid selector',
        configMap({ placement: { clusterSelector: { matchLabels: { a: 1 } } } }),
      ],
      ['a misspelt placement', configMap({ ...bare, placment: everywhere })],
      ['a misspelt list', configMap({ placement: { cluster: [] } })],
      ['a list that is none', configMap({ placement: { clusters: 'eu' } })],
      ['no spec', { ...configMap(), spec: undefined }],
    ])('%s', (_, object) => {
      const { value, diagnostics } = lower(object);
      expect(diagnostics).toHaveLength(1);
      expect(value?.rules.isExplained).toBe(true);
    });

    it('clusterNames where old shapes are refused', () => {
      const object = configMap({ placement: { clusterNames: ['eu'] } });
      const { value } = lower(object, { compatibility: { oldShapes: 'refuse' } });
      expect(value?.rules.isExplained).toBe(true);
    });

    it('what its surroundings know', () => {
      expect(lower(configMap(), {}, true).value?.rules.isExplained).toBe(true);
    });
  });

  describe('has not said why it goes nowhere', () => {
    it.each([
      ['where another member has the wrong type', configMap({ retainReplicas: 'yes' })],
      [
        'where a version never existed',
        federated('FederatedConfigMap', undefined, undefined, 'types.kubefed.io/v1'),
      ],
      ['where another field is unknown', configMap({ anything: 1 })],
    ])('%s', (_, object) => {
      const { value, diagnostics } = lower(object);
      expect(diagnostics).toHaveLength(1);
      expect(value?.rules.isExplained).toBe(false);
    });

    it('where the reason is a mere warning, and going nowhere is an error', () => {
      const object = { ...configMap({ placement: undefined }), placement: everywhere };
      const { value } = lower(object, { compatibility: { misplacedPlacement: 'ignore' } });
      expect(value?.rules.isExplained).toBe(false);
    });
  });

  it('says that clusterNames is not read where clusters stands beside it', () => {
    const { value, diagnostics } = lower(
      configMap({ placement: { ...only('eu'), clusterNames: ['us'] } }),
    );
    expect(said(diagnostics)).toEqual(['warning[kubefed/old-shape] /spec/placement/clusterNames']);
    expect(diagnostics[0]?.message).toContain('wins');
    expect(value?.placement.choice).toMatchObject({ names: [{ value: 'eu' }] });
  });
});

describe('isSystemNamespace', () => {
  it('knows the fixed list and the namespace of KubeFed', () => {
    const names = ['default', 'kube-system', 'kube-public', 'kube-node-lease', 'shop', 'fed'];
    const options = optionsOf({ kubefed: { namespace: 'fed' } });
    expect(names.map((name) => isSystemNamespace(name, options))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('templateApiVersion', () => {
  it.each([
    [{ apiVersion: 'v2' }, 'v2'],
    [{ apiVersion: '' }, undefined],
    [{ apiVersion: 2 }, undefined],
    ['text', undefined],
  ])('of the template %j is %j', (template, expected) => {
    expect(templateApiVersion(source(configMap({ template })))).toBe(expected);
  });
});

describe('managedLabels and placementRules', () => {
  it('follow the rows of the mode', () => {
    expect(managedLabels(gitops)).toEqual({});
    expect(managedLabels(kubefed)).toEqual({ 'kubefed.io/managed': 'true' });
    expect(placementRules(gitops)).toEqual({
      readsIgnoredSelector: true,
      acceptsClusterNames: true,
    });
    expect(placementRules(kubefed)).toEqual({
      readsIgnoredSelector: false,
      acceptsClusterNames: false,
    });
  });
});
