import { describe, expect, it } from 'vitest';
import {
  identify,
  namelessProblem,
  namespaceProblem,
} from '../../../src/frontends/kubefed/identify.ts';
import { knownTypes } from '../../../src/frontends/kubefed/target-type.ts';
import type { Config } from '../../../src/model/config.ts';
import { said } from '../../stages/resources.ts';
import { configMap, federated } from '../repository.ts';
import { optionsOf, source } from '../sources.ts';

interface Row {
  readonly name: string;
  readonly object: object;
  readonly config?: Config;
  readonly is?: object;
  readonly said?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'an object has the name and namespace of its metadata',
    object: configMap(),
    is: {
      title: 'FederatedConfigMap shop/web',
      name: 'web',
      namespace: 'shop',
      isNamespace: false,
    },
  },
  {
    name: 'without a namespace it gets the default one',
    object: configMap({}, { namespace: undefined }),
    config: { defaultNamespace: 'other' },
    is: { title: 'FederatedConfigMap other/web', namespace: 'other' },
  },
  {
    name: 'an empty namespace counts as absent',
    object: configMap({}, { namespace: '' }),
    config: { defaultNamespace: 'other' },
    is: { namespace: 'other' },
  },
  {
    name: 'without a namespace and a default it is an error',
    object: configMap({}, { namespace: undefined }),
    said: ['error[kubefed/missing-namespace] /metadata'],
  },
  {
    name: 'a namespace that is no text is an error, whatever the default',
    object: configMap({}, { namespace: false }),
    config: { defaultNamespace: 'other' },
    said: ['error[kubefed/invalid-object] /metadata/namespace'],
  },
  {
    name: 'a cluster-scoped object has no namespace',
    object: federated('FederatedClusterRole'),
    is: { title: 'FederatedClusterRole web', namespace: '' },
  },
  {
    name: 'a FederatedNamespace without namespace stands in the one of its own name',
    object: federated('FederatedNamespace', {}, { name: 'shop' }),
    config: { defaultNamespace: 'other' },
    is: { title: 'FederatedNamespace shop', name: 'shop', namespace: 'shop', isNamespace: true },
  },
  {
    name: 'a FederatedNamespace of another name than its namespace is said to be ignored',
    object: federated('FederatedNamespace', {}, { name: 'shop', namespace: 'other' }),
    is: { name: 'shop', namespace: 'other' },
    said: ['warning[placement/namespace-name-mismatch] /metadata/name'],
  },
  {
    name: 'an object needs a name',
    object: configMap({}, { name: undefined }),
    said: ['error[output/missing-name] /metadata'],
  },
  {
    name: 'a name is a text',
    object: configMap({}, { name: 7 }),
    said: ['error[output/missing-name] /metadata/name'],
  },
  {
    name: 'a generated name is no name',
    object: configMap({}, { name: undefined, generateName: 'web-' }),
    said: ['error[output/generate-name] /metadata/generateName'],
  },
  {
    name: 'an encrypted object cannot be compiled, and nothing else is said about it',
    object: { ...configMap({}, { name: undefined }), sops: {} },
    said: ['error[output/encrypted-source] /sops'],
  },
  {
    name: 'an object of an unknown type cannot be compiled',
    object: federated('FederatedUnheardOf'),
    said: ['error[kubefed/unknown-type] /kind'],
  },
];

function identifyAll(objects: readonly object[], config: Config = {}) {
  const options = optionsOf(config);
  const sources = objects.map((one, index) => source(one, `/items/${index}`));
  return identify(sources, knownTypes(new Map(), [], options), options);
}

describe('identify', () => {
  it.each(rows)('$name', (row) => {
    const options = optionsOf(row.config);
    const known = knownTypes(new Map(), [], options);
    const { value, diagnostics } = identify([source(row.object)], known, options);
    expect(said(diagnostics)).toEqual(row.said ?? []);
    if (row.is === undefined) expect(value).toEqual([]);
    else expect(value[0]).toMatchObject(row.is);
  });

  it('reports an unknown type once, and each unknown type', () => {
    const kinds = ['FederatedA', 'FederatedB', 'FederatedA'];
    expect(said(identifyAll(kinds.map((kind) => federated(kind))).diagnostics)).toEqual([
      'error[kubefed/unknown-type] /items/0/kind',
      'error[kubefed/unknown-type] /items/1/kind',
    ]);
  });

  it('reports once that `types:` is overruled', () => {
    const types = [
      {
        federated: 'types.kubefed.io/v1beta1 FederatedConfigMap',
        target: 'example.io/v1 ConfigMap',
        scope: 'Namespaced',
      } as const,
    ];
    const { value, diagnostics } = identifyAll([configMap(), configMap()], { types });
    expect(value).toHaveLength(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['kubefed/type-config-conflict']);
  });
});

describe('namelessProblem and namespaceProblem', () => {
  it('point into the item of a List', () => {
    const nameless = source({ kind: 'Secret', metadata: { namespace: 7 } }, '/items/1');
    expect(said([namelessProblem(nameless)])).toEqual([
      'error[output/missing-name] /items/1/metadata',
    ]);
    const problem = namespaceProblem(nameless);
    expect(problem && said([problem])).toEqual([
      'error[kubefed/invalid-object] /items/1/metadata/namespace',
    ]);
  });

  it('find nothing wrong with a namespace that is a text, or not there', () => {
    for (const namespace of ['shop', '', null, undefined]) {
      expect(namespaceProblem(source({ metadata: { namespace } }))).toBeUndefined();
    }
  });
});
