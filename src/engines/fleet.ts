/** Rancher Fleet: a GitRepo for each cluster. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, isObject, type JsonObject, type KubeObject } from '../model/kube-object.ts';
import type { Guard } from '../model/protection.ts';
import type { Variant } from '../model/variant.ts';
import { countBytes } from '../tree/measure.ts';
import {
  type EmittedFile,
  type Engine,
  type Fleet,
  type FleetCluster,
  repositoryPath,
  variantsOf,
} from './engine.ts';
import { needRepository } from './need-repository.ts';
import { isOn, textSetting } from './settings.ts';
import { type Literal, toObject } from './to-object.ts';
import { warnEncrypted } from './warn-encrypted.ts';

const title = 'Rancher Fleet';
const policyAnnotation = 'helm.sh/resource-policy';

/** Fleet deploys with Helm. helm/helm, pkg/action/resource_policy.go: `keep` in whatever case, white space around it. */
const keepGuard: Guard = {
  annotation: policyAnnotation,
  valueFor: ({ annotations }) => {
    const written = isObject(annotations) ? annotations[policyAnnotation] : undefined;
    const isKept = typeof written === 'string' && written.trim().toLowerCase() === 'keep';
    return isKept ? undefined : 'keep';
  },
};

export const fleet: Engine = {
  name: 'fleet',
  title,
  guards: [keepGuard],
  emit: (whole) => whole.clusters.map((each) => gitRepoFile(each, whole)),
  check: (whole) => [
    ...needRepository({ title }, whole),
    ...warnEncrypted({ title }, whole),
    ...names(whole),
    ...sameCluster(whole),
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
      targets: [{ clusterName: fleetName(cluster) }],
      ...(secret === '' ? {} : { clientSecretName: secret }),
      ...(polling === '' ? {} : { pollingInterval: polling }),
      ...(isOn(settings, 'keepResources', false) ? { keepResources: true } : {}),
    },
  });
}

/** What Fleet calls a cluster. */
function fleetName({ name, names: { fleet: called } }: Cluster): string {
  return called ?? name;
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

function sameCluster({ clusters }: Fleet): readonly Diagnostic[] {
  const byName = groupBy(clusters, ({ cluster }) => fleetName(cluster));
  return [...byName].flatMap(([called, [{ cluster }, ...others]]) => {
    if (others.length === 0) return [];
    const all = [cluster, ...others.map((other) => other.cluster)].map(({ name }) => name);
    return [diagnose('engine/fleet-same-cluster', cluster.origin, { called, clusters: all })];
  });
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
      bytes: variantsOf([each]).reduce((sum, variant) => sum + bytesOf(variant), 0),
    }))
    .filter(({ bytes }) => bytes > largestBundle);
  if (large.length === 0) return [];
  return [diagnose('engine/fleet-size', settingAt(), { clusters: large, limit: largestBundle })];
}

function replicas({ clusters }: Fleet): readonly Diagnostic[] {
  const retaining = variantsOf(clusters).filter((variant) => variant.retainsReplicas);
  const bySource = new Map(retaining.map((variant) => [variant.origin, variant.key]));
  return [...bySource].map(([origin, key]) =>
    diagnose('engine/fleet-replicas', origin, { object: describeKey(key) }),
  );
}
