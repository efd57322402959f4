/** A compilation in; out: what is legal to write, but may not be what was meant once it is in a cluster or in git. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, isObject, type KubeObject } from '../model/kube-object.ts';
import type { Compilation, Variant } from '../model/variant.ts';
import { createMeter, type Meter } from './measure.ts';

/** etcd refuses requests over 1.5 MiB. */
const largestObject = 1.5 * 1024 * 1024;

/**
 * Large objects (output/object-too-large), `${NAME}` in texts (output/flux-substitution) and secrets in plain text
 * (output/plain-secret): at most one of each per source object, placed on that object.
 */
export function checkOutput({ variants }: Compilation): readonly Diagnostic[] {
  const meter = createMeter();
  const bySource = groupBy(
    variants,
    ({ origin }) => `${origin.file}#${origin.document}${origin.pointer}`,
  );
  return [...bySource.values()].flatMap((group) => [
    ...size(group, meter),
    ...substitution(group, meter),
    ...plainSecret(group),
  ]);
}

function size(group: readonly Variant[], meter: Meter): Diagnostic[] {
  const [largest] = group
    .map((variant) => ({ variant, bytes: meter.measure(variant.object).bytes }))
    .sort((a, b) => b.bytes - a.bytes);
  if (largest === undefined || largest.bytes <= largestObject) return [];
  const { variant, bytes } = largest;
  const args = { object: describeKey(variant.key), bytes, limit: largestObject };
  return [diagnose('output/object-too-large', variant.origin, args)];
}

function substitution(group: readonly Variant[], meter: Meter): Diagnostic[] {
  for (const { key, object, origin } of group) {
    const { reference } = meter.measure(object);
    if (reference === undefined || isSubstitutionOff(object)) continue;
    // The braces may stand in the middle of a password.
    const text = key.kind === 'Secret' ? '${...}' : reference;
    return [diagnose('output/flux-substitution', origin, { object: describeKey(key), text })];
  }
  return [];
}

/** Flux, kustomize-controller: an annotation or a label `substitute: disabled` exempts an object. */
function isSubstitutionOff(object: KubeObject): boolean {
  const metadata = object['metadata'];
  if (!isObject(metadata)) return false;
  return [metadata['annotations'], metadata['labels']].some(
    (texts) => isObject(texts) && texts['kustomize.toolkit.fluxcd.io/substitute'] === 'disabled',
  );
}

function plainSecret(group: readonly Variant[]): Diagnostic[] {
  const telling = group.filter(isPlainSecret);
  const [first] = telling;
  if (first === undefined) return [];
  const clusters = new Set(telling.flatMap((variant) => variant.clusters)).size;
  const args = { object: describeKey(first.key), clusters };
  return [diagnose('output/plain-secret', first.origin, args)];
}

function isPlainSecret({ key, object }: Variant): boolean {
  if (key.kind !== 'Secret' || key.group !== '') return false;
  return [object['data'], object['stringData']].some(
    (data) => isObject(data) && Object.keys(data).length > 0,
  );
}
