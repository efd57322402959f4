/** A federated object in, what can be said about it beside its placement, template and overrides out. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../../diagnostics/fix.ts';
import type { Options } from '../../model/config.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  newObject,
} from '../../model/kube-object.ts';
import { below, type Origin, onKey, type SourceObject } from '../../model/source.ts';
import type { FederatedObject } from './federated-object.ts';
import { metadataText, neverExisted, titleOf, typeOf } from './groups.ts';

/** `placement` and `overrides` beside `spec`, where nothing reads them. */
export function misplacedFields(
  { source, title }: FederatedObject,
  options: Options,
): Diagnostic[] {
  const severity = options.compatibility.misplacedPlacement === 'error' ? 'error' : 'warning';
  const spec = source.object['spec'];
  const specAt = onKey(below(source.origin, 'spec'));
  const related = spec === undefined ? [] : [{ at: specAt, label: 'spec begins here' }];
  return ['placement', 'overrides']
    .filter((field) => source.object[field] !== undefined)
    .map((field) =>
      diagnose(
        'kubefed/misplaced-field',
        onKey(below(source.origin, field)),
        { title, field, isSecond: isObject(spec) && Object.hasOwn(spec, field) },
        { severity, related, fix: severity === 'error' ? moveFix(source, field) : undefined },
      ),
    );
}

/** Into a spec that does not have the field yet. */
function moveFix({ object, origin }: SourceObject, field: string): Fix | undefined {
  const spec = object['spec'];
  const isFree =
    spec === undefined || spec === null || (isObject(spec) && !Object.hasOwn(spec, field));
  if (!isFree) return undefined;
  const edit = { from: below(origin, field), into: below(origin, 'spec') };
  return { title: `move ${field} into spec`, edits: [{ kind: 'move-member', ...edit }] };
}

const currentVersion = 'types.kubefed.io/v1beta1';

/** A group and version that no release had. */
export function oldVersion({ object, origin }: SourceObject, options: Options): Diagnostic[] {
  const { group, version } = typeOf(object);
  if (!neverExisted(group, version)) return [];
  const severity = options.compatibility.oldShapes === 'accept' ? 'warning' : 'error';
  const what = `no release had ${group}/${version}${severity === 'warning' ? '; it is read as types.kubefed.io/v1beta1' : ''}`;
  return [
    diagnose(
      'kubefed/old-shape',
      below(origin, 'apiVersion'),
      { title: titleOf(object), what, hint: `Write apiVersion: ${currentVersion}` },
      { severity, fix: writeText(currentVersion, [below(origin, 'apiVersion')], 'apiVersion') },
    ),
  ];
}

/** What is legal, and means something else in files than it did to the controller. */
export function remarks(
  federated: FederatedObject,
  spec: JsonObject,
  options: Options,
): Diagnostic[] {
  const { source, title, type } = federated;
  const { object, origin } = source;
  const diagnostics = retained(federated, spec, options);
  const metadata = isObject(object['metadata']) ? object['metadata'] : newObject();
  const annotations = isObject(metadata['annotations']) ? metadata['annotations'] : newObject();
  for (const annotation of ['kubefed.io/orphan', 'kubefed.io/deleteoption']) {
    if (annotations[annotation] === undefined) continue;
    diagnostics.push(
      diagnose(
        'kubefed/deletion-annotation',
        below(origin, 'metadata', 'annotations', annotation),
        { title, annotation },
      ),
    );
  }
  if (
    type.target.scope === 'Cluster' &&
    type.target.kind !== 'Namespace' &&
    metadataText(object, 'namespace') !== undefined
  ) {
    const problem = `${type.target.kind} is cluster-scoped, so its metadata.namespace has no influence`;
    diagnostics.push(
      diagnose('kubefed/template-name', below(origin, 'metadata', 'namespace'), { title, problem }),
    );
  }
  return diagnostics;
}

/** The list of plain names that `clusters` was until v0.1.0; what is no name in it would be lost in silence. */
export function oldClusterNames(
  placement: JsonValue | undefined,
  at: Origin,
  title: string,
  options: Options,
): Diagnostic[] {
  const names = isObject(placement) ? placement['clusterNames'] : undefined;
  if (!isObject(placement) || names === undefined) return [];
  const refused = options.compatibility.oldShapes === 'refuse';
  const what = refused
    ? '`clusterNames` was replaced by `clusters`, and nothing reads it any more'
    : `\`clusterNames\` is the old spelling of \`clusters\`, ${isArray(placement['clusters']) ? 'which stands beside it and wins' : 'and is read as such'}`;
  const hint = `Write clusters: [${itemsOf(names)}].`;
  const severity = refused ? 'error' : 'warning';
  const place = below(at, 'clusterNames');
  const fix = clustersFix(placement, place);
  const old = diagnose('kubefed/old-shape', onKey(place), { title, what, hint }, { severity, fix });
  if (refused || isArray(placement['clusters'])) return [old];
  return [old, ...wrongNames(names, place, title)];
}

/** The names as items of `clusters`, if there are few. */
function itemsOf(names: JsonValue): string {
  const texts = isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  const isWhole = isArray(names) && texts.length === names.length && texts.length <= 3;
  return isWhole ? texts.map((name) => `{name: ${name}}`).join(', ') : '{name: ...}, ...';
}

function clustersFix(placement: JsonObject, at: Origin): Fix | undefined {
  const names = placement['clusterNames'];
  if (placement['clusters'] !== undefined || !isArray(names)) return undefined;
  if (names.filter((name) => typeof name === 'string').length < names.length) return undefined;
  return {
    title: 'write clusters, and each name as name: NAME',
    edits: [
      { kind: 'wrap-items', at, key: 'name' },
      { kind: 'rename-key', at, key: 'clusters' },
    ],
  };
}

function wrongNames(names: JsonValue, at: Origin, title: string): Diagnostic[] {
  const wrong = (place: Origin, problem: string) =>
    diagnose('kubefed/invalid-object', place, { title, problem });
  if (names === null) return [];
  if (!isArray(names)) return [wrong(at, 'clusterNames must be a list of names')];
  return names.flatMap((name, index) =>
    typeof name === 'string' ? [] : [wrong(below(at, index), 'an item of clusterNames is no text')],
  );
}

const withReplicas = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);

/** KubeFed v0.10, pkg/kubefedctl/enable/schema.go: the field only exists where the target has spec.replicas. */
function retained(
  { source, title, type }: FederatedObject,
  spec: JsonObject,
  { mode, engines }: Options,
): Diagnostic[] {
  const { group, kind } = type.target;
  const isOfKubernetes = group === '' || !group.includes('.') || group.endsWith('.k8s.io');
  // Of anything but a boolean the schema has already spoken.
  if (typeof spec['retainReplicas'] !== 'boolean') return [];
  const at = below(source.origin, 'spec', 'retainReplicas');
  if (isOfKubernetes && !withReplicas.has(kind)) {
    const severity = mode === 'gitops' ? 'error' : 'warning';
    const args = {
      title,
      field: 'retainReplicas',
      nearest: [],
      hint: `A ${kind} has no replicas.`,
    };
    return [diagnose('kubefed/unknown-field', onKey(at), args, { severity })];
  }
  // A chosen engine is told by its own files, or says that it cannot be told.
  if (engines.chosen.length > 0 || !spec['retainReplicas']) return [];
  return [diagnose('replicas/retained', at, { title })];
}
