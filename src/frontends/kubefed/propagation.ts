/** Which federated objects are propagated at all: disabled types, and what the KubeFedConfig leaves out. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import { groupBy } from '../../model/group-by.ts';
import { joinApiVersion } from '../../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../../model/source.ts';
import type { FederatedObject } from './federated-object.ts';
import { typeOf } from './groups.ts';
import type { ControlPlane } from './kubefed-config.ts';

export interface Propagation {
  /** Objects that are written. */
  readonly propagated: readonly FederatedObject[];
  /** Namespaces that are not written, but whose placement still narrows what lives in them. */
  readonly narrowingOnly: readonly FederatedObject[];
  /** Objects that are not compiled, with the reason. */
  readonly leftOut: readonly LeftOut[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LeftOut {
  readonly object: FederatedObject;
  /** A sentence without full stop. */
  readonly reason: string;
  readonly origin: Origin;
}

/** Only a FederatedNamespace with the name of its own namespace counts (pkg/controller/sync/accessor.go). */
export function decidePropagation(
  objects: readonly FederatedObject[],
  preferences: readonly SourceObject[],
  controlPlane: ControlPlane,
  options: Options,
): Propagation {
  const counting = objects.filter(isCounting);
  const inScope = counting.filter((object) => isInScope(object, controlPlane));
  const outOfScope = counting.filter((object) => !isInScope(object, controlPlane));
  const writesDisabled = options.compatibility.disabledType === 'write';
  const propagated = inScope.filter(({ type }) => type.isEnabled || writesDisabled);
  const disabled = inScope.filter(({ type }) => !type.isEnabled && !writesDisabled);
  const lookedAt = controlPlane.propagates ? outOfScope : [];
  const narrowingOnly = [...disabled, ...lookedAt].filter(
    ({ isNamespace, namespace }) =>
      isNamespace && (controlPlane.onlyNamespace ?? namespace) === namespace,
  );
  const diagnostics = [
    ...assumedTypes(propagated, options),
    ...disabledTypes(disabled, options),
    ...scopeNote(outOfScope, preferences, controlPlane),
  ];
  const leftOut = [
    ...disabled.map(disabledReason),
    ...outOfScope.map((object) => scopeReason(object, controlPlane)),
    ...objects.filter((object) => !isCounting(object)).map(mismatchReason),
  ];
  return { propagated, narrowingOnly, leftOut, diagnostics };
}

function isCounting({ isNamespace, name, namespace }: FederatedObject): boolean {
  return !isNamespace || name === namespace;
}

function disabledReason(object: FederatedObject): LeftOut {
  const { type, source } = object;
  const reason = 'its FederatedTypeConfig says propagation: Disabled';
  return { object, reason, origin: type.origin ?? source.origin };
}

function scopeReason(
  object: FederatedObject,
  { propagates, onlyNamespace }: ControlPlane,
): LeftOut {
  const reason = propagates
    ? `the control plane only looks at namespaced types in ${onlyNamespace}`
    : 'the feature gate PushReconciler is off';
  return { object, reason, origin: object.source.origin };
}

function mismatchReason(object: FederatedObject): LeftOut {
  const reason = 'a FederatedNamespace only counts in the namespace of its own name';
  return { object, reason, origin: below(object.source.origin, 'metadata', 'name') };
}

function isInScope(
  { namespace, type }: FederatedObject,
  { propagates, onlyNamespace }: ControlPlane,
): boolean {
  if (!propagates) return false;
  return (
    onlyNamespace === undefined ||
    (type.target.scope === 'Namespaced' && namespace === onlyNamespace)
  );
}

function byKind(objects: readonly FederatedObject[]) {
  return [...groupBy(objects, ({ source }) => typeOf(source.object).kind).values()];
}

/** The controller only acts on types with a type config; the chart brings ten of them. */
function assumedTypes(objects: readonly FederatedObject[], options: Options): Diagnostic[] {
  if (options.mode === 'gitops') return [];
  const assumed = objects.filter(
    ({ type }) => type.by !== 'type-config' && type.by !== 'chart-default',
  );
  return byKind(assumed).map((group) => {
    const [{ source, type }] = group;
    const target = `${joinApiVersion(type.target)} ${type.target.kind}`;
    return diagnose('kubefed/type-assumed', below(source.origin, 'kind'), {
      kind: typeOf(source.object).kind,
      target,
      objects: group.length,
    });
  });
}

function disabledTypes(objects: readonly FederatedObject[], options: Options): Diagnostic[] {
  const isOmitted = options.compatibility.disabledType === 'omit';
  return byKind(objects).map((group) => {
    const [{ source, type }] = group;
    const related =
      type.origin === undefined
        ? []
        : [{ at: below(type.origin, 'spec', 'propagation'), label: 'disabled here' }];
    const args = { kind: typeOf(source.object).kind, objects: group.length, isOmitted };
    return diagnose('kubefed/propagation-disabled', below(source.origin, 'kind'), args, {
      severity: isOmitted ? 'warning' : 'error',
      related,
    });
  });
}

function scopeNote(
  outOfScope: readonly FederatedObject[],
  preferences: readonly SourceObject[],
  { propagates, schedules, onlyNamespace }: ControlPlane,
): Diagnostic[] {
  const switchedOff = schedules ? [] : preferences;
  const objects = [...outOfScope.map(({ source }) => source), ...switchedOff];
  const [first] = objects;
  if (first === undefined) return [];
  const reasons: string[] = [];
  if (outOfScope.length > 0)
    reasons.push(
      propagates
        ? `the control plane is namespace-scoped, and only looks at namespaced types in ${onlyNamespace}`
        : 'the feature gate PushReconciler is off',
    );
  if (switchedOff.length > 0) reasons.push('the feature gate SchedulerPreferences is off');
  return [diagnose('kubefed/out-of-scope', first.origin, { objects: objects.length, reasons })];
}
