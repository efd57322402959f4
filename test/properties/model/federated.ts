/** Reads one federated document: its identity, template, placement and overrides, with the checks of the whole. */
import { isTypesGroup, nameOf, namespaceOf, type SourceObject } from './documents.ts';
import { type PatchItem, pathTokens } from './patch.ts';
import type { Problems } from './problems.ts';
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

/** The type of a federated document; undefined for a foreign or plain object, 'unknown' for a kind that nothing maps. */
export function typeOf(source: SourceObject, world: World): FederatedType | 'unknown' | undefined {
  const group = isTypesGroup(source.group) ? 'types.kubefed.io' : source.group;
  const type = world.types.get(`${group}/${source.kind}`);
  if (type !== undefined) return type;
  return group === 'types.kubefed.io' && source.kind.startsWith('Federated')
    ? 'unknown'
    : undefined;
}

/** Name and namespace; undefined, with an error, where one is missing. */
export function readIdentity(
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

/** Only the placement, for a FederatedNamespace that narrows others. */
export function readPlacement(
  source: SourceObject,
  world: World,
  problems: Problems,
): ParsedPlacement {
  const placement = member(source.object, 'spec', 'placement');
  if (isAbsent(placement)) return { clusters: undefined, selector: undefined };
  if (!isMap(placement)) problems.error('kubefed/invalid-object');
  const selector = member(placement, 'clusterSelector');
  const old = member(placement, 'clusterNames');
  if (old !== undefined) {
    if (world.rows.oldShapes === 'refuse') problems.error('kubefed/old-shape');
    return { clusters: (old as Json[]).map(String), selector };
  }
  const clusters = member(placement, 'clusters');
  if (isAbsent(clusters)) return { clusters: undefined, selector };
  if (!Array.isArray(clusters)) {
    problems.error('kubefed/invalid-object');
    return { clusters: [], selector };
  }
  const names: string[] = [];
  for (const item of clusters) {
    const name = member(item, 'name');
    if (typeof name === 'string' && name !== '') names.push(name);
    else problems.error('kubefed/invalid-object');
  }
  return { clusters: names, selector };
}

export function readFederated(
  source: SourceObject,
  type: FederatedType,
  identity: { namespace: string; name: string },
  world: World,
  problems: Problems,
): FederatedObject {
  const { rows, config } = world;
  if (isTypesGroup(source.group) && !existed(source)) {
    if (rows.oldShapes === 'refuse') problems.error('kubefed/old-shape');
  }
  if (!isMap(source.object['spec'])) problems.error();
  const misplaced = 'placement' in source.object || 'overrides' in source.object;
  if (misplaced && rows.misplacedPlacement === 'error') problems.error('kubefed/misplaced-field');
  const known = ['template', 'placement', 'overrides', 'retainReplicas'];
  const spec = isMap(source.object['spec']) ? source.object['spec'] : {};
  if (config.mode === 'gitops' && Object.keys(spec).some((key) => !known.includes(key)))
    problems.error('kubefed/unknown-field');
  return {
    path: source.path,
    type,
    ...identity,
    isNamespace: type.target.kind === 'Namespace',
    template: readTemplate(spec, problems),
    placement: readPlacement(source, world, problems),
    overrides: readOverrides(source, spec, world, problems),
  };
}

/** Versions that a release of KubeFed served under a types group. */
function existed({ group, version }: SourceObject): boolean {
  return version === (group === 'types.federation.k8s.io' ? 'v1alpha1' : 'v1beta1');
}

function readTemplate(spec: JsonMap, problems: Problems): JsonMap {
  const template = spec['template'];
  if (template === undefined) return {};
  if (!isMap(template)) {
    problems.error('kubefed/invalid-object');
    return {};
  }
  const metadata = template['metadata'];
  if (!isAbsent(metadata) && !isMap(metadata)) problems.error('kubefed/invalid-object');
  const labels = member(template, 'metadata', 'labels');
  if (isMap(labels) && Object.values(labels).some((value) => typeof value !== 'string'))
    problems.error('kubefed/template-label-not-text');
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
    if (!world.clusters.has(cluster) && world.rows.unknownCluster === 'error')
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
  if (!['', 'add', 'remove', 'replace'].includes(op)) problems.error();
  const value = member(item, 'value');
  let path = textOr(member(item, 'path'), '');
  if (!path.startsWith('/')) {
    const isOldVersion = source.version === 'v1alpha1';
    if (isOldVersion && world.rows.oldShapes === 'accept') path = pointerOfDotted(path);
    else problems.error(isOldVersion ? undefined : 'override/dotted-path');
  }
  return value === undefined ? { op, path } : { op, path, value };
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
