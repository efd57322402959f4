/** A fleet in; out: clusters that the Applications would miss or mistake, and a project that is not to be overwritten. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Fleet } from '../engine.ts';
import { argocdName, normalizeName } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';

/** `engine/argocd-same-destination`, `engine/argocd-cluster-name`, `engine/argocd-default-project`. */
export function checkDestinations(fleet: Fleet, settings: ArgocdSettings): readonly Diagnostic[] {
  return [
    ...sameDestination(fleet),
    ...(settings.generator === 'clusters' ? otherFolder(fleet) : []),
    ...(settings.createsProject && settings.project === 'default' ? defaultProject(fleet) : []),
  ];
}

function sameDestination({ clusters }: Fleet): readonly Diagnostic[] {
  const byName = groupBy(clusters, ({ cluster }) => argocdName(cluster));
  return [...byName].flatMap(([destination, [{ cluster }, ...others]]) => {
    if (others.length === 0) return [];
    const names = [cluster, ...others.map((other) => other.cluster)].map(({ name }) => name);
    return [
      diagnose('engine/argocd-same-destination', cluster.origin, { destination, clusters: names }),
    ];
  });
}

/** The cluster generator knows the names of Argo CD only, and makes the folder's name of them. */
function otherFolder({ clusters, settingAt }: Fleet): readonly Diagnostic[] {
  const others = clusters
    .map(({ cluster }) => ({ cluster: cluster.name, argocdName: argocdName(cluster) }))
    .filter((names) => normalizeName(names.argocdName) !== names.cluster);
  if (others.length === 0) return [];
  return [diagnose('engine/argocd-cluster-name', settingAt('generator'), { clusters: others })];
}

function defaultProject({ settingAt }: Fleet): readonly Diagnostic[] {
  return [diagnose('engine/argocd-default-project', settingAt('project'), {})];
}
