/** Settings and stages in, the objects of Flux out. */
import type { JsonObject } from '../../model/kube-object.ts';
import type { Fleet, FleetRepository } from '../engine.ts';
import { repositoryPath } from '../engine.ts';
import { textSetting } from '../settings.ts';
import { type Literal, toObject } from '../to-object.ts';
import { type FluxSettings, nameFor } from './settings.ts';
import type { Stage, StageFile } from './stages.ts';

/** The Kustomization of a stage. Nothing in it renames, moves or substitutes: what is in the tree is what is applied. */
export function kustomization(
  { name, path, part, dependsOn, files }: Stage,
  cluster: string,
  settings: FluxSettings,
  repository: FleetRepository,
): JsonObject {
  const { namespace, serviceAccountName } = settings;
  const ignore = ignoreRules(files);
  return toObject({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace },
    spec: {
      interval: settings.interval,
      retryInterval: settings.retryInterval,
      timeout: settings.timeout,
      sourceRef: sourceReference(settings),
      path: `./${repositoryPath(repository, path)}`,
      prune: settings.prune,
      wait: settings.wait,
      ...(settings.suspend ? { suspend: true } : {}),
      // Who goes back to one Kustomization must not lose the namespaces on the way.
      ...(part === 'rest' ? {} : { deletionPolicy: 'Orphan' }),
      ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((it) => ({ name: it })) }),
      ...(ignore.length === 0 ? {} : { ignore }),
      ...access(settings, cluster),
      ...(serviceAccountName === undefined ? {} : { serviceAccountName }),
    },
  });
}

/** Files as kustomize is told of them; paths are relative to where it stands. */
export function resourceList(paths: readonly string[]): JsonObject {
  return toObject({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: paths,
  });
}

/** The repository of the tree as Flux fetches it. */
export function gitRepository(
  { repository, settings: written }: Fleet,
  settings: FluxSettings,
): JsonObject {
  const secret = textSetting(written, 'repositorySecret', '');
  const { name, namespace } = settings.source;
  return toObject({
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name, namespace },
    spec: {
      interval: settings.interval,
      url: repository.url,
      ref: gitReference(repository.revision),
      ...(secret === '' ? {} : { secretRef: { name: secret } }),
    },
  });
}

function gitReference(revision: string): Literal {
  if (/^[0-9a-f]{40}$/.test(revision)) return { commit: revision };
  return revision.startsWith('refs/') ? { name: revision } : { branch: revision };
}

function sourceReference({ source, namespace }: FluxSettings): Literal {
  const { kind, name } = source;
  return { kind, name, ...(source.namespace === namespace ? {} : { namespace: source.namespace }) };
}

function access({ kubeConfig, decryption }: FluxSettings, cluster: string) {
  return {
    ...(kubeConfig && {
      kubeConfig: {
        secretRef: { ...kubeConfig, name: nameFor(kubeConfig.name, cluster) },
      },
    }),
    ...(decryption && {
      decryption: {
        provider: 'sops',
        ...(decryption.secretName && { secretRef: { name: decryption.secretName } }),
      },
    }),
  };
}

/**
 * fluxcd/pkg, ssa/jsondiff/selector.go: the texts of a target are regular expressions for the whole. What is ignored is still
 * written when the object is made; afterwards the number in the cluster stays.
 */
function ignoreRules(files: readonly StageFile[]): readonly Literal[] {
  return files.flatMap(({ variant: { key, retainsReplicas } }) => {
    if (retainsReplicas === undefined) return [];
    const { group, kind, namespace, name } = key;
    const target = {
      ...(group === '' ? {} : { group: exactly(group) }),
      kind,
      namespace: exactly(namespace),
      name: exactly(name),
    };
    return [{ paths: ['/spec/replicas'], target }];
  });
}

function exactly(text: string): string {
  return text.replaceAll('.', '\\.');
}
