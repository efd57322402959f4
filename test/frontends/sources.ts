import { resolveOptions } from '../../src/config/options.ts';
import type { FederatedObject } from '../../src/frontends/kubefed/federated-object.ts';
import { identify } from '../../src/frontends/kubefed/identify.ts';
import { knownTypes } from '../../src/frontends/kubefed/target-type.ts';
import type { Config, Options } from '../../src/model/config.ts';
import { isObject, type KubeObject } from '../../src/model/kube-object.ts';
import type { SourceObject } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';
import { at } from '../stages/resources.ts';

export function object(literal: object): KubeObject {
  const value = jsonValue(literal);
  if (!isObject(value)) throw new Error('an object is expected');
  return value;
}

/** An object that stands in web.yaml, at its root unless a pointer says otherwise. */
export function source(literal: object, pointer = '', file = 'web.yaml'): SourceObject {
  return { object: object(literal), origin: at(pointer, file) };
}

export function optionsOf(config: Config = {}): Options {
  return resolveOptions(config);
}

export const kubefed = optionsOf({ mode: 'kubefed' });
export const gitops = optionsOf();

/** Objects as the front end identifies them, with the types that KubeFed's chart enables. */
export function identified(
  literals: readonly object[],
  options = gitops,
): readonly FederatedObject[] {
  const sources = literals.map((literal) => source(literal));
  return identify(sources, knownTypes(new Map(), [], options), options).value;
}
