/** Reads one federated document: its template, placement and overrides, with the checks of the whole. */
import type { Fate } from './candidates.ts';
import { isTypesGroup, type SourceObject } from './documents.ts';
import { type PatchItem, pathTokens } from './patch.ts';
import type { Problems } from './problems.ts';
import { hasUnknownField } from './unknown-fields.ts';
import { isAbsent, isMap, type Json, type JsonMap, member, textOr } from './values.ts';
import type { FederatedType, World } from './world.ts';

export interface ParsedPlacement {
  /** Undefined when absent or null. */
  clusters: string[] | undefined;
  selector: Json | undefined;
}

export interface ClusterOverride {
  cluster: string;
  items: PatchItem[];
}

export interface FederatedObject {
  path: string;
  type: FederatedType;
  /** '' for cluster-scoped targets, but the containing namespace for a FederatedNamespace. */
  namespace: string;
  name: string;
  isNamespace: boolean;
  template: JsonMap;
  placement: ParsedPlacement;
  overrides: ClusterOverride[];
}

/** An absent member and a null one are the same here. */
export function parsePlacement(
  placement: Json | undefined,
  world: World,
  problems: Problems,
): ParsedPlacement {
  if (isAbsent(placement)) return { clusters: undefined, selector: undefined };
  if (!isMap(placement)) problems.error('kubefed/invalid-object');
  const selector = member(placement, 'clusterSelector');
  const old = member(placement, 'clusterNames');
  if (old !== undefined && world.rows.oldShapes === 'refuse') problems.error('kubefed/old-shape');
  const clusters = member(placement, 'clusters');
  if (isAbsent(clusters)) {
    const names = Array.isArray(old) ? old.map(String) : undefined;
    return { clusters: names, selector };
  }
  return { clusters: readNames(clusters, problems), selector };
}

function readNames(clusters: Json, problems: Problems): string[] {
  if (!Array.isArray(clusters)) {
    problems.error('kubefed/invalid-object');
    return [];
  }
  const names: string[] = [];
  for (const item of clusters) {
    const name = member(item, 'name');
    if (typeof name === 'string') names.push(name);
    else problems.error('kubefed/invalid-object');
  }
  return names;
}

/** An object that only narrows has no template and no overrides that would matter. */
export function readFederated(
  source: SourceObject,
  type: FederatedType,
  identity: { namespace: string; name: string },
  world: World,
  problems: Problems,
  fate: Exclude<Fate, 'ignored'>,
): FederatedObject {
  const { rows, config } = world;
  const object = fate === 'compiled' ? source.object : onlyPlacement(source.object);
  if (isTypesGroup(source.group) && !existed(source) && rows.oldShapes === 'refuse')
    problems.error('kubefed/old-shape');
  const misplaced = 'placement' in object || 'overrides' in object;
  if (misplaced && rows.misplacedPlacement === 'error') problems.error('kubefed/misplaced-field');
  if (!isMap(object['spec'])) problems.error('kubefed/invalid-object');
  const spec = isMap(object['spec']) ? object['spec'] : {};
  if (config.mode === 'gitops' && hasUnknownField(object)) problems.error('kubefed/unknown-field');
  checkRetainReplicas(spec['retainReplicas'], type, world, problems);
  return {
    path: source.path,
    type,
    name: identity.name,
    namespace: identity.namespace,
    isNamespace: type.target.kind === 'Namespace',
    template: spec['template'] === undefined ? {} : readTemplate(spec['template'], problems),
    placement: parsePlacement(spec['placement'], world, problems),
    overrides: readOverrides(source, spec, world, problems),
  };
}

const scaledKinds = ['Deployment', 'ReplicaSet', 'StatefulSet'];

/** The field stands in the schema where the target has replicas; of a custom resource nobody knows. */
function checkRetainReplicas(
  value: Json | undefined,
  { target }: FederatedType,
  world: World,
  problems: Problems,
): void {
  if (isAbsent(value)) return;
  if (typeof value !== 'boolean') problems.error('kubefed/invalid-object');
  else if (target.group === 'example.io' || scaledKinds.includes(target.kind)) return;
  else if (world.config.mode === 'gitops') problems.error('kubefed/unknown-field');
}

function onlyPlacement(object: JsonMap): JsonMap {
  if (!isMap(object['spec'])) return object;
  const { template: _template, overrides: _overrides, ...spec } = object['spec'];
  return { ...object, spec };
}

/** Versions that a release of KubeFed served under a types group. */
function existed({ group, version }: SourceObject): boolean {
  return version === (group === 'types.federation.k8s.io' ? 'v1alpha1' : 'v1beta1');
}

export function readTemplate(template: Json, problems: Problems): JsonMap {
  if (!isMap(template)) {
    problems.error('kubefed/invalid-object');
    return {};
  }
  const metadata = template['metadata'];
  if (!isAbsent(metadata) && !isMap(metadata)) problems.error('kubefed/invalid-object');
  for (const field of ['labels', 'annotations']) {
    const map = member(template, 'metadata', field);
    if (isMap(map) && Object.values(map).some((value) => typeof value !== 'string'))
      problems.error('kubefed/template-label-not-text');
    if (!isMap(map) && !isAbsent(map)) problems.error('kubefed/invalid-object');
  }
  return template;
}

function readOverrides(
  source: SourceObject,
  spec: JsonMap,
  world: World,
  problems: Problems,
): ClusterOverride[] {
  const list = spec['overrides'];
  if (!Array.isArray(list)) return [];
  const overrides: ClusterOverride[] = [];
  for (const entry of list) {
    const cluster = textOr(member(entry, 'clusterName'), '');
    if (overrides.some((earlier) => earlier.cluster === cluster))
      problems.error('override/duplicate-cluster');
    const isUnknown = world.clusters.size > 0 && !world.clusters.has(cluster);
    if (isUnknown && world.rows.unknownCluster === 'error')
      problems.error('override/unknown-cluster');
    const written = member(entry, 'clusterOverrides');
    const items = (Array.isArray(written) ? written : []).map((item) =>
      readItem(item, source, world, problems),
    );
    checkItems(items, problems);
    overrides.push({ cluster, items });
  }
  return overrides;
}

function readItem(item: Json, source: SourceObject, world: World, problems: Problems): PatchItem {
  const op = textOr(member(item, 'op'), '');
  if (!['', 'add', 'remove', 'replace'].includes(op)) problems.error('kubefed/invalid-object');
  const value = member(item, 'value');
  const path = readPath(textOr(member(item, 'path'), ''), source, world, problems);
  return value === undefined ? { op, path } : { op, path, value };
}

function readPath(path: string, source: SourceObject, world: World, problems: Problems): string {
  if (path.startsWith('/')) return path;
  if (path === '') {
    problems.error('override/protected-path');
    return path;
  }
  const isOldVersion = source.version === 'v1alpha1';
  if (isOldVersion && world.rows.oldShapes === 'accept') return pointerOfDotted(path);
  problems.error(isOldVersion ? 'kubefed/old-shape' : 'override/dotted-path');
  return path;
}

/** `a.b[0].c` is `/a/b/0/c`. */
function pointerOfDotted(path: string): string {
  return `/${path
    .replace(/\[([0-9]+)\]/g, '.$1')
    .split('.')
    .join('/')}`;
}

function checkItems(items: readonly PatchItem[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { path } of items) {
    const tokens = pathTokens(path) ?? [];
    const [first, second] = tokens;
    const isKind = tokens.length === 1 && first === 'kind';
    const isIdentity =
      tokens.length === 2 &&
      first === 'metadata' &&
      ['namespace', 'name', 'generateName'].includes(second!);
    if (isKind || isIdentity) problems.error('override/protected-path');
    if (seen.has(path)) problems.error('override/duplicate-path');
    seen.add(path);
  }
}
