/** The KubeFedConfig of the repository: what it switches off, and its unknown fields. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { Options } from '../../model/config.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../model/kube-object.ts';
import { below, type Origin, onKey, type SourceObject } from '../../model/source.ts';
import { metadataText, titleOf } from './groups.ts';
import { oncePerMessage } from './once-per-message.ts';

/** What of the control plane's configuration decides about the output. */
export interface ControlPlane {
  /** Only this namespace is looked at, and no cluster-scoped targets; absent: everything. */
  readonly onlyNamespace?: string;
  /** Feature gate PushReconciler: off means that nothing is propagated. */
  readonly propagates: boolean;
  /** Feature gate SchedulerPreferences: off means that replica preferences do not count. */
  readonly schedules: boolean;
}

const unlimited: ControlPlane = { propagates: true, schedules: true };

/** Defaults of KubeFed v0.10, pkg/apis/core/v1beta1/defaults/defaults.go, where there is no config or it is ignored. */
export function readControlPlane(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<ControlPlane> {
  const diagnostics = objects.flatMap((source) => checkFields(source, options));
  if (options.compatibility.kubefedConfig === 'ignore') return { value: unlimited, diagnostics };
  const config = objects.find(({ object }) => {
    const namespace = metadataText(object, 'namespace') ?? options.kubefedNamespace;
    return (
      namespace === options.kubefedNamespace &&
      (metadataText(object, 'name') ?? 'kubefed') === 'kubefed'
    );
  });
  const spec = isObject(config?.object['spec']) ? config.object['spec'] : undefined;
  if (spec === undefined) return { value: unlimited, diagnostics };
  const value = {
    ...(spec['scope'] === 'Namespaced' ? { onlyNamespace: options.kubefedNamespace } : {}),
    propagates: !isGateOff(spec, 'PushReconciler'),
    schedules: !isGateOff(spec, 'SchedulerPreferences'),
  };
  return { value, diagnostics };
}

function isGateOff(spec: JsonObject, name: string): boolean {
  const gates = isArray(spec['featureGates']) ? spec['featureGates'].filter(isObject) : [];
  return gates.some((gate) => gate['name'] === name && gate['configuration'] === 'Disabled');
}

const specFields = [
  'scope',
  'controllerDuration',
  'leaderElect',
  'featureGates',
  'clusterHealthCheck',
  'syncController',
  'statusController',
];
const gateFields = ['name', 'configuration'];

/** Unknown fields, which the API server prunes silently. */
function checkFields(source: SourceObject, options: Options): Diagnostic[] {
  const { object, origin } = source;
  const severity = options.mode === 'gitops' ? 'error' : 'warning';
  const unknown = (value: JsonValue | undefined, allowed: readonly string[], at: Origin) =>
    Object.keys(isObject(value) ? value : {})
      .filter((field) => !allowed.includes(field))
      .map((field) => {
        const hint =
          field === 'enabled'
            ? 'A feature gate says `configuration: Enabled` or `configuration: Disabled`.'
            : undefined;
        const args = {
          title: titleOf(object),
          field,
          nearest: nearest(field, allowed),
          ...(hint === undefined ? {} : { hint }),
        };
        return diagnose('kubefed/unknown-field', onKey(below(at, field)), args, { severity });
      });
  const spec = isObject(object['spec']) ? object['spec'] : undefined;
  const gates = isArray(spec?.['featureGates']) ? spec['featureGates'] : [];
  const inGates = gates.flatMap((gate, index) =>
    unknown(gate, gateFields, below(origin, 'spec', 'featureGates', index)),
  );
  return [...unknown(spec, specFields, below(origin, 'spec')), ...oncePerMessage(inGates)];
}
