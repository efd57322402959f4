/** Which documents are federated objects of a known type, and which of them count. */
import { isTypesGroup, nameOf, namespaceOf, type SourceObject } from './documents.ts';
import type { Problems } from './problems.ts';
import { type FederatedType, isInScope, type World } from './world.ts';

export interface Candidate {
  source: SourceObject;
  type: FederatedType;
  /** '' for cluster-scoped targets, but the containing namespace for a FederatedNamespace. */
  namespace: string;
  name: string;
}

/** The type of a federated document; undefined for a foreign or plain object, 'unknown' for a kind that nothing maps. */
export function typeOf(source: SourceObject, world: World): FederatedType | 'unknown' | undefined {
  const group = isTypesGroup(source.group) ? 'types.kubefed.io' : source.group;
  const type = world.types.get(`${group}/${source.kind}`);
  if (type !== undefined) return type;
  return group === 'types.kubefed.io' && source.kind.startsWith('Federated')
    ? 'unknown'
    : undefined;
}

export function findFederated(
  others: readonly SourceObject[],
  world: World,
  problems: Problems,
): Candidate[] {
  const found: Candidate[] = [];
  for (const source of others) {
    const type = typeOf(source, world);
    if (type === 'unknown') problems.error('kubefed/unknown-type');
    if (type === undefined || type === 'unknown') continue;
    const identity = readIdentity(source, type, world, problems);
    if (identity !== undefined) found.push({ source, type, ...identity });
  }
  return found;
}

/** Name and namespace; undefined, with an error, where one is missing. */
function readIdentity(
  source: SourceObject,
  type: FederatedType,
  world: World,
  problems: Problems,
): { namespace: string; name: string } | undefined {
  const name = nameOf(source.object);
  if (name === '') {
    problems.error();
    return undefined;
  }
  const written = namespaceOf(source.object);
  if (type.target.kind === 'Namespace') return { name, namespace: written === '' ? name : written };
  if (!type.isNamespaced) return { name, namespace: '' };
  const namespace = written === '' ? (world.config.defaultNamespace ?? '') : written;
  if (namespace === '') {
    problems.error('kubefed/missing-namespace');
    return undefined;
  }
  return { name, namespace };
}

/** A namespace that is not propagated itself may still narrow what lives in it. */
export type Fate = 'compiled' | 'narrowing' | 'ignored';

export function fateOf(
  { type, namespace, name }: Candidate,
  world: World,
  problems: Problems,
): Fate {
  const isNamespace = type.target.kind === 'Namespace';
  if (isNamespace && name !== namespace) return 'ignored';
  const otherwise = isNamespace && isInScope(namespace, world) ? 'narrowing' : 'ignored';
  if (!world.isPushing) return 'ignored';
  if (world.isNamespacedControlPlane && !type.isNamespaced) return otherwise;
  if (!isInScope(namespace, world)) return otherwise;
  if (!type.isEnabled && world.rows.disabledType === 'error')
    problems.error('kubefed/propagation-disabled');
  return type.isEnabled || world.rows.disabledType === 'write' ? 'compiled' : otherwise;
}
