/** The clusters of an inventory that a choice takes. */
import type { Cluster, Labels } from '../model/cluster.ts';
import type { ClusterChoice, LabelRequirement } from '../model/federated-resource.ts';
import type { Located } from '../model/source.ts';
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
      return inOrder(knownNames(choice.names, known));
    case 'selector':
      return inOrder(matchingNames(choice.requirements, known.values()));
  }
}

/** As the inventory holds them: the same texts everywhere are compared faster. */
function knownNames(
  names: readonly Located<string>[],
  known: ReadonlyMap<string, Cluster>,
): string[] {
  const found: string[] = [];
  for (const { value } of names) {
    const cluster = known.get(value);
    if (cluster !== undefined) found.push(cluster.name);
  }
  return found;
}

/** Sorted and each once, as they usually are already. */
function inOrder(names: string[]): readonly string[] {
  for (let index = 1; index < names.length; index += 1)
    if ((names[index - 1] ?? '') >= (names[index] ?? '')) return [...new Set(names)].sort();
  return names;
}

function matchingNames(
  requirements: readonly LabelRequirement[],
  clusters: Iterable<Cluster>,
): string[] {
  const names: string[] = [];
  for (const { name, labels } of clusters) if (meets(labels, requirements)) names.push(name);
  return names;
}

function meets(labels: Labels, requirements: readonly LabelRequirement[]): boolean {
  for (const requirement of requirements)
    if (!requirementMatches(requirement, labels)) return false;
  return true;
}
