/** Rancher Fleet: a GitRepo for each cluster. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, type JsonObject, type KubeObject } from '../model/kube-object.ts';
import type { Variant } from '../model/variant.ts';
import { countBytes } from '../tree/measure.ts';
import {
  type EmittedFile,
  type Engine,
  type Fleet,
  type FleetCluster,
  repositoryPath,
} from './engine.ts';
import { needRepository } from './need-repository.ts';
import { isOn, textSetting } from './settings.ts';
import { type Literal, toObject } from './to-object.ts';

const title = 'Rancher Fleet';

export const fleet: Engine = {
  name: 'fleet',
  title,
  guards: [{ annotation: 'helm.sh/resource-policy', valueFor: () => 'keep' }],
  emit: (whole) => whole.clusters.map((each) => gitRepoFile(each, whole)),
  check: (whole) => [
    ...needRepository({ title }, whole),
    ...names(whole),
    ...reservedFolders(whole),
    ...sizes(whole),
    ...replicas(whole),
  ],
};

/** A label of every bundle holds the name of its GitRepo. */
const longestName = 63;

/** rancher/fleet, internal/bundlereader: what lies there is a template of Helm, a variation, or a chart, at the top of a bundle. */
const reserved: readonly string[] = ['charts', 'overlays', 'templates'];

/** rancher/fleet, internal/bundlereader: from here on the content of a bundle is compressed; etcd refuses 1.5 MiB. */
const largestBundle = 1_000_000;

function gitRepoFile(each: FleetCluster, whole: Fleet): EmittedFile {
  const { cluster } = each;
  return { path: `gitrepos/${cluster.name}.yaml`, documents: [gitRepo(each, whole)] };
}

function gitRepo({ cluster }: FleetCluster, { settings, repository }: Fleet): JsonObject {
  const secret = textSetting(settings, 'clientSecretName', '');
  const polling = textSetting(settings, 'pollingInterval', '');
  return toObject({
    apiVersion: 'fleet.cattle.io/v1alpha1',
    kind: 'GitRepo',
    metadata: {
      name: nameOf(cluster.name, settings),
      namespace: textSetting(settings, 'namespace', 'fleet-default'),
    },
    spec: {
      repo: repository.url,
      ...gitReference(repository.revision),
      paths: [repositoryPath(repository, `clusters/${cluster.name}`)],
      targets: [{ clusterName: cluster.names.fleet ?? cluster.name }],
      ...(secret === '' ? {} : { clientSecretName: secret }),
      ...(polling === '' ? {} : { pollingInterval: polling }),
      ...(isOn(settings, 'keepResources', false) ? { keepResources: true } : {}),
    },
  });
}

function nameOf(cluster: string, settings: Fleet['settings']): string {
  return textSetting(settings, 'name', '{cluster}').replaceAll('{cluster}', cluster);
}

/** A branch has a field of its own; `revision` is a tag or a commit. */
function gitReference(revision: string): Record<string, Literal> {
  if (/^[0-9a-f]{40}$/.test(revision)) return { revision };
  if (revision.startsWith('refs/tags/')) return { revision: revision.slice('refs/tags/'.length) };
  return { branch: revision.replace(/^refs\/heads\//, '') };
}

function names({ clusters, settings, settingAt }: Fleet): readonly Diagnostic[] {
  return clusters
    .map(({ cluster }) => nameOf(cluster.name, settings))
    .filter((name) => name.length > longestName)
    .map((name) => diagnose('engine/fleet-name', settingAt('name'), { name, limit: longestName }));
}

function reservedFolders({ clusters }: Fleet): readonly Diagnostic[] {
  const found = clusters.flatMap(({ cluster, folders }) =>
    folders.flatMap(({ name, files: [file] }) =>
      file !== undefined && isSpecial(name) ? [{ name, cluster: cluster.name, ...file }] : [],
    ),
  );
  return [...groupBy(found, ({ name }) => name)].map(([folder, uses]) => {
    const args = { folder, clusters: uses.map(({ cluster }) => cluster) };
    return diagnose('engine/fleet-folder', uses[0].variant.origin, args);
  });
}

/** rancher/fleet, internal/bundlereader: hidden folders are skipped. */
function isSpecial(folder: string): boolean {
  return reserved.includes(folder) || folder.startsWith('.');
}

function sizes({ clusters, settingAt }: Fleet): readonly Diagnostic[] {
  const known = new Map<KubeObject, number>();
  const bytesOf = ({ object }: Variant) => {
    const bytes = known.get(object) ?? countBytes(object);
    known.set(object, bytes);
    return bytes;
  };
  const large = clusters
    .map((each) => ({
      cluster: each.cluster.name,
      bytes: variantsOf(each).reduce((sum, variant) => sum + bytesOf(variant), 0),
    }))
    .filter(({ bytes }) => bytes > largestBundle);
  if (large.length === 0) return [];
  return [diagnose('engine/fleet-size', settingAt(), { clusters: large, limit: largestBundle })];
}

function replicas({ clusters }: Fleet): readonly Diagnostic[] {
  const retaining = clusters.flatMap(variantsOf).filter((variant) => variant.retainsReplicas);
  const bySource = new Map(retaining.map((variant) => [variant.origin, variant.key]));
  return [...bySource].map(([origin, key]) =>
    diagnose('engine/fleet-replicas', origin, { object: describeKey(key) }),
  );
}

function variantsOf({ folders }: FleetCluster): readonly Variant[] {
  return folders.flatMap(({ files }) => files.map(({ variant }) => variant));
}
