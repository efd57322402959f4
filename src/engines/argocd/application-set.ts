/** A fleet and its settings in, the ApplicationSet out. argo-cd, docs/operator-manual/applicationset. */
import { type JsonObject, keyText } from '../../model/kube-object.ts';
import type { Variant } from '../../model/variant.ts';
import { type Fleet, variantsOf } from '../engine.ts';
import { type Literal, toObject } from '../to-object.ts';
import { type Generated, generatedBy } from './generators.ts';
import type { ArgocdSettings, Step } from './settings.ts';
import { mergeOptions } from './sync-options.ts';

/** One ApplicationSet that makes every Application; its destination is a name of Argo CD, never an address. */
export function applicationSet(fleet: Fleet, settings: ArgocdSettings): JsonObject {
  const { name, namespace, applicationsSync, preserveResourcesOnDeletion } = settings;
  const generated = generatedBy(fleet, settings);
  return toObject({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [generated.generator],
      strategy: strategy(settings),
      syncPolicy: { applicationsSync, preserveResourcesOnDeletion },
      template: {
        metadata: templateMetadata(generated, settings),
        spec: templateSpec(fleet, generated, settings),
      },
    },
  });
}

function strategy({ steps }: ArgocdSettings): Literal | undefined {
  if (steps.length === 0) return undefined;
  return { type: 'RollingSync', rollingSync: { steps: steps.map(stepOf) } };
}

function stepOf({ label, values, maxUpdate }: Step): Literal {
  const matchExpressions = [{ key: label, operator: 'In', values }];
  return { matchExpressions, ...(maxUpdate === undefined ? {} : { maxUpdate }) };
}

function templateMetadata(generated: Generated, { namePrefix, labels }: ArgocdSettings): Literal {
  const texts = Object.fromEntries(labels.map((key) => [key, generated.label(key)]));
  return {
    name: `${namePrefix}${generated.name}`,
    labels: labels.length === 0 ? undefined : texts,
    // A commit that changes nothing below the path of an Application then renders nothing anew.
    annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
  };
}

function templateSpec(
  fleet: Fleet,
  { path, destination }: Generated,
  settings: ArgocdSettings,
): Literal {
  const { url, revision } = fleet.repository;
  const ignored = ignoredReplicas(variantsOf(fleet.clusters));
  return {
    project: settings.project,
    source: { repoURL: url, targetRevision: revision, path, directory: { recurse: true } },
    destination: { name: destination },
    ignoreDifferences: ignored.length === 0 ? undefined : ignored,
    syncPolicy: {
      automated: automated(settings),
      retry: retry(settings),
      syncOptions: syncOptions(settings, ignored),
    },
  };
}

/** Each level allows what those before it do. */
function automated({ automated: level }: ArgocdSettings): Literal | undefined {
  if (level === 'none') return undefined;
  return { prune: level === 'prune', selfHeal: level !== 'sync' };
}

/**
 * Namespaces and definitions stand in another folder than what needs them. An automatic sync that fails is not tried again for
 * the same commit unless this says so.
 */
function retry({ applications }: ArgocdSettings): Literal | undefined {
  if (applications === 'cluster') return undefined;
  return { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } };
}

function syncOptions(
  { serverSideApply, syncOptions: own }: ArgocdSettings,
  ignored: readonly Literal[],
): readonly string[] {
  const base = [
    'FailOnSharedResource=true',
    ...(serverSideApply ? ['ServerSideApply=true'] : []),
    // Without it the difference is hidden, and the next sync takes the number back all the same.
    ...(ignored.length === 0 ? [] : ['RespectIgnoreDifferences=true']),
  ];
  return mergeOptions(base, own);
}

/** `retainReplicas`: the number belongs to somebody in the cluster, an autoscaler for example. Sorted, each object once. */
function ignoredReplicas(variants: readonly Variant[]): readonly Literal[] {
  const retaining = variants.filter(({ retainsReplicas }) => retainsReplicas === true);
  const keys = new Map(retaining.map(({ key }) => [keyText(key), key]));
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { group, kind, namespace, name }]) => ({
      ...(group === '' ? {} : { group }),
      kind,
      ...(namespace === '' ? {} : { namespace }),
      name,
      jsonPointers: ['/spec/replicas'],
    }));
}
