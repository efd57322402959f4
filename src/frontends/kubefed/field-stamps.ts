/** A federated or plain object in; out: which fields of its template come from elsewhere, and from where. */
import type { Options } from '../../model/config.ts';
import type { FieldStamp } from '../../model/federated-resource.ts';
import { isObject, type JsonObject } from '../../model/kube-object.ts';
import { below, type SourceObject } from '../../model/source.ts';
import type { FederatedObject } from './federated-object.ts';
import { metadataText, typeOf } from './groups.ts';

/**
 * KubeFed v0.10, pkg/controller/sync/resource.go, ObjectForCluster: kind, name and namespace come from the federated
 * object and its type, whatever the template says; the apiVersion only if the template has none.
 */
export function federatedStamps(
  { source, type, namespace }: FederatedObject,
  template: JsonObject,
  options: Options,
): readonly FieldStamp[] {
  const { object, origin } = source;
  const { kind } = typeOf(object);
  const stamps: FieldStamp[] = [
    { pointer: '/kind', rule: `the target kind of ${kind}`, origin: below(origin, 'kind') },
  ];
  const own = template['apiVersion'];
  if (typeof own !== 'string' || own === '')
    stamps.push({
      pointer: '/apiVersion',
      rule: `the target type of ${kind}`,
      origin: type.origin ?? below(origin, 'kind'),
    });
  if (!isObject(template['metadata']))
    stamps.push({
      pointer: '/metadata',
      rule: 'made for the name',
      origin: below(origin, 'metadata'),
    });
  stamps.push({
    pointer: '/metadata/name',
    rule: 'the name of the federated object',
    origin: below(origin, 'metadata', 'name'),
  });
  return type.target.scope === 'Namespaced'
    ? [...stamps, namespaceStamp(source, namespace, options)]
    : stamps;
}

/** Of a plain object only a namespace that it does not name comes from elsewhere. */
export function plainStamps(
  source: SourceObject,
  namespace: string,
  options: Options,
): readonly FieldStamp[] {
  const isOwn = namespace === '' || metadataText(source.object, 'namespace') !== undefined;
  return isOwn ? [] : [namespaceStamp(source, namespace, options)];
}

function namespaceStamp(
  { object, origin }: SourceObject,
  namespace: string,
  options: Options,
): FieldStamp {
  const pointer = '/metadata/namespace';
  if (metadataText(object, 'namespace') !== undefined)
    return {
      pointer,
      rule: 'the namespace of the federated object',
      origin: below(origin, 'metadata', 'namespace'),
    };
  const rule =
    namespace === options.defaultNamespace ? 'defaultNamespace' : 'the namespace it stands for';
  const config = options.origin;
  return config === undefined
    ? { pointer, rule }
    : { pointer, rule, origin: below(config, 'defaultNamespace') };
}
