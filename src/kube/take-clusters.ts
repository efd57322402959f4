/** The clusters of an inventory that a choice takes. */
import type { Cluster } from '../model/cluster.ts';
import type { ClusterChoice } from '../model/federated-resource.ts';
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
      return [...known.values()]
        .filter(({ labels }) =>
          choice.requirements.every((requirement) => requirementMatches(requirement, labels)),
        )
        .map(({ name }) => name)
        .sort();
  }
}
