/** Short ways to make compilations for the tests of the tree. */
import type { Cluster } from '../../src/model/cluster.ts';
import type { JsonValue, ObjectKey } from '../../src/model/kube-object.ts';
import type { Compilation, Variant } from '../../src/model/variant.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

export function cluster(name: string, more: Partial<Cluster> = {}): Cluster {
  return {
    name,
    names: {},
    labels: {},
    annotations: {},
    fields: {},
    taints: [],
    origin: { file: 'clusters.yaml', document: 0, pointer: '' },
    ...more,
  };
}

interface VariantParts {
  readonly key?: Partial<ObjectKey>;
  readonly clusters: readonly string[];
  readonly app?: string;
  readonly file?: string;
  /** YAML of what stands beside kind and metadata. */
  readonly body?: string;
}

export function variant({
  key,
  clusters,
  app = '_root',
  file = 'a.yaml',
  body = '',
}: VariantParts): Variant {
  const whole = { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'web', ...key };
  const apiVersion = whole.group === '' ? 'v1' : `${whole.group}/v1`;
  const namespace = whole.namespace === '' ? '' : `, namespace: ${whole.namespace}`;
  const text = `apiVersion: ${apiVersion}\nkind: ${whole.kind}\nmetadata: {name: "${whole.name}"${namespace}}\n${body}`;
  const object = parseYaml(text).documents[0]?.value as Readonly<Record<string, JsonValue>>;
  return { key: whole, object, clusters, app, origin: { file, document: 0, pointer: '' } };
}

export function compilation(...variants: readonly Variant[]): Compilation {
  const names = new Set(variants.flatMap(({ clusters }) => clusters));
  return { inventory: { clusters: [...names].sort().map((name) => cluster(name)) }, variants };
}
