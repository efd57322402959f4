/** One federated object in, one FederatedResource out. */

import type { ArgsOf } from '../../diagnostics/catalogue.ts';
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import type {
  FederatedResource,
  Placement,
  ReplicaPreference,
  ResolvedTarget,
  ResourceRules,
} from '../../model/federated-resource.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  joinApiVersion,
  newObject,
  type ObjectKey,
  splitApiVersion,
} from '../../model/kube-object.ts';
import { below, type SourceObject } from '../../model/source.ts';
import { checkFederatedFields } from './check-fields.ts';
import { federatedStamps } from './field-stamps.ts';
import { typeOf } from './groups.ts';
import { namespaceKey } from './namespaces.ts';
import { misplacedFields, oldClusterNames, oldVersion, remarks } from './object-remarks.ts';
import { readOverrides } from './overrides.ts';
import { type PlacementRules, readPlacement } from './placement.ts';
import type { ResolvedType } from './target-type.ts';
import { stampTemplate } from './template.ts';

/** A federated object that is named, typed and placed in a namespace. */
export interface FederatedObject {
  readonly source: SourceObject;
  readonly title: string;
  readonly type: ResolvedType;
  readonly name: string;
  /** '' for cluster-scoped targets other than Namespace; for a FederatedNamespace the one it stands in. */
  readonly namespace: string;
  /** The target is a Namespace, by kind, whatever its group (pkg/controller/sync/accessor.go). */
  readonly isNamespace: boolean;
}

/** What the rest of the repository decides about one object. */
export interface Surroundings {
  readonly options: Options;
  readonly within?: ObjectKey;
  readonly replicas?: ReplicaPreference;
  /** Something already said why it may go nowhere. */
  readonly isExplained: boolean;
}

/** kube-node-lease is not in it: the list of the controller is fixed. */
export function isSystemNamespace(name: string, options: Options): boolean {
  return ['kube-system', 'kube-public', 'default', options.kubefedNamespace].includes(name);
}

/** The apiVersion that a template asks for. */
export function templateApiVersion({ object }: SourceObject): string | undefined {
  const spec = object['spec'];
  const template = isObject(spec) ? spec['template'] : undefined;
  const apiVersion = isObject(template) ? template['apiVersion'] : undefined;
  return typeof apiVersion === 'string' && apiVersion !== '' ? apiVersion : undefined;
}

/** What is written, where it goes, and everything that is wrong with it; undefined when its template cannot be used. */
export function lowerObject(
  federated: FederatedObject,
  around: Surroundings,
): Outcome<FederatedResource | undefined> {
  const { source, title } = federated;
  const { object, origin } = source;
  const { options } = around;
  const diagnostics: Diagnostic[] = [
    ...checkFederatedFields(source, options),
    ...misplacedFields(federated, options),
    ...oldVersion(source, options),
  ];
  const spec = isObject(object['spec']) ? object['spec'] : newObject();
  const placed = lowerPlacement(federated, spec, around);
  const template = lowerTemplate(federated, spec, options);
  const rules = {
    float64: options.compatibility.overrideNumbers === 'float64',
    dottedPaths: dottedPaths(source, options),
    template: template.value,
  };
  const overrides = readOverrides(
    spec['overrides'],
    title,
    below(origin, 'spec', 'overrides'),
    rules,
  );
  diagnostics.push(
    ...placed.diagnostics,
    ...template.diagnostics,
    ...overrides.diagnostics,
    ...remarks(federated, spec, options),
  );
  if (template.value === undefined) return { value: undefined, diagnostics };
  const isExplained =
    around.isExplained || diagnostics.some((diagnostic) => explainsNowhere(diagnostic, options));
  const resource: FederatedResource = {
    dialect: 'kubefed',
    key: keyOf(federated, template.value),
    title,
    template: template.value,
    placement: placed.value,
    ...(around.replicas === undefined ? {} : { replicas: around.replicas }),
    overrides: overrides.value,
    rules: rulesOf(federated, options, isExplained),
    ...(spec['retainReplicas'] === true && { retainsReplicas: true }),
    origin,
    templateOrigin: below(origin, 'spec', 'template'),
    stamps: federatedStamps(federated, writtenTemplate(spec), options),
    type: typeFact(federated),
  };
  return { value: resource, diagnostics };
}

function typeFact({ source, type }: FederatedObject): ResolvedTarget {
  const { target, by, origin } = type;
  return {
    federatedKind: typeOf(source.object).kind,
    target: `${joinApiVersion(target)} ${target.kind}`,
    by,
    ...(origin === undefined ? {} : { origin }),
  };
}

function writtenTemplate(spec: JsonObject): JsonObject {
  return isObject(spec['template']) ? spec['template'] : newObject();
}

/** The result's group is the template's, if that says one; but what lives in a namespace finds it by its name. */
function keyOf(federated: FederatedObject, template: JsonObject): ObjectKey {
  if (federated.isNamespace) return namespaceKey(federated.name);
  const { group } = splitApiVersion(String(template['apiVersion']));
  return { ...targetKey(federated), group };
}

/** The identity that the type and the name of an object give it. */
export function targetKey({ type, name, namespace, isNamespace }: FederatedObject): ObjectKey {
  if (isNamespace) return namespaceKey(name);
  return {
    group: type.target.group,
    kind: type.target.kind,
    namespace: type.target.scope === 'Namespaced' ? namespace : '',
    name,
  };
}

/** The object, its spec, its placement and what is in that; also of items of Lists. */
const holdsPlacement = /^(\/items\/\d+)*(\/spec(\/placement(\/.*)?)?)?$/;

/** What makes a placement go unread is the cause of going nowhere, and the only thing to report. */
function explainsNowhere({ code, severity, at, args }: Diagnostic, options: Options): boolean {
  // A mere warning must not hide that going nowhere is an error.
  if (severity !== 'error' && options.compatibility.noCluster === 'error') return false;
  if (code === 'kubefed/misplaced-field' || code === 'placement/invalid-selector') return true;
  if (code === 'kubefed/old-shape') return 'on' in at;
  if (code === 'kubefed/invalid-object' && 'pointer' in at) return holdsPlacement.test(at.pointer);
  return (
    code === 'kubefed/unknown-field' &&
    meansPlacement((args as ArgsOf<'kubefed/unknown-field'>).nearest)
  );
}

function meansPlacement(names: readonly string[]): boolean {
  return ['placement', 'clusters', 'clusterSelector'].some((name) => names.includes(name));
}

function rulesOf(
  { isNamespace, name }: FederatedObject,
  options: Options,
  isExplained: boolean,
): ResourceRules {
  const rows = options.compatibility;
  return {
    unknownCluster: rows.unknownCluster === 'error' ? 'error' : 'warning',
    noCluster: rows.noCluster === 'error' ? 'error' : 'warning',
    labels: managedLabels(options),
    isWritten: !(isNamespace && isSystemNamespace(name, options)),
    isExplained,
  };
}

/** KubeFed v0.10, pkg/controller/util/managedlabel.go. */
export function managedLabels(options: Options): Readonly<Record<string, string>> {
  return options.compatibility.managedLabel === 'add' ? { 'kubefed.io/managed': 'true' } : {};
}

/** How placements are read under the rows of the mode. */
export function placementRules(options: Options): PlacementRules {
  return {
    readsIgnoredSelector: options.mode === 'gitops',
    acceptsClusterNames: options.compatibility.oldShapes === 'accept',
  };
}

function lowerPlacement(
  { source, title }: FederatedObject,
  spec: JsonObject,
  { options, within }: Surroundings,
): Outcome<Placement> {
  const at = below(source.origin, 'spec', 'placement');
  const read = readPlacement(spec['placement'], at, placementRules(options));
  const diagnostics = [
    ...read.diagnostics,
    ...oldClusterNames(spec['placement'], at, title, options),
  ];
  const { choice, ignored } = read.value;
  return {
    value: {
      choice,
      ...(within === undefined ? {} : { within }),
      ...(ignored === undefined ? {} : { ignored }),
    },
    diagnostics,
  };
}

/** A missing template is an empty object; anything else that is no object fails in every cluster. */
function lowerTemplate(
  { source, title, type, name, namespace }: FederatedObject,
  spec: JsonObject,
  options: Options,
): Outcome<JsonObject | undefined> {
  const origin = below(source.origin, 'spec', 'template');
  const template: JsonValue = spec['template'] === undefined ? newObject() : spec['template'];
  const problem = templateProblem(template);
  if (problem !== undefined) {
    // The schema has already spoken about a template of the wrong type.
    const diagnostics = isObject(template)
      ? [diagnose('kubefed/invalid-object', below(origin, 'metadata'), { title, problem })]
      : [];
    return { value: undefined, diagnostics };
  }
  const isNamespaced = type.target.scope === 'Namespaced';
  const stamp = {
    title,
    target: type.target,
    name,
    namespace: isNamespaced ? namespace : '',
    rows: options.compatibility,
    origin,
  };
  return stampTemplate(template as JsonObject, stamp);
}

function templateProblem(template: JsonValue): string | undefined {
  if (!isObject(template)) return 'the template must be an object';
  const metadata = template['metadata'];
  return metadata === undefined || metadata === null || isObject(metadata)
    ? undefined
    : 'metadata of the template must be an object';
}

function dottedPaths({ object }: SourceObject, options: Options): 'accept' | 'refuse' | undefined {
  return typeOf(object).version === 'v1alpha1' ? options.compatibility.oldShapes : undefined;
}
