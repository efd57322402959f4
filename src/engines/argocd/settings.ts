/** `engines.argocd` in; out: the same with every default filled in. */
import { isArray, isObject, type JsonObject } from '../../model/kube-object.ts';
import type { Fleet } from '../engine.ts';
import { isOn, listSetting, textSetting } from '../settings.ts';

export interface ArgocdSettings {
  /** Of the ApplicationSet. */
  readonly name: string;
  /** Where Argo CD runs. */
  readonly namespace: string;
  /** The AppProject of every Application. */
  readonly project: string;
  readonly createsProject: boolean;
  /** One Application per cluster, or per folder of a cluster. */
  readonly applications: 'cluster' | 'folder';
  /** What finds the clusters: index/clusters/*.json, or the clusters that Argo CD knows. */
  readonly generator: 'index' | 'clusters';
  /** Stands before the name of every Application. */
  readonly namePrefix: string;
  /** Labels of clusters that Applications get, those of the steps among them; sorted, each once. */
  readonly labels: readonly string[];
  /** Of a RollingSync; none without one. */
  readonly steps: readonly Step[];
  readonly serverSideApply: boolean;
  readonly automated: 'none' | 'sync' | 'self-heal' | 'prune';
  readonly applicationsSync: string;
  readonly preserveResourcesOnDeletion: boolean;
  /** `NAME=VALUE`, beside those that are always written. */
  readonly syncOptions: readonly string[];
  readonly plugin: boolean;
}

/** The Applications that are synced together: those whose cluster has one of the values. */
export interface Step {
  readonly label: string;
  readonly values: readonly string[];
  /** A number of Applications, or a share such as `25%`; absent: all at once. */
  readonly maxUpdate?: number | string;
}

/** What the config leaves open is the cautious choice: nothing is deleted or synced unless it says so. */
export function argocdSettings({ settings }: Pick<Fleet, 'settings'>): ArgocdSettings {
  const name = textSetting(settings, 'name', 'fedc');
  const createsProject = isOn(settings, 'createProject', false);
  const steps = stepsOf(settings);
  const labels = [...listSetting(settings, 'labels'), ...steps.map(({ label }) => label)];
  return {
    name,
    namespace: textSetting(settings, 'namespace', 'argocd'),
    project: textSetting(settings, 'project', createsProject ? name : 'default'),
    createsProject,
    applications: settings['applications'] === 'folder' ? 'folder' : 'cluster',
    generator: settings['generator'] === 'clusters' ? 'clusters' : 'index',
    namePrefix: textSetting(settings, 'namePrefix', ''),
    labels: [...new Set(labels)].sort(),
    steps,
    serverSideApply: isOn(settings, 'serverSideApply', true),
    automated: automatedOf(settings),
    applicationsSync: textSetting(settings, 'applicationsSync', 'create-update'),
    preserveResourcesOnDeletion: isOn(settings, 'preserveResourcesOnDeletion', true),
    syncOptions: listSetting(settings, 'syncOptions'),
    plugin: isOn(settings, 'plugin', false),
  };
}

function automatedOf({ automated }: JsonObject): ArgocdSettings['automated'] {
  if (automated === 'sync' || automated === 'self-heal' || automated === 'prune') return automated;
  return 'none';
}

function stepsOf({ rollingSync }: JsonObject): readonly Step[] {
  if (!isArray(rollingSync)) return [];
  return rollingSync.filter(isObject).map((step) => {
    const { maxUpdate } = step;
    const isLimited = typeof maxUpdate === 'number' || typeof maxUpdate === 'string';
    return {
      label: textSetting(step, 'label', ''),
      values: listSetting(step, 'values'),
      ...(isLimited ? { maxUpdate } : {}),
    };
  });
}
