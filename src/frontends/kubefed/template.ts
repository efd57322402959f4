/** A template in, the object for every cluster out: cleaned and stamped as ObjectForCluster does. */

import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { equalJson } from '../../kube/equal.ts';
import type { Compatibility } from '../../model/config.ts';
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  joinApiVersion,
  type KubeObject,
  type MutableJsonObject,
  newObject,
} from '../../model/kube-object.ts';
import { printJson } from '../../model/print-json.ts';
import { lastAppliedAnnotation, serverMetadata } from '../../model/server-metadata.ts';
import { below, type Origin, onKey } from '../../model/source.ts';
import { serverMadeFields } from './server-made-fields.ts';
import type { TargetType } from './type-config.ts';

export interface Stamp {
  readonly title: string;
  readonly target: TargetType;
  readonly name: string;
  /** '' for a cluster-scoped object. */
  readonly namespace: string;
  readonly rows: Compatibility;
  /** Where the template stands. */
  readonly origin: Origin;
}

/**
 * KubeFed v0.10, pkg/controller/sync/resource.go, ObjectForCluster: kind, name and namespace always come from outside;
 * annotations and finalizers go, by the rows of the mode. Differs: a label that is not text is an error, because the
 * controller would silently lose all labels.
 */
export function stampTemplate(template: JsonObject, stamp: Stamp): Outcome<KubeObject> {
  const diagnostics: Diagnostic[] = [];
  const result = copyObject(template);
  const metadata = isObject(template['metadata']) ? copyObject(template['metadata']) : newObject();
  diagnostics.push(...contradictions(template, metadata, stamp), ...textMaps(metadata, stamp));
  const dropped = dropServerFields(result, metadata, stamp);
  if (dropped.length > 0)
    diagnostics.push(
      diagnose('kubefed/server-field', metadataPlace(stamp), {
        title: stamp.title,
        fields: dropped,
      }),
    );
  diagnostics.push(...dropByRow(metadata, stamp), ...serverMadeFields(result, stamp));
  result['kind'] = stamp.target.kind;
  const own = template['apiVersion'];
  result['apiVersion'] = typeof own === 'string' && own !== '' ? own : joinApiVersion(stamp.target);
  metadata['name'] = stamp.name;
  if (stamp.namespace === '') delete metadata['namespace'];
  else metadata['namespace'] = stamp.namespace;
  result['metadata'] = metadata;
  return { value: result, diagnostics };
}

function metadataPlace({ origin }: Stamp): Origin {
  return below(origin, 'metadata');
}

/** The outer object decides; say so where the template says something else. */
function contradictions(template: JsonObject, metadata: JsonObject, stamp: Stamp): Diagnostic[] {
  const { title, name, namespace, target, origin } = stamp;
  const says = (what: string, value: JsonValue | undefined, outer: string, ...at: string[]) =>
    value === undefined || value === null || value === outer
      ? []
      : [
          diagnose('kubefed/template-name', below(origin, ...at), {
            title,
            problem: `the template says ${what} ${typeof value === 'string' ? quote(value) : 'that is no text'}, but ${outer === '' ? 'the object is cluster-scoped' : `it will be ${quote(outer)}`}`,
          }),
        ];
  return [
    ...says('kind', template['kind'], target.kind, 'kind'),
    ...says('name', metadata['name'], name, 'metadata', 'name'),
    ...says('namespace', metadata['namespace'], namespace, 'metadata', 'namespace'),
  ];
}

/** Labels and annotations are text maps; a number or boolean in them is an error. */
function textMaps(metadata: JsonObject, { title, origin }: Stamp): Diagnostic[] {
  return ['labels', 'annotations'].flatMap((member) => {
    const map = metadata[member];
    if (map === undefined || map === null) return [];
    const at = below(origin, 'metadata', member);
    if (!isObject(map))
      return [
        diagnose('kubefed/invalid-object', at, {
          title,
          problem: `the ${member} of the template must be a mapping`,
        }),
      ];
    return Object.entries(map)
      .filter(([, value]) => typeof value !== 'string')
      .map(([label, value]) =>
        diagnose('kubefed/template-label-not-text', below(at, label), {
          title,
          label,
          isAnnotation: member === 'annotations',
          value: isObject(value) || isArray(value) ? 'a collection' : String(value),
        }),
      );
  });
}

/** What one API server wrote about one live object; returns the names of what went. */
function dropServerFields(
  object: MutableJsonObject,
  metadata: MutableJsonObject,
  { rows }: Stamp,
): string[] {
  const dropped: string[] = [];
  const drop = (from: MutableJsonObject, member: string, name: string) => {
    if (from[member] === undefined) return;
    delete from[member];
    dropped.push(name);
  };
  // An object that has a name needs no generated one, in either mode.
  drop(metadata, 'generateName', 'metadata.generateName');
  if (rows.serverFields === 'keep') return dropped;
  drop(object, 'status', 'status');
  for (const member of serverMetadata) drop(metadata, member, `metadata.${member}`);
  const annotations = metadata['annotations'];
  if (isObject(annotations) && annotations[lastAppliedAnnotation] !== undefined) {
    const rest = copyObject(annotations);
    drop(rest, lastAppliedAnnotation, `the annotation ${lastAppliedAnnotation}`);
    if (Object.keys(rest).length === 0) delete metadata['annotations'];
    else metadata['annotations'] = rest;
  }
  return dropped;
}

function dropByRow(metadata: MutableJsonObject, { title, rows, origin }: Stamp): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const annotations = metadata['annotations'];
  // Annotations that are no text are an error already, and nothing is dropped.
  const areText =
    isObject(annotations) && Object.values(annotations).every((value) => typeof value === 'string');
  if (
    rows.templateAnnotations === 'drop' &&
    areText &&
    isObject(annotations) &&
    !equalJson(annotations, newObject())
  ) {
    delete metadata['annotations'];
    diagnostics.push(
      diagnose('kubefed/template-annotations', onKey(below(origin, 'metadata', 'annotations')), {
        title,
        annotations: Object.keys(annotations),
      }),
    );
  }
  const finalizers = metadata['finalizers'];
  if (rows.templateFinalizers === 'drop' && isArray(finalizers) && finalizers.length > 0) {
    delete metadata['finalizers'];
    diagnostics.push(
      diagnose('kubefed/template-finalizers', onKey(below(origin, 'metadata', 'finalizers')), {
        title,
        finalizers: finalizers.map((finalizer) =>
          typeof finalizer === 'string' ? finalizer : printJson(finalizer),
        ),
      }),
    );
  }
  return diagnostics;
}
