/** Objects as a cluster gives them in; out: what a person may have written of them. */
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
} from '../model/kube-object.ts';
import { lastAppliedAnnotation, serverMetadata } from '../model/server-metadata.ts';

/**
 * A live object and a compiled one without the fields that the server makes. Cluster addresses and node ports of a Service
 * count only where the compiled one names them. Values that the server fills in by default are not guessed.
 */
export function withoutServerFields(
  live: KubeObject,
  compiled: KubeObject,
): { readonly old: KubeObject; readonly new: KubeObject } {
  const old = withoutRuntime(live);
  const next = withoutRuntime(compiled);
  return { old: next['kind'] === 'Service' ? withoutAllocated(old, next) : old, new: next };
}

function withoutRuntime(object: KubeObject): KubeObject {
  const kept = without(object, ['status']);
  const metadata = kept['metadata'];
  if (!isObject(metadata)) return kept;
  return replaced(kept, 'metadata', withoutLastApplied(without(metadata, serverMetadata)));
}

function withoutLastApplied(metadata: JsonObject): JsonObject {
  const annotations = metadata['annotations'];
  if (!isObject(annotations) || !Object.hasOwn(annotations, lastAppliedAnnotation)) return metadata;
  const kept = without(annotations, [lastAppliedAnnotation]);
  return Object.keys(kept).length === 0
    ? without(metadata, ['annotations'])
    : replaced(metadata, 'annotations', kept);
}

function withoutAllocated(live: KubeObject, compiled: KubeObject): KubeObject {
  const spec = live['spec'];
  const wanted = compiled['spec'];
  if (!isObject(spec) || !isObject(wanted)) return live;
  const addresses = ['clusterIP', 'clusterIPs'].filter((name) => !Object.hasOwn(wanted, name));
  const kept = without(spec, addresses);
  const ports = kept['ports'];
  if (!isArray(ports) || namesNodePort(wanted['ports'])) return replaced(live, 'spec', kept);
  const plain = ports.map((port) => (isObject(port) ? without(port, ['nodePort']) : port));
  return replaced(live, 'spec', replaced(kept, 'ports', plain));
}

function namesNodePort(ports: JsonValue | undefined): boolean {
  return isArray(ports) && ports.some((port) => isObject(port) && Object.hasOwn(port, 'nodePort'));
}

function without(object: JsonObject, names: readonly string[]): JsonObject {
  const copy = copyObject(object);
  for (const name of names) delete copy[name];
  return copy;
}

function replaced(object: JsonObject, name: string, value: JsonValue): JsonObject {
  const copy = copyObject(object);
  copy[name] = value;
  return copy;
}
