/** What can be said about objects from their kind and group alone. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { type Fix, type SourceEdit, writeText } from '../../diagnostics/fix.ts';
import { quote } from '../../diagnostics/quote.ts';
import { editDistance, nearest } from '../../diagnostics/suggest.ts';
import { isObject, joinApiVersion } from '../../model/kube-object.ts';
import { below, type SourceObject } from '../../model/source.ts';
import { type ObjectClass, rightGroup } from './classify.ts';
import { currentGroup, neverExisted, titleOf, typeOf, typesGroup } from './groups.ts';

export type Classified = ReadonlyMap<ObjectClass, readonly SourceObject[]>;

const kubefedClasses: readonly ObjectClass[] = [
  'federated',
  'type-config',
  'replica-preference',
  'kubefed-config',
  'cluster',
  'not-static',
  'bookkeeping',
];

/** Old and wrong groups, kinds without static meaning, kinds that never existed, and other systems' kinds. */
export function notices(classified: Classified): Diagnostic[] {
  const of = (name: ObjectClass) => classified.get(name) ?? [];
  const ours = kubefedClasses.flatMap(of);
  return [
    ...oldGroups(ours),
    ...ours.flatMap(wrongGroup),
    ...of('not-static').map(notStatic),
    ...of('no-such-kind').map(noSuchKind),
    ...of('three-object').map(threeObject),
    ...of('incomplete').map(incomplete),
    ...foreign(of('foreign').filter((source) => !isMisspelt(source))),
    ...of('foreign').filter(isMisspelt).map(misspeltGroup),
    ...of('own').flatMap(misspeltOwn),
  ];
}

function oldGroups(objects: readonly SourceObject[]): Diagnostic[] {
  const byGroup = new Map<string, SourceObject[]>();
  for (const source of objects) {
    const { group, version } = typeOf(source.object);
    if (group === currentGroup(group) || group === 'fedc' || neverExisted(group, version)) continue;
    byGroup.set(group, [...(byGroup.get(group) ?? []), source]);
  }
  return [...byGroup].flatMap(([group, [first, ...rest]]) => {
    if (first === undefined) return [];
    const args = { group, current: currentGroup(group), objects: rest.length + 1 };
    const fix = groupFix([first, ...rest]);
    return [diagnose('kubefed/old-group', below(first.origin, 'apiVersion'), args, { fix })];
  });
}

/** The kinds whose shape did not change when their group got its present name, by their old version. */
const sameShape: Readonly<Record<string, readonly string[]>> = {
  v1alpha1: ['ReplicaSchedulingPreference'],
  v1beta1: ['FederatedTypeConfig', 'KubeFedCluster', 'KubeFedConfig'],
};

/** Only for all objects at once: what is left over would keep the report. */
function groupFix(objects: readonly SourceObject[]): Fix | undefined {
  const edits = objects.flatMap(({ object, origin }): SourceEdit[] => {
    const type = typeOf(object);
    const isFederated = currentGroup(type.group) === typesGroup && rightGroup(type) === undefined;
    if (!isFederated && sameShape[type.version]?.includes(type.kind) !== true) return [];
    const value = inVersion(rightGroup(type) ?? currentGroup(type.group));
    return [{ kind: 'set-scalar', at: below(origin, 'apiVersion'), value }];
  });
  if (edits.length < objects.length) return undefined;
  return { title: 'write the present group', edits };
}

function wrongGroup({ object, origin }: SourceObject): Diagnostic[] {
  const type = typeOf(object);
  const right = type.group === 'fedc' ? undefined : rightGroup(type);
  if (right === undefined) return [];
  const at = below(origin, 'apiVersion');
  const args = { title: titleOf(object), group: type.group, right: inVersion(right) };
  const fix = writeText(inVersion(right), [at], 'apiVersion');
  return [diagnose('kubefed/wrong-group', at, args, { fix })];
}

function inVersion(group: string): string {
  return `${group}/${group.startsWith('scheduling') ? 'v1alpha1' : 'v1beta1'}`;
}

function notStatic({ object, origin }: SourceObject): Diagnostic {
  const spec = object['spec'];
  const hint =
    typeOf(object).kind === 'Domain' && isObject(spec) && spec['domain'] !== undefined
      ? 'Remove it; mind that a Domain had its `domain` at the top level, so this one never had a value.'
      : undefined;
  return diagnose('kubefed/not-static', below(origin, 'kind'), {
    title: titleOf(object),
    ...(hint === undefined ? {} : { hint }),
  });
}

const realKinds = [
  'ReplicaSchedulingPreference',
  'FederatedTypeConfig',
  'KubeFedCluster',
  'KubeFedConfig',
];

function noSuchKind({ object, origin }: SourceObject): Diagnostic {
  const type = typeOf(object);
  const instead = currentGroup(type.group).startsWith('scheduling.')
    ? 'Replicas are spread by a ReplicaSchedulingPreference: totalReplicas, and a weight for each cluster.'
    : nearestKind(type.kind);
  const args = { kind: type.kind, apiVersion: joinApiVersion(type), instead };
  return diagnose('kubefed/no-such-kind', below(origin, 'kind'), args);
}

function nearestKind(kind: string): string {
  const target = /^federated(.+)$/i.exec(kind)?.[1];
  if (target !== undefined)
    return `Did you mean Federated${target.charAt(0).toUpperCase()}${target.slice(1)}?`;
  const near = nearest(kind, realKinds).at(0);
  return near === undefined
    ? `The kinds of KubeFed are Federated*, ${realKinds.join(', ')}.`
    : `Did you mean ${near}?`;
}

function threeObject({ object, origin }: SourceObject): Diagnostic {
  const what = 'this is the three-object form of the first releases, which cannot be compiled';
  const hint =
    'Put template, placement and overrides into one object of apiVersion types.kubefed.io/v1beta1.';
  return diagnose(
    'kubefed/old-shape',
    below(origin, 'apiVersion'),
    { title: titleOf(object), what, hint },
    { severity: 'error' },
  );
}

function incomplete({ object, origin }: SourceObject): Diagnostic {
  const type = typeOf(object);
  if (type.kind === '')
    return diagnose('kubefed/invalid-object', below(origin, 'apiVersion'), {
      title: `An object of ${joinApiVersion(type)}`,
      problem: 'kind is missing',
      hint: 'Write kind: Federated and the kind of the target, for example FederatedDeployment',
    });
  return diagnose('kubefed/invalid-object', below(origin, 'kind'), {
    title: titleOf(object),
    problem: 'apiVersion is missing',
    hint: `Write apiVersion: ${inVersion(rightGroup(type) ?? typesGroup)}`,
  });
}

/** Two slips away from the group of federated kinds. */
const mostSlips = 2;

/** Groups without a dot are those of Kubernetes itself, and no system puts its federated kinds there. */
function isMisspelt({ object }: SourceObject): boolean {
  const { group, kind } = typeOf(object);
  const isSlip = editDistance(group, typesGroup, mostSlips) !== undefined;
  return kind.startsWith('Federated') && (!group.includes('.') || isSlip);
}

function misspeltGroup({ object, origin }: SourceObject): Diagnostic {
  return diagnose('kubefed/invalid-object', below(origin, 'apiVersion'), {
    title: titleOf(object),
    problem: `${joinApiVersion(typeOf(object))} has no federated kinds`,
    hint: `Write apiVersion: ${inVersion(typesGroup)}`,
  });
}

function foreign(objects: readonly SourceObject[]): Diagnostic[] {
  const [first] = objects;
  if (first === undefined) return [];
  const kinds = [
    ...new Set(objects.map(({ object }) => `${typeOf(object).kind} (${typeOf(object).group})`)),
  ].sort();
  return [
    diagnose('repo/foreign-kind', below(first.origin, 'kind'), { kinds, objects: objects.length }),
  ];
}

/** A config beside the sources is not read, but an inventory under a wrong name would be missed. */
function misspeltOwn({ object, origin }: SourceObject): Diagnostic[] {
  const { kind } = typeOf(object);
  if (kind === 'Config') return [];
  const problem = `fedc has no kind ${quote(kind)}.`;
  const hint = 'Its kinds are ClusterInventory and Config.';
  return [diagnose('inventory/invalid', below(origin, 'kind'), { problem, hint })];
}
