/** A federated object in, what can be said about it beside its placement, template and overrides out. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Options } from '../../model/config.ts';
import { isObject, type JsonObject, newObject } from '../../model/kube-object.ts';
import { below, onKey, type SourceObject } from '../../model/source.ts';
import type { FederatedObject } from './federated-object.ts';
import { metadataText, neverExisted, titleOf, typeOf } from './groups.ts';

/** `placement` and `overrides` beside `spec`, where nothing reads them. */
export function misplacedFields(
  { source, title }: FederatedObject,
  options: Options,
): Diagnostic[] {
  const severity = options.compatibility.misplacedPlacement === 'error' ? 'error' : 'warning';
  return ['placement', 'overrides']
    .filter((field) => source.object[field] !== undefined)
    .map((field) =>
      diagnose(
        'kubefed/misplaced-field',
        onKey(below(source.origin, field)),
        { title, field },
        { severity },
      ),
    );
}

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
      { title: titleOf(object), what, hint: 'Write apiVersion: types.kubefed.io/v1beta1' },
      { severity },
    ),
  ];
}

/** What is legal, and means something else in files than it did to the controller. */
export function remarks({ source, title, type }: FederatedObject, spec: JsonObject): Diagnostic[] {
  const { object, origin } = source;
  const diagnostics: Diagnostic[] = [];
  if (spec['retainReplicas'] === true)
    diagnostics.push(
      diagnose('replicas/retained', below(origin, 'spec', 'retainReplicas'), { title }),
    );
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
