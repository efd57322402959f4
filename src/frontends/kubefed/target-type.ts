/** Which kind a federated kind stands for, in the order in which the sources of that knowledge count. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { createNameFinder, type NameFinder } from '../../diagnostics/name-finder.ts';
import { kindsNamed } from '../../kube/kinds.ts';
import type { Options, TypeMapping } from '../../model/config.ts';
import type { ResolvedTarget } from '../../model/federated-resource.ts';
import { groupBy } from '../../model/group-by.ts';
import {
  type GroupVersionKind,
  isArray,
  isObject,
  joinApiVersion,
  splitApiVersion,
} from '../../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../../model/source.ts';
import { federatedTypeKey, isTypesGroup } from './classify.ts';
import type { TargetType, TypeConfig } from './type-config.ts';

export type ResolvedBy = ResolvedTarget['by'];

export interface ResolvedType {
  readonly target: TargetType;
  readonly by: ResolvedBy;
  readonly isEnabled: boolean;
  readonly origin?: Origin;
}

/** A CustomResourceDefinition of the repository. */
interface Definition {
  readonly group: string;
  readonly kind: string;
  readonly scope: TargetType['scope'];
  readonly versions: readonly string[];
  readonly storageVersion: string;
  readonly origin: Origin;
}

export interface KnownTypes {
  readonly configs: ReadonlyMap<string, TypeConfig>;
  /** By kind. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly mappings: ReadonlyMap<string, TargetType>;
  readonly mappingsOrigin: Origin | undefined;
  /** Among the federated kinds of configs and of the chart, without the word that they all begin with. */
  readonly finder: NameFinder;
}

/** KubeFed v0.10, charts/kubefed/templates/federatedtypeconfig.yaml: the types that the chart enables. */
const chartDefaults: ReadonlyMap<string, TargetType> = new Map(
  (
    [
      ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'Cluster'],
      ['v1', 'ConfigMap', 'Namespaced'],
      ['apps/v1', 'Deployment', 'Namespaced'],
      ['networking.k8s.io/v1', 'Ingress', 'Namespaced'],
      ['batch/v1', 'Job', 'Namespaced'],
      ['v1', 'Namespace', 'Cluster'],
      ['apps/v1', 'ReplicaSet', 'Namespaced'],
      ['v1', 'Secret', 'Namespaced'],
      ['v1', 'ServiceAccount', 'Namespaced'],
      ['v1', 'Service', 'Namespaced'],
    ] as const
  ).map(([apiVersion, kind, scope]) => [
    `Federated${kind}`,
    { ...splitApiVersion(apiVersion), kind, scope },
  ]),
);

/** Everything that can teach a federated kind. */
export function knownTypes(
  configs: ReadonlyMap<string, TypeConfig>,
  definitions: readonly SourceObject[],
  options: Options,
): KnownTypes {
  const taught = Array.from(configs.values(), ({ federated }) => federated.kind);
  return {
    configs,
    definitions: groupBy(definitions.flatMap(readDefinition), ({ kind }) => kind),
    mappings: new Map(
      options.types.map((mapping) => [mappingKey(mapping), mappingTarget(mapping)]),
    ),
    mappingsOrigin: options.origin,
    finder: createNameFinder([...new Set([...chartDefaults.keys(), ...taught].map(bareKind))]),
  };
}

/** The federated type that a `types:` entry names, by {@link federatedTypeKey}. */
export function mappingKey({ federated }: TypeMapping): string {
  const [apiVersion = '', kind = ''] = federated.trim().split(/\s+/);
  return federatedTypeKey({ group: splitApiVersion(apiVersion).group, kind });
}

function mappingTarget({ target, scope }: TypeMapping): TargetType {
  const [apiVersion = '', kind = ''] = target.trim().split(/\s+/);
  return { ...splitApiVersion(apiVersion), kind, scope };
}

function readDefinition({ object, origin }: SourceObject): Definition[] {
  const spec = isObject(object['spec']) ? object['spec'] : undefined;
  const names = isObject(spec?.['names']) ? spec['names'] : undefined;
  const listed = isArray(spec?.['versions']) ? spec['versions'].filter(isObject) : [];
  const versions = listed
    .filter((version) => version['served'] !== false)
    .map((version) => version['name'])
    .filter((name) => typeof name === 'string');
  if (typeof spec?.['version'] === 'string' && versions.length === 0)
    versions.push(spec['version']);
  const stored = listed.find((version) => version['storage'] === true)?.['name'];
  const storageVersion = typeof stored === 'string' ? stored : versions[0];
  const scope = spec?.['scope'] === 'Cluster' ? 'Cluster' : 'Namespaced';
  if (
    typeof spec?.['group'] !== 'string' ||
    typeof names?.['kind'] !== 'string' ||
    storageVersion === undefined
  )
    return [];
  return [{ group: spec['group'], kind: names['kind'], scope, versions, storageVersion, origin }];
}

/**
 * The target of a federated type: the repository's type config, else the chart's default, else a known kind, else a
 * CustomResourceDefinition of the repository (the version of the template first, then the storage version), else
 * `types:`; undefined with a diagnostic that says how to teach it.
 */
export function resolveType(
  type: GroupVersionKind,
  templateApiVersion: string | undefined,
  known: KnownTypes,
  at: Origin,
): Outcome<ResolvedType | undefined> {
  const key = federatedTypeKey(type);
  const mapped = known.mappings.get(key);
  const { resolved, candidates } = findType(type, templateApiVersion, known);
  if (resolved === undefined)
    return { value: undefined, diagnostics: [unknownType(type, candidates, known, at)] };
  if (mapped === undefined || sameTarget(mapped, resolved.target))
    return { value: resolved, diagnostics: [] };
  return {
    value: resolved,
    diagnostics: [overruledMapping(type.kind, mapped, resolved, known, at)],
  };
}

function findType(
  type: GroupVersionKind,
  templateApiVersion: string | undefined,
  known: KnownTypes,
): { resolved?: ResolvedType; candidates: readonly string[] } {
  const key = federatedTypeKey(type);
  const config = known.configs.get(key);
  if (config !== undefined) {
    return {
      resolved: {
        target: config.target,
        by: 'type-config',
        isEnabled: config.isEnabled,
        origin: config.origin,
      },
      candidates: [],
    };
  }
  const found = (
    target: TargetType,
    by: ResolvedBy,
    origin?: Origin,
  ): { resolved: ResolvedType; candidates: readonly string[] } => ({
    resolved: { target, by, isEnabled: true, ...(origin === undefined ? {} : { origin }) },
    candidates: [],
  });
  const isDefaultGroup = isTypesGroup(type.group);
  const chart = isDefaultGroup ? chartDefaults.get(type.kind) : undefined;
  if (chart !== undefined) return found(chart, 'chart-default');
  const kind = type.kind.replace(/^Federated/, '');
  const kinds = isDefaultGroup ? kindsNamed(kind) : [];
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return found(only, 'known-kind');
  const defined = isDefaultGroup ? fromDefinitions(kind, templateApiVersion, known) : [];
  const [definition] = defined;
  if (definition !== undefined && defined.length === 1)
    return found(definition.target, 'custom-resource-definition', definition.origin);
  const mapping = known.mappings.get(key);
  if (mapping !== undefined) return found(mapping, 'config', known.mappingsOrigin);
  const candidates = [...kinds, ...defined.map(({ target }) => target)].map(
    (target) => `${joinApiVersion(target)} ${target.kind}`,
  );
  return { candidates: preferring([...new Set(candidates)].sort(), templateApiVersion) };
}

/** The one that the template names first: it is the likeliest to be meant. */
function preferring(
  candidates: readonly string[],
  apiVersion: string | undefined,
): readonly string[] {
  const group = apiVersion === undefined ? undefined : splitApiVersion(apiVersion).group;
  const isMeant = (candidate: string) =>
    splitApiVersion(candidate.split(' ')[0] ?? '').group === group;
  return [...candidates.filter(isMeant), ...candidates.filter((candidate) => !isMeant(candidate))];
}

function fromDefinitions(
  kind: string,
  templateApiVersion: string | undefined,
  { definitions }: KnownTypes,
): { target: TargetType; origin: Origin }[] {
  const named = definitions.get(kind) ?? [];
  const wanted = templateApiVersion === undefined ? undefined : splitApiVersion(templateApiVersion);
  const exact = named.filter(
    ({ group, versions }) => group === wanted?.group && versions.includes(wanted.version),
  );
  const toTarget = (
    { group, kind, scope, storageVersion, origin }: Definition,
    version = storageVersion,
  ) => ({
    target: { group, version, kind, scope },
    origin,
  });
  if (exact.length > 0)
    return exact.slice(0, 1).map((definition) => toTarget(definition, wanted?.version));
  const groups = new Map(named.map((definition) => [definition.group, definition]));
  return [...groups.values()].map((definition) => toTarget(definition));
}

function sameTarget(first: TargetType, second: TargetType): boolean {
  return (
    first.group === second.group &&
    first.version === second.version &&
    first.kind === second.kind &&
    first.scope === second.scope
  );
}

function overruledMapping(
  kind: string,
  mapped: TargetType,
  resolved: ResolvedType,
  known: KnownTypes,
  at: Origin,
): Diagnostic {
  const name = (target: TargetType) => `${joinApiVersion(target)} ${target.kind} (${target.scope})`;
  const problem = `\`types:\` says ${name(mapped)}, but ${resolvedByWords[resolved.by]} says ${name(resolved.target)}, which comes first`;
  return diagnose(
    'kubefed/type-config-conflict',
    known.mappingsOrigin ?? at,
    { kind, problem },
    { severity: 'warning' },
  );
}

const resolvedByWords: Readonly<Record<ResolvedBy, string>> = {
  'type-config': 'a FederatedTypeConfig',
  'chart-default': 'the default of the KubeFed chart',
  'known-kind': 'the table of known kinds',
  'custom-resource-definition': 'a CustomResourceDefinition of the repository',
  config: '`types:`',
};

function unknownType(
  type: GroupVersionKind,
  candidates: readonly string[],
  known: KnownTypes,
  at: Origin,
): Diagnostic {
  const near = candidates.length > 0 ? [] : nearKinds(type.kind, known);
  return diagnose('kubefed/unknown-type', below(at, 'kind'), {
    kind: type.kind,
    apiVersion: joinApiVersion(type),
    candidates,
    nearest: near,
  });
}

/** Compared without the word that they all begin with, which would make any two of them near. */
function nearKinds(kind: string, { finder }: KnownTypes): readonly string[] {
  return finder
    .nearest(bareKind(kind))
    .slice(0, 1)
    .map((name) => `Federated${name}`);
}

function bareKind(kind: string): string {
  return kind.replace(/^Federated/, '');
}
