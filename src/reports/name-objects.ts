/** Objects and clusters in, as few words as name them out. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { describeKey } from '../model/kube-object.ts';
import type { ChangedObject } from './group-changes.ts';

/** `in 37 clusters: eu-1, eu-2, ... +35`. */
export function inClusters(clusters: readonly string[]): string {
  return `in ${count(clusters.length, 'cluster')}: ${someClusters(clusters, mostNames)}`;
}

const mostNames = 4;

/** `eu-1, eu-2, ... +35`; up to `most` names are all shown. */
export function someClusters(clusters: readonly string[], most = mostNames): string {
  if (clusters.length <= most) return clusters.map(visible).join(', ');
  const shown = clusters.slice(0, Math.max(2, most - 2)).map(visible);
  return `${shown.join(', ')}, ... +${clusters.length - shown.length}`;
}

/** `Deployment shop/web`. */
export function nameOf({ key }: ChangedObject): string {
  return visible(describeKey(key));
}

/** The clusters that all of these objects share; undefined if they differ. */
export function sharedClusters(objects: readonly ChangedObject[]): readonly string[] | undefined {
  const [first, ...others] = objects;
  const names = first?.clusters.join(' ');
  return others.every(({ clusters }) => clusters.join(' ') === names) ? first?.clusters : undefined;
}
