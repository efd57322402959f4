/** A compilation in; out: what is legal to write, but may not be what was meant once it is in a cluster or in git. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, isObject, type JsonValue, type KubeObject } from '../model/kube-object.ts';
import { onceInARow } from '../model/once-in-a-row.ts';
import { originText } from '../model/source.ts';
import type { Compilation, Variant } from '../model/variant.ts';
import { countBytes, type Measure, measure, measureChange, mostBytesPerUnit } from './measure.ts';

/** etcd refuses requests over 1.5 MiB. */
const largestObject = 1.5 * 1024 * 1024;

/**
 * Large objects (output/object-too-large), `${NAME}` in texts (output/flux-substitution, or engine/flux-substitution
 * for a tree that Flux reads) and secrets in plain text
 * (output/plain-secret): at most one of each per source object, placed on that object.
 */
export function checkOutput(
  { variants }: Compilation,
  engines: readonly string[] = [],
): readonly Diagnostic[] {
  const code = substitutionCode(engines);
  const sourceOf = onceInARow(originText);
  const bySource = groupBy(variants, ({ origin }) => sourceOf(origin));
  return [...bySource.values()].flatMap((group) => {
    const measures = measureAll(group);
    return [
      ...size(group, measures),
      ...substitution(group, measures, code),
      ...plainSecret(group),
    ];
  });
}

/** Variants of one source share most of what they hold, and most of all with the one that no edit touched. */
function measureAll(group: readonly Variant[]): readonly Measure[] {
  const sibling = mostShared(group)?.object ?? null;
  const known = measure(sibling);
  return group.map(({ object }) => measureBeside(object, sibling, known));
}

/** The one with the most clusters is likely that one. */
function mostShared(group: readonly Variant[]): Variant | undefined {
  let [found] = group;
  for (const variant of group)
    if (found === undefined || variant.clusters.length > found.clusters.length) found = variant;
  return found;
}

function measureBeside(object: KubeObject, sibling: JsonValue, known: Measure): Measure {
  if (object === sibling) return known;
  const change = measureChange(sibling, object);
  // Which reference comes first, or whether the change took it away, only the whole object tells.
  if (known.reference !== undefined || change.reference !== undefined) return measure(object);
  return { units: known.units + change.units, reference: undefined };
}

function size(group: readonly Variant[], measures: readonly Measure[]): Diagnostic[] {
  let [largest, bytes] = [group[0], largestObject];
  // To count bytes is only worth while where they might be too many.
  const isSmall = ({ units }: Measure) => units * mostBytesPerUnit <= largestObject;
  if (measures.every(isSmall)) return [];
  for (const [index, variant] of group.entries()) {
    const measured = measures[index];
    if (measured === undefined || isSmall(measured)) continue;
    const own = countBytes(variant.object);
    if (own > bytes) [largest, bytes] = [variant, own];
  }
  if (largest === undefined || bytes === largestObject) return [];
  const args = { object: describeKey(largest.key), bytes, limit: largestObject };
  return [diagnose('output/object-too-large', largest.origin, args)];
}

/** A remark while nobody knows the engine; with Flux chosen it matters, and with others only it does not. */
function substitutionCode(engines: readonly string[]) {
  if (engines.includes('flux')) return 'engine/flux-substitution';
  return engines.length === 0 ? 'output/flux-substitution' : undefined;
}

function substitution(
  group: readonly Variant[],
  measures: readonly Measure[],
  code: ReturnType<typeof substitutionCode>,
): Diagnostic[] {
  if (code === undefined || measures.every(holdsNoReference)) return [];
  for (const [index, { key, object, origin }] of group.entries()) {
    const reference = measures[index]?.reference;
    if (reference === undefined || isSubstitutionOff(object)) continue;
    // The braces may stand in the middle of a password.
    const text = key.kind === 'Secret' ? '${...}' : reference;
    return [diagnose(code, origin, { object: describeKey(key), text })];
  }
  return [];
}

function holdsNoReference({ reference }: Measure): boolean {
  return reference === undefined;
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

function isPlainSecret({ key, object, verbatim }: Variant): boolean {
  if (key.kind !== 'Secret' || key.group !== '') return false;
  const values = [object['data'], object['stringData']].flatMap((data) =>
    isObject(data) ? Object.values(data) : [],
  );
  return verbatim === undefined ? values.length > 0 : !values.every(isEncrypted);
}

/** A member `sops` alone hides nothing: SOPS encrypts what its own settings name. */
function isEncrypted(value: JsonValue): boolean {
  return typeof value === 'string' && (value === '' || value.startsWith('ENC['));
}
