import { describe, expect, it } from 'vitest';
import {
  declaredGroups,
  leftAloneNote,
  lowerKubefed,
} from '../../../src/frontends/kubefed/lower.ts';
import type { Config } from '../../../src/model/config.ts';
import { recorder } from '../../../src/model/decisions.ts';
import { factText, said } from '../../stages/resources.ts';
import {
  compileObjects,
  configMap,
  deployment,
  federated,
  kubefedConfig,
  namespace,
  only,
  placedIn,
  preference,
  said as saidBy,
  typeConfig,
} from '../repository.ts';
import { gitops, optionsOf, source } from '../sources.ts';

function lower(objects: readonly object[], config: Config = {}) {
  const decisions = recorder();
  const { value, diagnostics } = lowerKubefed({
    objects: objects.map((one, index) => source(one, '', `${index}.yaml`)),
    plain: [],
    options: optionsOf(config),
    decisions,
  });
  const titles = value.resources.map(({ title }) => title);
  return { ...value, titles, said: said(diagnostics), facts: decisions.facts.map(factText) };
}

describe('lowerKubefed', () => {
  it('gives namespaces first, then what lives in them', () => {
    const {
      titles,
      resources,
      said: reports,
      federated: count,
    } = lower([configMap(), namespace()]);
    expect(titles).toEqual(['FederatedNamespace shop', 'FederatedConfigMap shop/web']);
    expect(resources.map(({ placement }) => placement.within?.name)).toEqual([undefined, 'shop']);
    expect([reports, count]).toEqual([[], 2]);
  });

  it('tells where each type comes from', () => {
    const own = [
      typeConfig('Widget'),
      federated('FederatedWidget'),
      federated('FederatedDaemonSet'),
    ];
    expect(lower(own).facts).toEqual([
      'resource-lowered FederatedWidget: example.io/v1 Widget by type-config',
      'resource-lowered FederatedDaemonSet: apps/v1 DaemonSet by known-kind',
    ]);
  });

  it('hands a preference to its object, and says when there is none', () => {
    const { resources, said: reports } = lower([
      namespace(),
      deployment(),
      preference(),
      preference({}, { name: 'other' }),
    ]);
    expect(resources.map(({ replicas }) => replicas?.total)).toEqual([undefined, 6]);
    expect(reports).toEqual(['warning[replicas/no-target] 3.yaml#/metadata/name']);
  });

  it('says of an encrypted object only that, though a preference is for it', () => {
    expect(lower([namespace(), { ...deployment(), sops: {} }, preference()]).said).toEqual([
      'error[output/encrypted-source] 1.yaml#/sops',
    ]);
  });

  it('places what a namespace-scoped control plane leaves, with and without its FederatedNamespace', () => {
    const config = kubefedConfig({ scope: 'Namespaced' });
    const inside = configMap({}, { namespace: 'kube-federation-system' });
    const limited = [config, inside, namespace(only('eu'), 'kube-federation-system')];
    const placed = (objects: readonly object[]) =>
      placedIn(compileObjects(objects, { mode: 'kubefed' }));
    expect(placed([config, inside])).toEqual(['eu', 'lab', 'us']);
    expect(placed(limited)).toEqual(['eu']);
  });

  it('only looks at the template and overrides of a namespace that is written', () => {
    const broken = federated(
      'FederatedNamespace',
      { template: 'text', placement: only('eu') },
      { name: 'kube-federation-system', namespace: 'kube-federation-system' },
    );
    const config = kubefedConfig({ scope: 'Namespaced' });
    const inside = configMap({}, { namespace: 'kube-federation-system' });
    expect(saidBy(compileObjects([config, broken, inside], { mode: 'kubefed' }))).toEqual([
      'note[kubefed/out-of-scope] 1',
      'warning[placement/namespace-not-created] 2',
      'note[placement/namespace-narrows] 2/spec/placement/clusterSelector',
    ]);
  });

  it('says nothing more of what lives in a namespace that cannot be compiled', () => {
    const broken = federated('FederatedNamespace', { template: 'text' }, { name: 'shop' });
    expect(saidBy(compileObjects([broken, configMap()]))).toEqual([
      'error[kubefed/invalid-object] 0/spec/template',
    ]);
  });

  it('counts what is federated, sound or not, and leaves plain objects alone', () => {
    const nothing = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
    const { federated: count, leftAlone } = lower([
      { kind: 'FederatedConfigMap' },
      federated('FederatedUnheardOf'),
      nothing,
    ]);
    expect([count, leftAlone.length]).toEqual([2, 1]);
  });
});

describe('declaredGroups', () => {
  it('are those of type configs and of `types:`', () => {
    const own = typeConfig('Widget', {
      federatedType: {
        group: 'fed.example.io',
        version: 'v1',
        kind: 'WidgetShare',
        pluralName: 'widgetshares',
        scope: 'Namespaced',
      },
    });
    const types = [
      { federated: 'fed.other.io/v1 Share', target: 'v1 ConfigMap', scope: 'Namespaced' } as const,
    ];
    expect(declaredGroups([source(own)], optionsOf({ types }))).toEqual([
      'fed.other.io',
      'fed.example.io',
    ]);
    expect(declaredGroups([source(configMap())], gitops)).toEqual([]);
  });
});

describe('leftAloneNote', () => {
  it('counts objects and files', () => {
    const one = { apiVersion: 'v1', kind: 'ConfigMap' };
    const [note] = leftAloneNote([source(one), source(one), source(one, '', 'b.yaml'), source({})]);
    expect(note).toMatchObject({
      code: 'repo/not-federated',
      severity: 'note',
      args: { objects: 3, files: 2 },
    });
    expect(leftAloneNote([])).toEqual([]);
  });
});
