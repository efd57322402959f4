/** The clusters of an inventory that a choice takes. */
import type { Cluster } from '../model/cluster.ts';
import type { ClusterChoice, LabelRequirement } from '../model/federated-resource.ts';
import { requirementMatches } from './label-selector.ts';

/** Names, sorted; what is not in the inventory vanishes here. */
export function takeClusters(
  choice: ClusterChoice,
  known: ReadonlyMap<string, Cluster>,
): readonly string[] {
  switch (choice.kind) {
    case 'none':
      return [];
    case 'names':
      return [
        ...new Set(choice.names.map(({ value }) => value).filter((name) => known.has(name))),
      ].sort();
    case 'selector':
      return matchingNames(choice.requirements, known.values()).sort();
  }
}

function matchingNames(
  requirements: readonly LabelRequirement[],
  clusters: Iterable<Cluster>,
): string[] {
  const names: string[] = [];
  for (const { name, labels } of clusters)
    if (requirements.every((requirement) => requirementMatches(requirement, labels)))
      names.push(name);
  return names;
}
