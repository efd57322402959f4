import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile.ts';
import { identifyPlain, lowerPlain } from '../../../src/frontends/kubefed/plain-objects.ts';
import type { Config } from '../../../src/model/config.ts';
import { printJson } from '../../../src/model/print-json.ts';
import { jsonValue } from '../../json-value.ts';
import { at, said } from '../../stages/resources.ts';
import {
  configMap,
  inventoryFile,
  namespace,
  only,
  placedIn,
  said as saidBy,
} from '../repository.ts';
import { gitops, optionsOf, source } from '../sources.ts';

const plain = (
  kind: string,
  metadata: object = { name: 'web', namespace: 'shop' },
  apiVersion = 'v1',
) => ({
  apiVersion,
  kind,
  metadata,
});
const rule = (objects: readonly object[], placement: object = { clusterSelector: {} }) => ({
  objects: objects.map((one) => source(one)),
  placement: jsonValue(placement),
  origin: at('/plainObjects/0/placement', 'fedc.yaml'),
});
const noTable = { defined: new Map() };

interface Row {
  readonly name: string;
  readonly object: object;
  readonly config?: Config;
  /** `group/kind/namespace/name`. */
  readonly key?: string;
  readonly said?: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'a known kind has its scope', object: plain('ConfigMap'), key: '/ConfigMap/shop/web' },
  {
    name: 'a cluster-scoped kind has no namespace',
    object: plain('Namespace', { name: 'shop', namespace: 'stray' }),
    key: '/Namespace//shop',
  },
  {
    name: 'a kind that no table knows is namespaced if it has a namespace',
    object: plain('Widget', undefined, 'example.io/v1'),
    key: 'example.io/Widget/shop/web',
  },
  {
    name: 'and cluster-scoped if it has none',
    object: plain('Widget', { name: 'web' }, 'example.io/v1'),
    config: { defaultNamespace: 'shop' },
    key: 'example.io/Widget//web',
  },
  {
    name: 'a namespaced kind without namespace gets the default one',
    object: plain('ConfigMap', { name: 'web' }),
    config: { defaultNamespace: 'other' },
    key: '/ConfigMap/other/web',
  },
  {
    name: 'or is an error',
    object: plain('ConfigMap', { name: 'web' }),
    said: ['error[kubefed/missing-namespace] /metadata'],
  },
  {
    name: 'a namespace is a text',
    object: plain('ConfigMap', { name: 'web', namespace: 1 }),
    said: ['error[kubefed/invalid-object] /metadata/namespace'],
  },
  {
    name: 'an object needs a name',
    object: plain('ConfigMap', { namespace: 'shop' }),
    said: ['error[output/missing-name] /metadata'],
  },
  {
    name: 'a document that is no object is an error',
    object: { replicas: 1 },
    said: ['error[kubefed/invalid-object] '],
  },
  {
    name: 'an encrypted object that is not alone in its file cannot be copied',
    object: { ...plain('Secret'), sops: {} },
    said: ['error[output/encrypted-source] /sops'],
  },
  {
    name: 'a file of kustomize is no object of a cluster',
    object: plain('Kustomization', {}, 'kustomize.config.k8s.io/v1beta1'),
  },
];

describe('identifyPlain', () => {
  it.each(rows)('$name', (row) => {
    const { value, diagnostics } = identifyPlain(
      [rule([row.object])],
      noTable,
      optionsOf(row.config),
    );
    const keys = value.map(({ key }) => [key.group, key.kind, key.namespace, key.name].join('/'));
    expect(keys).toEqual(row.key === undefined ? [] : [row.key]);
    expect(said(diagnostics)).toEqual(row.said ?? []);
  });

  it('takes the scope from what the repository defines first', () => {
    const defined = new Map([['example.io/Widget', 'Namespaced' as const]]);
    const own = rule([plain('Widget', { name: 'web' }, 'example.io/v1')]);
    const options = optionsOf({ defaultNamespace: 'shop' });
    expect(identifyPlain([own], { defined }, options).value[0]?.key.namespace).toBe('shop');
  });
});

describe('lowerPlain', () => {
  const lower = (placement: object, federated: readonly string[] = []) => {
    const objects = [plain('ConfigMap'), plain('Secret')];
    const { value } = identifyPlain([rule(objects, placement)], noTable, gitops);
    return lowerPlain(value, new Set(federated), false, gitops);
  };

  it('makes resources that share the placement of their rule', () => {
    const { value, diagnostics } = lower(only('eu'));
    expect(diagnostics).toEqual([]);
    expect(value.map(({ dialect, title }) => [dialect, title])).toEqual([
      ['plain', 'ConfigMap shop/web'],
      ['plain', 'Secret shop/web'],
    ]);
    expect(value[0]?.placement.choice).toBe(value[1]?.placement.choice);
  });

  it('is limited by the namespace, like everything that lives in it', () => {
    expect(lower(only('eu'), ['shop']).value[0]?.placement.within).toMatchObject({ name: 'shop' });
  });

  it('complains about a placement once, in the config', () => {
    const { value, diagnostics } = lower({ clusterSelector: { matchLabels: { a: 1 } } });
    expect(said(diagnostics)).toEqual([
      'error[placement/invalid-selector] fedc.yaml#/plainObjects/0/placement/clusterSelector/matchLabels/a',
    ]);
    expect(value.map(({ rules }) => rules.isExplained)).toEqual([true, true]);
  });
});

describe.each(['gitops', 'kubefed'] as const)('plainObjects in mode %s', (mode) => {
  const compileWith = (objects: readonly object[], config: Config) => {
    const files = objects.map((object, index) => ({
      path: `plain/${index}.json`,
      text: printJson(object),
    }));
    const web = {
      path: 'web.json',
      text: printJson(configMap({ placement: only('us') }, { name: 'federated' })),
    };
    return compile({ files: [inventoryFile, web, ...files], config: { ...config, mode } });
  };
  const plainObjects = [{ files: ['plain/**'], placement: jsonValue(only('eu', 'us')) }];

  it('are left alone without a rule, and counted', () => {
    const result = compileWith([{ ...plain('Secret'), kubefed: '' }], {
      compatibility: { namespaces: 'narrow' },
    });
    expect(placedIn(result, 'Secret')).toEqual([]);
    expect(saidBy(result)).toContain('note[repo/not-federated] plain/0');
  });

  it('a plain Namespace among them counts as making that namespace', () => {
    const objects = [plain('Namespace', { name: 'shop' }), plain('Secret')];
    const result = compileWith(objects, { plainObjects });
    expect(placedIn(result, 'Namespace')).toEqual(['eu', 'us']);
    expect(placedIn(result, 'Secret')).toEqual(['eu', 'us']);
    expect(placedIn(result)).toEqual(['us']);
    expect(saidBy(result).filter((line) => line.includes('namespace'))).toEqual([]);
  });

  it('a federated object in such a file keeps its meaning', () => {
    const objects = [namespace(only('eu'))];
    expect(placedIn(compileWith(objects, { plainObjects }), 'Namespace')).toEqual(['eu']);
  });

  it('two rules for one object in one cluster are an error', () => {
    const result = compileWith([plain('Namespace', { name: 'shop' })], {
      plainObjects: [
        ...plainObjects,
        { files: ['plain/0.json'], placement: jsonValue(only('eu')) },
      ],
    });
    expect(saidBy(result)).toContain('error[output/duplicate-object] plain/0/metadata/name');
  });
});
