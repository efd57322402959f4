/** A fleet in; out: labels of clusters that an Application cannot have, and clusters that no step of a RollingSync takes. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { isLabelValue } from '../../kube/names.ts';
import type { Fleet } from '../engine.ts';
import type { ArgocdSettings, Step } from './settings.ts';

/** `engine/argocd-label-value` for each label of the settings, `engine/argocd-no-step`. */
export function checkLabels(fleet: Fleet, settings: ArgocdSettings): readonly Diagnostic[] {
  return [
    ...settings.labels.flatMap((key) => wrongValues(fleet, key)),
    ...(settings.steps.length === 0 ? [] : withoutStep(fleet, settings.steps)),
  ];
}

function wrongValues({ clusters }: Fleet, key: string): readonly Diagnostic[] {
  const wrong = clusters.filter(({ cluster }) => !isLabelValue(cluster.labels[key] ?? ''));
  const [first] = wrong;
  if (first === undefined) return [];
  const args = {
    label: key,
    value: first.cluster.labels[key] ?? '',
    clusters: wrong.map(({ cluster }) => cluster.name),
  };
  return [diagnose('engine/argocd-label-value', first.cluster.origin, args)];
}

/** argo-cd, docs/operator-manual/applicationset/Progressive-Syncs.md: what no step selects is never synced by itself. */
function withoutStep({ clusters, settingAt }: Fleet, steps: readonly Step[]) {
  const left = clusters.filter(
    ({ cluster }) =>
      !steps.some(({ label, values }) => values.includes(cluster.labels[label] ?? '')),
  );
  if (left.length === 0) return [];
  const names = left.map(({ cluster }) => cluster.name);
  return [diagnose('engine/argocd-no-step', settingAt('rollingSync'), { clusters: names })];
}
