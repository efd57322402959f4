/** `spec.placement` in, a choice of clusters out. */
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { writeText } from '../../diagnostics/fix.ts';
import { type ParsedSelector, parseLabelSelector } from '../../kube/label-selector.ts';
import type { ClusterChoice, Placement } from '../../model/federated-resource.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type MutableJsonObject,
  newObject,
} from '../../model/kube-object.ts';
import { below, type Located, type Origin, pointerTokens } from '../../model/source.ts';

export interface ReadPlacement {
  readonly choice: ClusterChoice;
  readonly ignored?: NonNullable<Placement['ignored']>;
  /** False: the selector breaks the rules, so nothing is known about the choice. */
  readonly isSound: boolean;
}

export interface PlacementRules {
  /** An invalid selector beside a list is an error in gitops; the controller never looks at it. */
  readonly readsIgnoredSelector: boolean;
  /** `clusterNames` counts as the list it used to be. */
  readonly acceptsClusterNames: boolean;
}

/**
 * KubeFed v0.10, pkg/controller/util/placement.go: a list wins over a selector, even an empty one; a null list or
 * selector counts as absent; an empty selector takes every cluster, an absent one none.
 */
export function readPlacement(
  value: JsonValue | undefined,
  origin: Origin,
  rules: PlacementRules,
): Outcome<ReadPlacement> {
  const placement = isObject(value) ? value : undefined;
  if (placement === undefined)
    return { value: { choice: { kind: 'none', origin }, isSound: true }, diagnostics: [] };
  const names = readNames(placement, origin, rules);
  const selector = placement['clusterSelector'];
  const selectorOrigin = below(origin, 'clusterSelector');
  if (names === undefined) return readSelector(selector, selectorOrigin, origin);
  if (selector === undefined || selector === null)
    return { value: { choice: names, isSound: true }, diagnostics: [] };
  const parsed = parseLabelSelector(prune(selector));
  const ignored = {
    origin: selectorOrigin,
    ...(parsed.ok ? { requirements: parsed.requirements } : {}),
  };
  const diagnostics = rules.readsIgnoredSelector ? selectorProblems(parsed, selectorOrigin) : [];
  // A selector that is an error is not ignored: it is reported.
  if (diagnostics.length > 0) return { value: { choice: names, isSound: false }, diagnostics };
  return { value: { choice: names, ignored, isSound: true }, diagnostics };
}

/** The selector of a placement alone, as replica preferences use it: lists are not looked at. */
export function readSelectorOnly(value: JsonValue | undefined, origin: Origin): ClusterChoice {
  const selector = isObject(value) ? value['clusterSelector'] : undefined;
  return readSelector(selector, below(origin, 'clusterSelector'), origin).value.choice;
}

function readNames(
  placement: JsonObject,
  origin: Origin,
  rules: PlacementRules,
): ClusterChoice | undefined {
  const { clusters, clusterNames } = placement;
  if (isArray(clusters)) {
    const at = below(origin, 'clusters');
    const names: Located<string>[] = [];
    for (let index = 0; index < clusters.length; index += 1) {
      const item = clusters[index];
      const name = isObject(item) ? item['name'] : undefined;
      if (typeof name === 'string') names.push({ value: name, origin: below(at, index, 'name') });
    }
    return { kind: 'names', names, origin: at };
  }
  if (isArray(clusterNames) && rules.acceptsClusterNames) {
    const at = below(origin, 'clusterNames');
    const names = clusterNames.flatMap((name, index) =>
      typeof name === 'string' ? [{ value: name, origin: below(at, index) }] : [],
    );
    return { kind: 'names', names, origin: at };
  }
  return undefined;
}

function readSelector(
  selector: JsonValue | undefined,
  origin: Origin,
  placement: Origin,
): Outcome<ReadPlacement> {
  if (selector === undefined || selector === null)
    return {
      value: { choice: { kind: 'none', origin: placement }, isSound: true },
      diagnostics: [],
    };
  const parsed = parseLabelSelector(prune(selector));
  const requirements = parsed.ok ? parsed.requirements : [];
  const choice: ClusterChoice = parsed.ok
    ? { kind: 'selector', requirements, origin }
    : { kind: 'none', origin };
  return { value: { choice, isSound: parsed.ok }, diagnostics: selectorProblems(parsed, origin) };
}

function selectorProblems(parsed: ParsedSelector, origin: Origin): Diagnostic[] {
  if (parsed.ok) return [];
  return parsed.problems.map(({ pointer, message, help, meant }) => {
    const at = below(origin, ...pointerTokens(pointer));
    const args = { problem: message, ...(help === undefined ? {} : { hint: help }) };
    const fix = meant === undefined ? undefined : writeText(meant, [at], 'operator');
    return diagnose('placement/invalid-selector', at, args, { fix });
  });
}

/** The API server prunes unknown fields of a selector; they are reported with all other unknown fields. */
function prune(selector: JsonValue): JsonValue {
  if (!isObject(selector)) return selector;
  const result = keep(selector, ['matchLabels', 'matchExpressions']);
  const expressions = result['matchExpressions'];
  if (isArray(expressions)) {
    result['matchExpressions'] = expressions.map((item) =>
      isObject(item) ? keep(item, ['key', 'operator', 'values']) : item,
    );
  }
  return result;
}

function keep(object: JsonObject, members: readonly string[]): MutableJsonObject {
  const result = newObject();
  for (const member of members) {
    const value = object[member];
    if (value !== undefined) result[member] = value;
  }
  return result;
}
