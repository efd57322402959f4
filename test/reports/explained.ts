/** Compiles objects and explains them, as the commands do. */
import type { Config } from '../../src/model/config.ts';
import { recorder } from '../../src/model/decisions.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { keyText } from '../../src/model/kube-object.ts';
import {
  type ClusterExplanation,
  explainPlacement,
  type ObjectExplanation,
} from '../../src/reports/explain-placement.ts';
import { compileObjects } from '../frontends/repository.ts';

/** The clusters are eu, lab and us; the objects stand in 0.json, 1.json and so on. */
export function explainObjects(objects: readonly object[], config: Config = {}) {
  const decisions = recorder();
  const result = compileObjects(objects, config, { decisions });
  const explained = explainPlacement({ ...result, facts: decisions.facts });
  const limits = groupBy(explained, ({ key }) => keyText(key));
  const of = (kind: string) => explained.find(({ key }) => key.kind === kind)!;
  return { result, facts: decisions.facts, explained, limits, of };
}

export function rowOf({ clusters }: ObjectExplanation, cluster: string): ClusterExplanation {
  return clusters.find((row) => row.cluster === cluster)!;
}

/** `placement takes: listed in placement.clusters @/spec/placement/clusters/0/name`. */
export function rulesOf(object: ObjectExplanation, cluster: string): string[] {
  return rowOf(object, cluster).rules.map(
    ({ kind, verdict, reason, isOverruled, origin }) =>
      `${kind} ${verdict}${isOverruled === undefined ? '' : ' (overruled)'}: ${reason} @${origin.pointer}`,
  );
}
