/** ReplicaSchedulingPreference documents in, the preferences of federated objects out. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import type { ClusterPreference } from '../../model/federated-resource.ts';
import { isObject, type JsonObject, type JsonValue } from '../../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../../model/source.ts';
import { checkPreferenceFields } from './check-fields.ts';
import { metadataText, titleOf } from './groups.ts';
import { namespaceProblem } from './identify.ts';

export interface SchedulingPreference {
  readonly targetKind: string;
  readonly namespace: string;
  readonly name: string;
  readonly total: number;
  readonly rebalance: boolean;
  readonly intersectsSelectors: boolean;
  readonly perCluster: Readonly<Record<string, ClusterPreference>>;
  readonly origin: Origin;
}

/** The object a preference applies to: same namespace, same name, the kind it says. */
export function preferenceKey(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace}/${name}`;
}

/** KubeFed v0.10, pkg/apis/scheduling/v1alpha1: sound preferences by {@link preferenceKey}. */
export function readPreferences(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<ReadonlyMap<string, SchedulingPreference>> {
  const preferences = new Map<string, SchedulingPreference>();
  const diagnostics: Diagnostic[] = [];
  for (const source of objects) {
    const { value: preference, diagnostics: problems } = readPreference(source, options);
    diagnostics.push(...problems);
    if (preference === undefined) continue;
    const key = preferenceKey(preference.targetKind, preference.namespace, preference.name);
    const earlier = preferences.get(key);
    if (earlier === undefined) preferences.set(key, preference);
    else {
      const problem = `There are two preferences for ${key}.`;
      diagnostics.push(
        diagnose(
          'replicas/invalid-preference',
          source.origin,
          { problem, hint: 'Keep one of the two.' },
          { related: [{ at: earlier.origin, label: 'the other one' }] },
        ),
      );
    }
  }
  return { value: preferences, diagnostics };
}

function readPreference(
  source: SourceObject,
  options: Options,
): Outcome<SchedulingPreference | undefined> {
  const { object, origin } = source;
  const diagnostics = checkPreferenceFields(source, options);
  const name = metadataText(object, 'name');
  const namespace = metadataText(object, 'namespace') ?? options.defaultNamespace;
  if (name === undefined)
    diagnostics.push(
      diagnose('output/missing-name', below(origin, 'metadata'), {
        title: titleOf(object),
        problem: 'has no name',
      }),
    );
  const problem = namespaceProblem(source);
  if (problem !== undefined) diagnostics.push(problem);
  else if (namespace === undefined)
    diagnostics.push(
      diagnose('kubefed/missing-namespace', below(origin, 'metadata'), { title: titleOf(object) }),
    );
  const isBroken = hasError(diagnostics);
  const spec = object['spec'];
  if (isBroken || !isObject(spec) || name === undefined || namespace === undefined)
    return { value: undefined, diagnostics };
  const perCluster = readClusters(spec['clusters']);
  const odd = oddNumbers(perCluster, spec, source, options);
  diagnostics.push(...odd);
  if (hasError(odd)) return { value: undefined, diagnostics };
  const preference = {
    targetKind: String(spec['targetKind']),
    namespace,
    name,
    total: Number(spec['totalReplicas']),
    rebalance: spec['rebalance'] === true,
    intersectsSelectors: spec['intersectWithClusterSelector'] === true,
    perCluster,
    origin,
  };
  return { value: preference, diagnostics };
}

/** An empty map becomes `*` with weight 1. */
function readClusters(value: JsonValue | undefined): Record<string, ClusterPreference> {
  const result: Record<string, ClusterPreference> = Object.create(null);
  const clusters = isObject(value) ? value : {};
  for (const [name, preference] of Object.entries(clusters))
    result[name] = toPreference(isObject(preference) ? preference : {});
  if (Object.keys(result).length === 0) result['*'] = { weight: 1 };
  return result;
}

function toPreference(value: JsonObject | Record<string, never>): ClusterPreference {
  const whole = (member: keyof ClusterPreference) => {
    const given = value[member];
    return typeof given === 'number' || typeof given === 'bigint' ? { [member]: given } : {};
  };
  return { ...whole('weight'), ...whole('minReplicas'), ...whole('maxReplicas') };
}

/** Negative numbers and a minimum above the maximum: the controller computes with them without a word. */
function oddNumbers(
  perCluster: Readonly<Record<string, ClusterPreference>>,
  spec: JsonObject,
  { object, origin }: SourceObject,
  options: Options,
): Diagnostic[] {
  const severity = options.mode === 'gitops' ? 'error' : 'warning';
  const title = titleOf(object);
  const odd = (problem: string, ...at: string[]) =>
    diagnose(
      'replicas/odd-preference',
      below(origin, 'spec', ...at),
      { problem: `${title}: ${problem}.` },
      { severity },
    );
  const problems: Diagnostic[] = [];
  if (Number(spec['totalReplicas']) < 0)
    problems.push(odd('totalReplicas is negative', 'totalReplicas'));
  for (const [cluster, preference] of Object.entries(perCluster)) {
    for (const member of ['weight', 'minReplicas', 'maxReplicas'] as const) {
      const value = preference[member];
      if (value !== undefined && value < 0)
        problems.push(odd(`${member} of ${cluster} is negative`, 'clusters', cluster, member));
    }
    const { minReplicas, maxReplicas } = preference;
    if (
      minReplicas !== undefined &&
      maxReplicas !== undefined &&
      minReplicas > maxReplicas &&
      maxReplicas >= 0
    ) {
      problems.push(
        odd(
          `minReplicas of ${cluster} (${minReplicas}) is above its maxReplicas (${maxReplicas})`,
          'clusters',
          cluster,
        ),
      );
    }
  }
  return problems;
}
