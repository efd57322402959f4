/** Plain manifests in, resources out: compiled as if each were wrapped with the placement of its rule. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { equalJson } from '../../kube/equal.ts';
import { knownScope } from '../../kube/kinds.ts';
import type { Options } from '../../model/config.ts';
import type { FederatedResource, Placement } from '../../model/federated-resource.ts';
import type { JsonValue, KubeObject, ObjectKey, Scope } from '../../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../../model/source.ts';
import { managedLabels, placementRules } from './federated-object.ts';
import { plainStamps } from './field-stamps.ts';
import { metadataText, titleOf, typeOf } from './groups.ts';
import { namelessProblem, namespaceProblem } from './identify.ts';
import { type NamespaceRule, namespaceRule } from './namespaces.ts';
import { readPlacement } from './placement.ts';
import { stampTemplate } from './template.ts';

/** The plain objects of one `plainObjects:` rule. */
export interface PlainObjects {
  readonly objects: readonly SourceObject[];
  readonly placement: JsonValue;
  /** Where the placement is written, in the config. */
  readonly origin: Origin;
}

/** A plain object with name, namespace and scope. */
export interface PlainObject {
  readonly source: SourceObject;
  readonly key: ObjectKey;
  readonly scope: Scope;
  readonly rule: PlainObjects;
}

export interface ScopeTable {
  /** Scope of kinds that the repository defines, by `group/kind`. */
  readonly defined: ReadonlyMap<string, Scope>;
}

/** Tools' own files that look like manifests and are never applied. */
const toolGroups = new Set(['kustomize.config.k8s.io', 'fedc']);

/** False for the files of tools: they are left alone, and counted. */
export function isManifest({ object }: SourceObject): boolean {
  return !toolGroups.has(typeOf(object).group);
}

/** Names, namespaces and scopes; a kind that no table knows has the scope that its namespace suggests. */
export function identifyPlain(
  rules: readonly PlainObjects[],
  scopes: ScopeTable,
  options: Options,
): Outcome<readonly PlainObject[]> {
  const objects: PlainObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    for (const source of rule.objects.filter(
      ({ object }) => !toolGroups.has(typeOf(object).group),
    )) {
      const key = plainKey(source, scopes, options);
      diagnostics.push(...key.diagnostics);
      if (key.value !== undefined) objects.push({ source, rule, ...key.value });
    }
  }
  return { value: objects, diagnostics };
}

function plainKey(
  source: SourceObject,
  scopes: ScopeTable,
  options: Options,
): Outcome<Pick<PlainObject, 'key' | 'scope'> | undefined> {
  const { object, origin } = source;
  const fail = (...diagnostics: Diagnostic[]) => ({ value: undefined, diagnostics });
  const { group, kind } = typeOf(object);
  if (kind === '' || typeof object['apiVersion'] !== 'string') {
    const problem = 'it has no apiVersion and kind, so it is no Kubernetes object';
    return fail(
      diagnose('kubefed/invalid-object', origin, {
        title: 'A document of plainObjects',
        problem,
        hint: 'Take the file out of `plainObjects:`.',
      }),
    );
  }
  if (object['sops'] !== undefined && source.sealed === undefined)
    return fail(cannotCopy(source, 'it is not alone in a YAML file'));
  if (source.sealed !== undefined && isIdentityEncrypted(object))
    return fail(cannotCopy(source, 'what tells its kind, name and namespace is encrypted too'));
  const name = metadataText(object, 'name');
  if (name === undefined) return fail(namelessProblem(source));
  const problem = namespaceProblem(source);
  if (problem !== undefined) return fail(problem);
  const written = metadataText(object, 'namespace');
  const scope =
    knownScope(group, kind) ??
    scopes.defined.get(`${group}/${kind}`) ??
    (written === undefined ? 'Cluster' : 'Namespaced');
  const namespace = scope === 'Cluster' ? '' : (written ?? options.defaultNamespace);
  if (namespace === undefined)
    return fail(
      diagnose('kubefed/missing-namespace', below(origin, 'metadata'), { title: titleOf(object) }),
    );
  return { value: { key: { group, kind, namespace, name }, scope }, diagnostics: [] };
}

/** SOPS encrypts every value unless `encrypted_regex` limits it. */
function isIdentityEncrypted(object: KubeObject): boolean {
  const texts = [
    object['apiVersion'],
    object['kind'],
    metadataText(object, 'name'),
    metadataText(object, 'namespace'),
  ];
  return texts.some((text) => typeof text === 'string' && text.startsWith('ENC['));
}

/** Resources of the identified objects; the placement of a rule is read, and complained about, once. */
export function lowerPlain(
  objects: readonly PlainObject[],
  federated: ReadonlySet<string>,
  isLimitedScope: boolean,
  options: Options,
): Outcome<readonly FederatedResource[]> {
  const diagnostics: Diagnostic[] = [];
  const placements = new Map<
    PlainObjects,
    { readonly placement: Placement; readonly isSound: boolean }
  >();
  const resources = objects.flatMap((plain) => {
    let read = placements.get(plain.rule);
    if (read === undefined) {
      const outcome = readPlacement(
        plain.rule.placement,
        plain.rule.origin,
        placementRules(options),
      );
      diagnostics.push(...outcome.diagnostics);
      const { choice, ignored, isSound } = outcome.value;
      read = { placement: { choice, ...(ignored === undefined ? {} : { ignored }) }, isSound };
      placements.set(plain.rule, read);
    }
    const namespace = namespaceRule(plain.key.namespace, federated, isLimitedScope, options);
    const lowered = lowerOne(plain, read.placement, namespace, options);
    diagnostics.push(...lowered.diagnostics);
    return [
      read.isSound
        ? lowered.value
        : { ...lowered.value, rules: { ...lowered.value.rules, isExplained: true } },
    ];
  });
  return { value: resources, diagnostics };
}

function lowerOne(
  { source, key, scope }: PlainObject,
  placement: Placement,
  namespace: NamespaceRule,
  options: Options,
): Outcome<FederatedResource> {
  const { object, origin } = source;
  const { version } = typeOf(object);
  const target = { group: key.group, version, kind: key.kind, scope };
  const title = `${key.kind} ${key.namespace === '' ? '' : `${key.namespace}/`}${key.name}`;
  const stamped = stampTemplate(object, {
    title,
    target,
    name: key.name,
    namespace: key.namespace,
    rows: options.compatibility,
    origin,
  });
  const rows = options.compatibility;
  const { sealed } = source;
  const diagnostics = sealed === undefined ? stamped.diagnostics : changesOf(source, stamped);
  const resource: FederatedResource = {
    dialect: 'plain',
    key,
    title,
    template: sealed === undefined ? stamped.value : object,
    ...(sealed === undefined ? {} : { verbatim: sealed }),
    placement: {
      ...placement,
      ...(namespace.within === undefined ? {} : { within: namespace.within }),
    },
    overrides: [],
    rules: {
      unknownCluster: rows.unknownCluster === 'error' ? 'error' : 'warning',
      noCluster: rows.noCluster === 'error' ? 'error' : 'warning',
      labels: managedLabels(options),
      isWritten: true,
      isExplained: namespace.isMissing,
    },
    origin,
    templateOrigin: origin,
    stamps: plainStamps(source, key.namespace, options),
  };
  return { value: resource, diagnostics };
}

/** What is encrypted is copied as it is, or not at all. */
function changesOf(source: SourceObject, stamped: Outcome<KubeObject>): readonly Diagnostic[] {
  if (equalJson(source.object, stamped.value)) return [];
  const problem = 'something in it would be dropped, or its namespace set';
  return [...stamped.diagnostics, cannotCopy(source, problem)];
}

function cannotCopy({ object, origin }: SourceObject, problem: string): Diagnostic {
  const place = below(origin, 'sops');
  return diagnose('output/encrypted-source', place, { title: titleOf(object), problem });
}
