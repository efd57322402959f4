/** Sorts the documents of a repository by what they are. */
import { isMap, type Json, type JsonMap, member, textOr } from './values.ts';

export interface ModelDocument {
  path: string;
  value: Json;
}

/** One object, out of its List if it was in one. */
export interface SourceObject {
  path: string;
  object: JsonMap;
  group: string;
  version: string;
  kind: string;
}

export interface Sorted {
  inventories: SourceObject[];
  clusters: SourceObject[];
  typeConfigs: SourceObject[];
  kubefedConfigs: SourceObject[];
  preferences: SourceObject[];
  /** Everything else: federated objects, plain objects, foreign kinds. */
  others: SourceObject[];
}

const typesGroups = ['types.kubefed.io', 'types.kubefed.k8s.io', 'types.federation.k8s.io'];
const controlKinds: Readonly<Record<string, keyof Sorted>> = {
  KubeFedCluster: 'clusters',
  FederatedTypeConfig: 'typeConfigs',
  KubeFedConfig: 'kubefedConfigs',
  ReplicaSchedulingPreference: 'preferences',
};
const controlGroups = [
  'core.kubefed.io',
  'core.kubefed.k8s.io',
  'scheduling.kubefed.io',
  'scheduling.kubefed.k8s.io',
];

/** The current name of a types group under all its historical names; other groups stay. */
export function currentGroup(group: string): string {
  return typesGroups.includes(group) ? 'types.kubefed.io' : group;
}

export function isTypesGroup(group: string): boolean {
  return typesGroups.includes(group);
}

export function namespaceOf(object: JsonMap): string {
  return textOr(member(object, 'metadata', 'namespace'), '');
}

export function nameOf(object: JsonMap): string {
  return textOr(member(object, 'metadata', 'name'), '');
}

export function sortDocuments(documents: readonly ModelDocument[]): Sorted {
  const sorted: Sorted = {
    inventories: [],
    clusters: [],
    typeConfigs: [],
    kubefedConfigs: [],
    preferences: [],
    others: [],
  };
  for (const source of documents.flatMap(readDocument)) sorted[drawerOf(source)].push(source);
  return sorted;
}

function drawerOf({ group, kind }: SourceObject): keyof Sorted {
  if (group === 'fedc' && kind === 'ClusterInventory') return 'inventories';
  // A control kind in a types group is read as meant.
  if (controlGroups.includes(group) || isTypesGroup(group)) return controlKinds[kind] ?? 'others';
  return 'others';
}

function readDocument({ path, value }: ModelDocument): SourceObject[] {
  return unpack({ path, value: asKubectlReads(value) });
}

/** kubectl keeps 64-bit integers; larger ones become floats. */
function asKubectlReads(value: Json): Json {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : Number(value);
  if (Array.isArray(value)) return value.map(asKubectlReads);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, asKubectlReads(inner)]),
  );
}

/** Lists, also inside Lists, give way to their items. */
function unpack(document: ModelDocument): SourceObject[] {
  const { path, value } = document;
  if (!isMap(value)) return [];
  const kind = textOr(value['kind'], '');
  const [group, version] = splitVersion(textOr(value['apiVersion'], ''));
  if (kind.endsWith('List') && Array.isArray(value['items']))
    return value['items'].flatMap((item) => unpack({ path, value: item }));
  return [{ path, object: value, group, version, kind }];
}

/** Group ('' for the core group) and version. */
export function splitVersion(apiVersion: string): [string, string] {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}
