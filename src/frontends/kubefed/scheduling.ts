/** Replica preferences and the objects they are for. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import type { ReplicaPreference } from '../../model/federated-resource.ts';
import { isObject } from '../../model/kube-object.ts';
import { below, type SourceObject } from '../../model/source.ts';
import type { FederatedObject } from './federated-object.ts';
import { metadataText, typeOf } from './groups.ts';
import { readSelectorOnly } from './placement.ts';
import { preferenceKey, type SchedulingPreference } from './replica-scheduling-preference.ts';

/** The key under which a preference for this object would stand. */
export function preferenceKeyOf({ source, namespace, name }: FederatedObject): string {
  return preferenceKey(typeOf(source.object).kind, namespace, name);
}

/** Preferences whose object is not in the repository; one that cannot be used was reported itself. */
export function withoutTarget(
  preferences: ReadonlyMap<string, SchedulingPreference>,
  objects: readonly FederatedObject[],
  sources: readonly SourceObject[],
): Diagnostic[] {
  const written = sources.map(({ object }) =>
    preferenceKey(
      typeOf(object).kind,
      metadataText(object, 'namespace') ?? '',
      metadataText(object, 'name') ?? '',
    ),
  );
  const targets = new Set([...objects.map(preferenceKeyOf), ...written]);
  return [...preferences]
    .filter(([key]) => !targets.has(key))
    .map(([, { targetKind, name, namespace, origin }]) =>
      diagnose('replicas/no-target', below(origin, 'metadata', 'name'), {
        targetKind,
        name,
        namespace,
      }),
    );
}

export interface ScheduledBy {
  readonly replicas?: ReplicaPreference;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * KubeFed v0.10, pkg/schedulingtypes/replicascheduler.go: candidates are all clusters, or, when the preference says so,
 * those that the selectors of the object and of its namespace both take; lists are not looked at then.
 */
export function scheduleBy(
  preference: SchedulingPreference,
  object: FederatedObject,
  namespace: FederatedObject | undefined,
  options: Options,
): ScheduledBy {
  const { total, rebalance, perCluster, origin, targetKind, name } = preference;
  const tieBreak = `${preference.namespace}/${name}`;
  const replicas = { total, rebalance, perCluster, tieBreak, origin };
  if (options.compatibility.replicaCandidates === 'placed')
    return { replicas: { ...replicas, candidates: 'placed' }, diagnostics: [] };
  if (!preference.intersectsSelectors)
    return { replicas: { ...replicas, candidates: 'all' }, diagnostics: [] };
  if (namespace === undefined) {
    const reason = `The preference intersects with cluster selectors, and there is no FederatedNamespace ${object.namespace}; the controller schedules nothing.`;
    const at = below(origin, 'spec', 'intersectWithClusterSelector');
    return {
      diagnostics: [
        diagnose('replicas/no-target', at, {
          targetKind,
          name,
          namespace: preference.namespace,
          reason,
        }),
      ],
    };
  }
  return {
    replicas: { ...replicas, candidates: [selectorOf(object), selectorOf(namespace)] },
    diagnostics: [],
  };
}

function selectorOf({ source }: FederatedObject) {
  const spec = source.object['spec'];
  return readSelectorOnly(
    isObject(spec) ? spec['placement'] : undefined,
    below(source.origin, 'spec', 'placement'),
  );
}
