/** How the namespaces of the repository limit what lives in them. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import type { FederatedResource, Placement } from '../../model/federated-resource.ts';
import type { ObjectKey } from '../../model/kube-object.ts';
import type { Origin } from '../../model/source.ts';

/** The key of a Namespace: what `within` of a placement names. */
export function namespaceKey(name: string): ObjectKey {
  return { group: '', kind: 'Namespace', namespace: '', name };
}

export interface NamespaceRule {
  /** Absent: placed as written. */
  readonly within?: ObjectKey;
  /** True: it goes nowhere because its namespace is not federated, and that is reported. */
  readonly isMissing: boolean;
}

/**
 * KubeFed v0.10, pkg/controller/util/placement.go: without a FederatedNamespace nothing is placed, except by a
 * namespace-scoped control plane. Differs under `namespaces: narrow`: then it is placed as written.
 */
export function namespaceRule(
  namespace: string,
  federated: ReadonlySet<string>,
  isLimitedScope: boolean,
  options: Options,
): NamespaceRule {
  if (namespace === '') return { isMissing: false };
  if (federated.has(namespace)) return { within: namespaceKey(namespace), isMissing: false };
  if (isLimitedScope || options.compatibility.namespaces === 'narrow') return { isMissing: false };
  return { within: namespaceKey(namespace), isMissing: true };
}

/** One report per namespace that is not federated and holds objects that would go somewhere. */
export function notFederated(
  resources: readonly FederatedResource[],
  federated: ReadonlySet<string>,
  options: Options,
): Diagnostic[] {
  const isRequired = options.compatibility.namespaces === 'require';
  const severity = !isRequired
    ? 'note'
    : options.compatibility.noCluster === 'error'
      ? 'error'
      : 'warning';
  const first = new Map<string, { origin: Origin; objects: number }>();
  for (const { key, placement, origin } of resources) {
    const { namespace } = key;
    if (namespace === '' || federated.has(namespace) || isNowhereOnPurpose(placement)) continue;
    const entry = first.get(namespace);
    first.set(
      namespace,
      entry === undefined ? { origin, objects: 1 } : { ...entry, objects: entry.objects + 1 },
    );
  }
  return [...first].map(([namespace, { origin, objects: amount }]) =>
    diagnose(
      'placement/namespace-not-federated',
      origin,
      { namespace, objects: amount, isRequired },
      { severity },
    ),
  );
}

/** `clusters: []` says so. */
function isNowhereOnPurpose({ choice }: Placement): boolean {
  return choice.kind === 'names' && choice.names.length === 0;
}
