/** The fields of a federated object that its generated schema knows; others are pruned in silence. */
import { isMap, type Json, type JsonMap, member } from './values.ts';

/** `placement` and `overrides` beside `spec` are a mistake with a name of its own. */
const topFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status', 'placement', 'overrides'];

export function hasUnknownField(object: JsonMap): boolean {
  const placement = member(object, 'spec', 'placement');
  const overrides = items(member(object, 'spec', 'overrides'));
  return [
    has(object, topFields),
    has(object['spec'], ['template', 'placement', 'overrides', 'retainReplicas']),
    // A weight beside a cluster name never was more than a warning.
    isUnknownInPlacement(placement, ['clusters', 'clusterSelector', 'clusterNames'], ['weight']),
    ...overrides.map((entry) => has(entry, ['clusterName', 'clusterOverrides'])),
    ...overrides
      .flatMap((entry) => items(member(entry, 'clusterOverrides')))
      .map((item) => has(item, ['path', 'op', 'value'])),
  ].includes(true);
}

/** The same for a placement in the configuration, which has no history. */
export function hasUnknownPlacementField(placement: JsonMap): boolean {
  return isUnknownInPlacement(placement, ['clusters', 'clusterSelector'], []);
}

function isUnknownInPlacement(
  placement: Json | undefined,
  fields: readonly string[],
  besideNames: readonly string[],
): boolean {
  const selector = member(placement, 'clusterSelector');
  return [
    has(placement, fields),
    ...items(member(placement, 'clusters')).map((item) => has(item, ['name', ...besideNames])),
    has(selector, ['matchLabels', 'matchExpressions']),
    ...items(member(selector, 'matchExpressions')).map((item) =>
      has(item, ['key', 'operator', 'values']),
    ),
  ].includes(true);
}

function items(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Whether a map has a field that is not among the known ones. */
function has(value: Json | undefined, known: readonly string[]): boolean {
  return isMap(value) && Object.keys(value).some((field) => !known.includes(field));
}
