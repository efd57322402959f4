/** `protect:` and the manifests in; out: what of it does nothing, since a protection that is not there is found out too late. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { isOfKind, kindNames, kindsNamed, knownKind } from '../kube/kinds.ts';
import type { Options } from '../model/config.ts';
import { describeKey, isObject, newObject, type ObjectKey } from '../model/kube-object.ts';
import { below, type Place } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';
import { engineGuards } from './engines.ts';

/** `engine/unknown-kind` for a kind that nobody knows, `engine/not-protected` for objects that are copied to the byte and do not protect themselves. */
export function checkProtection(
  variants: readonly Variant[],
  { protect, origin }: Pick<Options, 'protect' | 'origin'>,
): readonly Diagnostic[] {
  if (protect.length === 0) return [];
  const used = new Map(variants.map(({ key }) => [`${key.kind}.${key.group}`, key]));
  const unknown = protect.flatMap((name, index) => {
    if (isKnown(name, [...used.values()])) return [];
    const at: Place = origin ? below(origin, 'protect', index) : { flag: 'protect' };
    const kinds = [...kindNames(), ...[...used.values()].map(({ kind }) => kind)];
    return [diagnose('engine/unknown-kind', at, { kind: name, nearest: nearest(name, kinds, 1) })];
  });
  return [...unknown, ...variants.flatMap((variant) => notProtected(variant, protect))];
}

function isKnown(name: string, used: readonly ObjectKey[]): boolean {
  const [kind = '', ...group] = name.split('.');
  if (used.some((key) => isOfKind(key, name))) return true;
  return group.length === 0
    ? kindsNamed(kind).length > 0
    : knownKind(group.join('.'), kind) !== undefined;
}

function notProtected({ key, object, origin, verbatim }: Variant, protect: readonly string[]) {
  if (verbatim === undefined || !protect.some((name) => isOfKind(key, name))) return [];
  const metadata = isObject(object['metadata']) ? object['metadata'] : newObject();
  if (engineGuards.every(({ valueFor }) => valueFor(metadata) === undefined)) return [];
  return [diagnose('engine/not-protected', origin, { object: describeKey(key) })];
}
