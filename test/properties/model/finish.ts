/** From template to object: what is cleaned, stamped, patched and labelled, in this order. */
import type { FederatedObject } from './federated.ts';
import { applyPatch, type PatchItem } from './patch.ts';
import type { Problems } from './problems.ts';
import type { Rows } from './rows.ts';
import {
  cloneValue,
  isAbsent,
  isMap,
  type Json,
  type JsonMap,
  member,
  textOr,
  throughFloat64,
} from './values.ts';

const serverMetadata = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'ownerReferences',
];
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object of one cluster; undefined, with an error, when its patch does not apply. */
export function finishObject(
  federated: FederatedObject,
  items: readonly PatchItem[],
  rows: Rows,
  problems: Problems,
): JsonMap | undefined {
  const stamped = stamp(federated, rows);
  const values = items.map((item) =>
    item.value === undefined || rows.overrideNumbers === 'exact'
      ? item
      : { ...item, value: throughFloat64(item.value) },
  );
  const patched = applyPatch(stamped, values);
  if (!patched.ok) {
    problems.error('override/path-not-found');
    return undefined;
  }
  const object = patched.value as JsonMap;
  if (identity(object) !== identity(stamped)) {
    problems.error('override/protected-path');
    return undefined;
  }
  if (textOr(object['apiVersion'], '') === '') problems.error('override/protected-path');
  for (const field of ['labels', 'annotations'])
    checkTextMap(member(object, 'metadata', field), problems);
  if (rows.managedLabel === 'add') addManagedLabel(object);
  return object;
}

function checkTextMap(value: Json | undefined, problems: Problems): void {
  if (isAbsent(value)) return;
  if (!isMap(value)) problems.error('kubefed/invalid-object');
  else if (Object.values(value).some((item) => typeof item !== 'string'))
    problems.error('kubefed/template-label-not-text');
}

function identity(object: JsonMap): string {
  const metadata = isMap(object['metadata']) ? object['metadata'] : {};
  return JSON.stringify(
    [object['kind'], metadata['name'], metadata['namespace']].map((part) => part ?? null),
  );
}

function addManagedLabel(object: JsonMap): void {
  const metadata = object['metadata'] as JsonMap;
  if (!isMap(metadata['labels'])) metadata['labels'] = {};
  metadata['labels']['kubefed.io/managed'] = 'true';
}

function stamp(federated: FederatedObject, rows: Rows): JsonMap {
  const { type, name, namespace } = federated;
  const object = cloneValue(federated.template);
  const metadata: JsonMap = isMap(object['metadata']) ? object['metadata'] : {};
  object['metadata'] = metadata;
  clean(object, metadata, rows);
  object['kind'] = type.target.kind;
  const written = object['apiVersion'];
  if (typeof written !== 'string' || written === '') {
    const { group, version } = type.target;
    object['apiVersion'] = group === '' ? version : `${group}/${version}`;
  }
  metadata['name'] = name;
  delete metadata['generateName'];
  delete metadata['namespace'];
  if (type.isNamespaced) metadata['namespace'] = namespace;
  return object;
}

function clean(object: JsonMap, metadata: JsonMap, rows: Rows): void {
  if (rows.templateAnnotations === 'drop' && !isEmpty(metadata['annotations']))
    delete metadata['annotations'];
  if (rows.templateFinalizers === 'drop' && !isEmpty(metadata['finalizers']))
    delete metadata['finalizers'];
  if (rows.serverFields === 'keep') return;
  delete object['status'];
  for (const field of serverMetadata) delete metadata[field];
  const annotations = metadata['annotations'];
  if (!isMap(annotations) || !Object.hasOwn(annotations, lastApplied)) return;
  delete annotations[lastApplied];
  if (isEmpty(annotations)) delete metadata['annotations'];
}

function isEmpty(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) ? Object.keys(value).length === 0 : true;
}
