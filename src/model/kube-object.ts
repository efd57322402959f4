/** The data every stage handles: JSON-like values, Kubernetes objects and their identity. */

/**
 * A value as JSON knows it. Integers that a JavaScript number cannot hold exactly are `bigint`.
 */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];

/**
 * An object without prototype, so that `__proto__` and `constructor` are keys like any other.
 * Make one with {@link newObject} or {@link copyObject}; never with a literal or a spread.
 */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON object that its maker may still write to. */
export interface MutableJsonObject {
  [key: string]: JsonValue;
}

/** A Kubernetes object: apiVersion, kind, metadata and the rest, not checked beyond being an object. */
export type KubeObject = JsonObject;

export interface GroupVersionKind {
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The identity of an object inside one cluster; the version is no part of it. */
export interface ObjectKey {
  /** '' for the core group. */
  readonly group: string;
  readonly kind: string;
  /** '' for a cluster-scoped object. */
  readonly namespace: string;
  readonly name: string;
}

export type Scope = 'Namespaced' | 'Cluster';

/** An empty object without prototype. */
export function newObject(): MutableJsonObject {
  // What Object.create(null) gives is a hash table to the engine, several times slower to make and to copy.
  return Object.setPrototypeOf({}, null);
}

/** A shallow copy without prototype. */
export function copyObject(source: JsonObject): MutableJsonObject {
  return Object.assign(newObject(), source);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** A text that is one and the same for equal keys, for maps and sets. */
export function keyText(key: ObjectKey): string {
  return `${key.group}/${key.kind}/${key.namespace}/${key.name}`;
}

/** `Deployment shop/web`, as messages name an object. */
export function describeKey(key: ObjectKey): string {
  return `${key.kind} ${key.namespace === '' ? '' : `${key.namespace}/`}${key.name}`;
}

/** Group and version of an apiVersion text; the core group is ''. A text without slash is a core version. */
export function splitApiVersion(apiVersion: string): {
  readonly group: string;
  readonly version: string;
} {
  const slash = apiVersion.indexOf('/');
  if (slash < 0) return { group: '', version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** The apiVersion text of a group and version: `apps/v1`, or `v1` for the core group. */
export function joinApiVersion(type: { readonly group: string; readonly version: string }): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}
