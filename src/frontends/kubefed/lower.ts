/** The objects of a repository in, its federated resources out: the KubeFed front end. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import type { Decisions } from '../../model/decisions.ts';
import type { FederatedResource } from '../../model/federated-resource.ts';
import { copyObject, isObject, type ObjectKey, type Scope } from '../../model/kube-object.ts';
import type { SourceObject } from '../../model/source.ts';
import { classify, type ObjectClass } from './classify.ts';
import { type FederatedObject, lowerObject, targetKey } from './federated-object.ts';
import { typeOf } from './groups.ts';
import { identify } from './identify.ts';
import { readControlPlane } from './kubefed-config.ts';
import { namespaceRule, notFederated } from './namespaces.ts';
import { type Classified, notices } from './notices.ts';
import {
  identifyPlain,
  isManifest,
  lowerPlain,
  type PlainObject,
  type PlainObjects,
} from './plain-objects.ts';
import { decidePropagation, type LeftOut } from './propagation.ts';
import { readPreferences, type SchedulingPreference } from './replica-scheduling-preference.ts';
import { preferenceKeyOf, scheduleBy, withoutTarget } from './scheduling.ts';
import { type KnownTypes, knownTypes, mappingKey } from './target-type.ts';
import { readTypeConfigs } from './type-config.ts';

export interface KubefedInput {
  readonly objects: readonly SourceObject[];
  /** The objects that rules of `plainObjects:` name; they are among `objects` too. */
  readonly plain: readonly PlainObjects[];
  readonly options: Options;
  readonly decisions: Decisions;
  /** Asked with the key that its type gives an object: what it refuses is only lowered if it is the namespace of another. */
  readonly only?: ((key: ObjectKey) => boolean) | undefined;
}

export interface Lowered {
  readonly resources: readonly FederatedResource[];
  /** Plain objects that nobody asked to compile. */
  readonly leftAlone: readonly SourceObject[];
  /** How many objects there were to compile, sound or not. */
  readonly federated: number;
}

/** The API groups of federated types that type configs and `types:` declare: words that make a file matter. */
export function declaredGroups(
  objects: readonly SourceObject[],
  options: Options,
): readonly string[] {
  const keys = [...options.types.map(mappingKey), ...typeConfigKeys(objects, options)];
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
}

function typeConfigKeys(objects: readonly SourceObject[], options: Options): string[] {
  const configs = objects.filter((source) => classify(source, new Set()) === 'type-config');
  return [...readTypeConfigs(configs, options).value.keys()];
}

/** Everything that depends on the mode is decided here. */
export function lowerKubefed({
  objects,
  plain,
  options,
  decisions,
  only = () => true,
}: KubefedInput): Outcome<Lowered> {
  const declared = new Set([...options.types.map(mappingKey), ...typeConfigKeys(objects, options)]);
  const classified = groupByClass(objects, declared);
  const of = (name: ObjectClass) => classified.get(name) ?? [];
  const configs = readTypeConfigs(of('type-config'), options);
  const known = knownTypes(configs.value, of('custom-resource-definition'), options);
  const controlPlane = readControlPlane(of('kubefed-config'), options);
  const identified = identify(of('federated'), known, options);
  const propagation = decidePropagation(
    identified.value,
    of('replica-preference'),
    controlPlane.value,
    options,
  );
  const preferences = readPreferences(of('replica-preference'), options);
  const wrapped = plain.map((rule) => ({
    ...rule,
    objects: rule.objects.filter(isPlain(declared)),
  }));
  const plainObjects = identifyPlain(
    wrapped,
    { defined: definedScopes(of('custom-resource-definition'), known) },
    options,
  );
  const resources = lowerAll({
    ...propagation,
    plain: plainObjects.value,
    preferences: controlPlane.value.schedules ? preferences.value : new Map(),
    isLimitedScope: controlPlane.value.onlyNamespace !== undefined,
    options,
    only,
  });
  const diagnostics = [
    ...notices(classified),
    ...[
      configs,
      controlPlane,
      identified,
      propagation,
      preferences,
      plainObjects,
      resources,
    ].flatMap((outcome) => outcome.diagnostics),
    ...(controlPlane.value.schedules
      ? withoutTarget(preferences.value, identified.value, of('federated'))
      : []),
  ];
  hearAll(resources.value, propagation.leftOut, decisions);
  const compiled = new Set(wrapped.flatMap((rule) => rule.objects.filter(isManifest)));
  const leftAlone = [...of('plain'), ...of('custom-resource-definition')].filter(
    (source) => !compiled.has(source),
  );
  const federated =
    of('federated').length + of('three-object').length + of('incomplete').length + compiled.size;
  return { value: { resources: resources.value, leftAlone, federated }, diagnostics };
}

function hearAll(
  resources: readonly FederatedResource[],
  leftOut: readonly LeftOut[],
  decisions: Decisions,
): void {
  for (const lowered of resources) {
    const { key, origin: resource } = lowered;
    if (decisions.wants(key)) decisions.hear({ kind: 'resource-lowered', resource, key, lowered });
  }
  for (const { object, reason, origin } of leftOut) {
    const key = targetKey(object);
    const resource = object.source.origin;
    if (decisions.wants(key))
      decisions.hear({ kind: 'resource-left-out', resource, key, reason, origin });
  }
}

function groupByClass(objects: readonly SourceObject[], declared: ReadonlySet<string>): Classified {
  const classes = new Map<ObjectClass, SourceObject[]>();
  for (const source of objects) {
    const name = classify(source, declared);
    const group = classes.get(name);
    if (group === undefined) classes.set(name, [source]);
    else group.push(source);
  }
  return classes;
}

/** Control documents and federated objects in a file of plain objects keep their meaning. */
function isPlain(declared: ReadonlySet<string>) {
  return (source: SourceObject) =>
    ['plain', 'custom-resource-definition'].includes(classify(source, declared));
}

function definedScopes(
  definitions: readonly SourceObject[],
  { mappings, configs }: KnownTypes,
): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  const targets = [...configs.values()].map(({ target }) => target);
  for (const { group, kind, scope } of [...mappings.values(), ...targets])
    scopes.set(`${group}/${kind}`, scope);
  for (const { object } of definitions) {
    const spec = isObject(object['spec']) ? object['spec'] : undefined;
    const names = isObject(spec?.['names']) ? spec['names'] : undefined;
    const { group, scope } = spec ?? {};
    const kind = names?.['kind'];
    if (typeof group !== 'string' || typeof kind !== 'string') continue;
    if (scope === 'Cluster' || scope === 'Namespaced') scopes.set(`${group}/${kind}`, scope);
  }
  return scopes;
}

interface Everything {
  readonly propagated: readonly FederatedObject[];
  readonly narrowingOnly: readonly FederatedObject[];
  readonly plain: readonly PlainObject[];
  readonly preferences: ReadonlyMap<string, SchedulingPreference>;
  readonly isLimitedScope: boolean;
  readonly options: Options;
  readonly only: (key: ObjectKey) => boolean;
}

function lowerAll(everything: Everything): Outcome<readonly FederatedResource[]> {
  const { propagated, narrowingOnly, plain, isLimitedScope, options, only } = everything;
  const diagnostics: Diagnostic[] = [];
  const namespaceObjects = [...propagated, ...narrowingOnly].filter(
    ({ isNamespace }) => isNamespace,
  );
  const plainNamespaces = plain.filter(({ key }) => isNamespaceKey(key)).map(({ key }) => key.name);
  const federated = new Set([...namespaceObjects.map(({ name }) => name), ...plainNamespaces]);
  const spaces = {
    federated,
    byName: new Map(namespaceObjects.map((object) => [object.name, object])),
    failed: new Set<string>(),
  };
  const resources: FederatedResource[] = [];
  const members = propagated.filter((object) => !object.isNamespace && only(targetKey(object)));
  const plainMembers = plain.filter(({ key }) => isNamespaceKey(key) || only(key));
  const spacesOf = new Set([...members, ...plainMembers.map(({ key }) => key)].map(namespaceOf));
  const needed = namespaceObjects.filter(
    (object) => spacesOf.has(object.name) || only(targetKey(object)),
  );
  const inOrder = [...needed, ...members];
  const unwritten = new Set(narrowingOnly);
  for (const object of inOrder) {
    const isWritten = !unwritten.has(object);
    const { value: resource, diagnostics: problems } = lowerOne(
      isWritten ? object : withoutContent(object),
      spaces,
      everything,
    );
    diagnostics.push(...problems);
    if (resource === undefined && object.isNamespace) spaces.failed.add(object.name);
    if (resource !== undefined)
      resources.push(
        isWritten ? resource : { ...resource, rules: { ...resource.rules, isWritten } },
      );
  }
  const plainResources = lowerPlain(plainMembers, federated, isLimitedScope, options);
  diagnostics.push(...plainResources.diagnostics);
  const value = [...resources, ...plainResources.value];
  if (!isLimitedScope) diagnostics.push(...notFederated(value, federated, options));
  return { value, diagnostics };
}

function namespaceOf({ namespace }: { readonly namespace: string }): string {
  return namespace;
}

function isNamespaceKey({ group, kind }: ObjectKey): boolean {
  return kind === 'Namespace' && group === '';
}

/** Of a namespace that is not written only its placement matters. */
function withoutContent(object: FederatedObject): FederatedObject {
  const { spec } = object.source.object;
  if (!isObject(spec)) return object;
  const bareSpec = copyObject(spec);
  delete bareSpec['template'];
  delete bareSpec['overrides'];
  const bare = copyObject(object.source.object);
  bare['spec'] = bareSpec;
  return { ...object, source: { ...object.source, object: bare } };
}

interface Spaces {
  readonly federated: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, FederatedObject>;
  readonly failed: ReadonlySet<string>;
}

function lowerOne(
  object: FederatedObject,
  spaces: Spaces,
  { preferences, isLimitedScope, options }: Everything,
): Outcome<FederatedResource | undefined> {
  const rule = object.isNamespace
    ? { isMissing: false }
    : namespaceRule(object.namespace, spaces.federated, isLimitedScope, options);
  const preference = preferences.get(preferenceKeyOf(object));
  const scheduled =
    preference === undefined
      ? { diagnostics: [] }
      : scheduleBy(preference, object, spaces.byName.get(object.namespace), options);
  const lowered = lowerObject(object, {
    options,
    isExplained: rule.isMissing || spaces.failed.has(object.namespace),
    ...('within' in rule && rule.within !== undefined ? { within: rule.within } : {}),
    ...('replicas' in scheduled && scheduled.replicas !== undefined
      ? { replicas: scheduled.replicas }
      : {}),
  });
  return { value: lowered.value, diagnostics: [...scheduled.diagnostics, ...lowered.diagnostics] };
}

/** How many plain objects were left alone, and in how many files. */
export function leftAloneNote(objects: readonly SourceObject[]): Diagnostic[] {
  const named = objects.filter(({ object }) => typeOf(object).kind !== '');
  const [first] = named;
  if (first === undefined) return [];
  const files = new Set(named.map(({ origin }) => origin.file)).size;
  return [diagnose('repo/not-federated', first.origin, { objects: named.length, files })];
}
