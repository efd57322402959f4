/** Finished objects in; out: those of protected kinds with the annotations by which engines keep them. */
import { isOfKind } from '../kube/kinds.ts';
import {
  copyObject,
  isObject,
  type KubeObject,
  newObject,
  type ObjectKey,
} from '../model/kube-object.ts';
import type { Protection } from '../model/protection.ts';
import { below, type Origin } from '../model/source.ts';

/** Annotations to set, by name. */
export type GuardAnnotations = ReadonlyMap<string, string>;

/** What has to be set on the object; empty if its kind is not protected. */
export function guardAnnotations(
  object: KubeObject,
  key: ObjectKey,
  { kinds, guards }: Protection,
): GuardAnnotations {
  if (!kinds.some((kind) => isOfKind(key, kind))) return new Map();
  const metadata = isObject(object['metadata']) ? object['metadata'] : newObject();
  return new Map(
    guards.flatMap(({ annotation, valueFor }) => {
      const value = valueFor(metadata);
      return value === undefined ? [] : [[annotation, value] as const];
    }),
  );
}

/** Where the kind of an object was written that is protected. */
export function protectionOrigin(
  key: ObjectKey,
  { kinds, origin }: Protection,
): Origin | undefined {
  const index = kinds.findIndex((kind) => isOfKind(key, kind));
  return origin && index >= 0 ? below(origin, index) : undefined;
}

/** The object with its annotations; the object itself if there are none. */
export function protect(object: KubeObject, key: ObjectKey, protection: Protection): KubeObject {
  if (protection.kinds.length === 0) return object;
  const added = guardAnnotations(object, key, protection);
  if (added.size === 0) return object;
  const result = copyObject(object);
  const metadata = isObject(object['metadata']) ? copyObject(object['metadata']) : newObject();
  const before = metadata['annotations'];
  const annotations = isObject(before) ? copyObject(before) : newObject();
  for (const [annotation, value] of added) annotations[annotation] = value;
  metadata['annotations'] = annotations;
  result['metadata'] = metadata;
  return result;
}
