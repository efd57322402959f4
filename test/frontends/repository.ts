import { type CompileInput, type CompileResult, compile } from '../../src/compile.ts';
import type { Config } from '../../src/model/config.ts';
import { isObject, type JsonValue } from '../../src/model/kube-object.ts';
import { printJson } from '../../src/model/print-json.ts';

/** Three clusters: eu and lab in region eu, us in region us. */
export const clusters = {
  apiVersion: 'fedc/v1alpha1',
  kind: 'ClusterInventory',
  clusters: [
    { name: 'eu', labels: { region: 'eu', env: 'prod' } },
    { name: 'lab', labels: { region: 'eu', env: 'test' } },
    { name: 'us', labels: { region: 'us', env: 'prod' } },
  ],
};

export const everywhere = { clusterSelector: {} };

export function only(...names: string[]): object {
  return { clusters: names.map((name) => ({ name })) };
}

/** `FederatedDeployment` web in namespace shop, or another kind, name and place. */
export function federated(
  kind: string,
  spec: object = { template: {}, placement: everywhere },
  metadata: object = { name: 'web', namespace: 'shop' },
  apiVersion = 'types.kubefed.io/v1beta1',
): object {
  return { apiVersion, kind, metadata, spec };
}

/** A FederatedConfigMap shop/web with further members of spec. */
export function configMap(spec: object = {}, metadata: object = {}): object {
  const own = { template: { data: { greeting: 'hello' } }, placement: everywhere, ...spec };
  return federated('FederatedConfigMap', own, { name: 'web', namespace: 'shop', ...metadata });
}

export function deployment(spec: object = {}): object {
  const template = { spec: { replicas: 1 } };
  return federated('FederatedDeployment', { template, placement: everywhere, ...spec });
}

export function namespace(placement: object = everywhere, name = 'shop'): object {
  return federated('FederatedNamespace', { placement }, { name, namespace: name });
}

export function preference(spec: object = {}, metadata: object = {}): object {
  return {
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec: { targetKind: 'FederatedDeployment', totalReplicas: 6, rebalance: true, ...spec },
  };
}

export function overridden(cluster: string, ...clusterOverrides: object[]): object {
  return { overrides: [{ clusterName: cluster, clusterOverrides }] };
}

/** A type config of the default namespace; the target is example.io/v1 unless `own` says otherwise. */
export function typeConfig(kind: string, own: object = {}, metadata: object = {}): object {
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'FederatedTypeConfig',
    metadata: { name: `${plural}.example.io`, namespace: 'kube-federation-system', ...metadata },
    spec: {
      federatedType: {
        group: 'types.kubefed.io',
        version: 'v1beta1',
        kind: `Federated${kind}`,
        pluralName: `federated${plural}`,
        scope: 'Namespaced',
      },
      targetType: {
        group: 'example.io',
        version: 'v1',
        kind,
        pluralName: plural,
        scope: 'Namespaced',
      },
      propagation: 'Enabled',
      ...own,
    },
  };
}

export function kubefedConfig(spec: object, metadata: object = {}): object {
  return {
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'KubeFedConfig',
    metadata: { name: 'kubefed', namespace: 'kube-federation-system', ...metadata },
    spec,
  };
}

/** Compiles objects that stand in 0.json, 1.json and so on, and the clusters in clusters.json. */
export function compileObjects(
  objects: readonly object[],
  config: Config = {},
  rest: Pick<CompileInput, 'decisions'> = {},
): CompileResult {
  const files = objects.map((object, index) => ({
    path: `${index}.json`,
    text: printJson(object),
  }));
  return compile({ files: [inventoryFile, ...files], config, ...rest });
}

export const inventoryFile = { path: 'clusters.json', text: printJson(clusters) };

/** The same with FederatedNamespace shop in every cluster, in shop.json, so that only the objects are to be judged. */
export function compileInShop(objects: readonly object[], config: Config = {}): CompileResult {
  const files = objects.map((object, index) => ({
    path: `${index}.json`,
    text: printJson(object),
  }));
  const shop = { path: 'shop.json', text: printJson(namespace()) };
  return compile({ files: [inventoryFile, shop, ...files], config });
}

/** `error[code] 0/spec/placement`: the file without its ending, and the pointer. */
export function said({ diagnostics }: CompileResult): string[] {
  return diagnostics.map(
    ({ severity, code, file, pointer }) =>
      `${severity}[${code}] ${(file ?? '').replace(/\.json$/, '')}${pointer ?? ''}`,
  );
}

/** The severity of each report of a code. */
export function severities({ diagnostics }: CompileResult, code: string): string[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code).map((one) => one.severity);
}

/** The clusters that get an object of a kind, sorted. */
export function placedIn({ manifests }: CompileResult, kind = 'ConfigMap'): string[] {
  return manifests
    .filter(({ key }) => key.kind === kind)
    .flatMap((manifest) => manifest.clusters)
    .sort();
}

/** The object of a kind in a cluster. */
export function objectIn(
  { manifests }: CompileResult,
  cluster = 'eu',
  kind = 'ConfigMap',
): JsonValue | undefined {
  return manifests.find(({ key, clusters: own }) => key.kind === kind && own.includes(cluster))
    ?.object;
}

/** A member some steps below a value. */
export function memberOf(value: JsonValue | undefined, ...steps: string[]): JsonValue | undefined {
  let found = value;
  for (const step of steps) found = isObject(found) ? found[step] : undefined;
  return found;
}
