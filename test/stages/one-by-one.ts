/** The stages that take one resource after the other, for all of them. */
import type { Outcome } from '../../src/diagnostics/diagnostic.ts';
import type { Inventory } from '../../src/model/cluster.ts';
import type { Decisions } from '../../src/model/decisions.ts';
import type { PlacedResource } from '../../src/model/federated-resource.ts';
import { groupBy } from '../../src/model/group-by.ts';
import type { Protection } from '../../src/model/protection.ts';
import type { Variant } from '../../src/model/variant.ts';
import { createFinish, inOrder } from '../../src/stages/finish.ts';
import { createOverride, type OverriddenObject } from '../../src/stages/override.ts';

function together<T>(outcomes: readonly Outcome<readonly T[]>[]): Outcome<readonly T[]> {
  return {
    value: outcomes.flatMap(({ value }) => value),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

export function override(
  placed: readonly PlacedResource[],
  inventory: Inventory,
  decisions: Decisions,
): Outcome<readonly OverriddenObject[]> {
  return together(placed.map(createOverride(placed, inventory, decisions)));
}

export function finish(
  objects: readonly OverriddenObject[],
  decisions: Decisions,
  protection?: Protection,
): Outcome<readonly Variant[]> {
  const finishOne = createFinish(decisions, protection);
  const outcomes = [...groupBy(objects, ({ resource }) => resource)].map(([resource, results]) =>
    finishOne(resource, results),
  );
  return { ...together(outcomes), value: inOrder(outcomes.map(({ value }) => value)) };
}
