/** `engines.flux` in, the same with every default filled in out. */
import type { EngineSettings } from '../../model/config.ts';
import { type JsonObject, newObject } from '../../model/kube-object.ts';
import type { Fleet } from '../engine.ts';
import { isOn, mapSetting, textSetting } from '../settings.ts';

/** What every Kustomization is made from. */
export interface FluxSettings {
  readonly namespace: string;
  /** With `{cluster}` where the name of the cluster stands. */
  readonly name: string;
  readonly source: Source;
  readonly interval: string;
  readonly retryInterval: string;
  readonly timeout: string;
  readonly prune: boolean;
  readonly wait: boolean;
  readonly suspend: boolean;
  readonly split: 'none' | 'stages';
  readonly serviceAccountName?: string;
  /** Flux runs on a hub, and reaches each cluster by the kubeconfig in this Secret; absent: each cluster runs its own. */
  readonly kubeConfig?: { readonly name: string; readonly key?: string };
  readonly decryption?: { readonly secretName?: string };
  readonly folderKustomizations: boolean;
}

/** Where Flux gets the tree from; `made` is written beside the Kustomizations, any other exists already. */
export interface Source {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly made: boolean;
}

/** The settings, with their defaults. */
export function fluxSettings(fleet: Fleet): FluxSettings {
  const { settings } = fleet;
  const namespace = textSetting(settings, 'namespace', 'flux-system');
  const serviceAccountName = textSetting(settings, 'serviceAccountName', '');
  const kubeConfig = optionalMap(settings, 'kubeConfig');
  const decryption = optionalMap(settings, 'decryption');
  return {
    namespace,
    name: textSetting(settings, 'name', '{cluster}'),
    source: sourceOf(fleet, namespace),
    interval: textSetting(settings, 'interval', '10m'),
    retryInterval: textSetting(settings, 'retryInterval', '2m'),
    timeout: textSetting(settings, 'timeout', '5m'),
    prune: isOn(settings, 'prune', true),
    wait: isOn(settings, 'wait', true),
    suspend: isOn(settings, 'suspend', false),
    split: textSetting(settings, 'split', 'none') === 'stages' ? 'stages' : 'none',
    ...(serviceAccountName === '' ? {} : { serviceAccountName }),
    ...(kubeConfig === undefined ? {} : { kubeConfig: kubeConfigOf(kubeConfig) }),
    ...(decryption === undefined ? {} : { decryption: decryptionOf(decryption) }),
    folderKustomizations: isOn(settings, 'folderKustomizations', false),
  };
}

/** A template with the name of a cluster in it. */
export function nameFor(template: string, cluster: string): string {
  return template.replaceAll('{cluster}', cluster);
}

/** One that is named exists already; else the repository that is known is one; else what `flux bootstrap` makes. */
function sourceOf({ settings, repository }: Fleet, namespace: string): Source {
  const named = optionalMap(settings, 'source');
  if (named === undefined && repository.url !== '')
    return { kind: 'GitRepository', name: 'fedc', namespace, made: true };
  const source = named ?? newObject();
  return {
    kind: textSetting(source, 'kind', 'GitRepository'),
    name: textSetting(source, 'name', 'flux-system'),
    namespace: textSetting(source, 'namespace', namespace),
    made: false,
  };
}

function kubeConfigOf(settings: JsonObject): NonNullable<FluxSettings['kubeConfig']> {
  const name = textSetting(settings, 'secretName', '{cluster}-kubeconfig');
  const key = textSetting(settings, 'key', '');
  return { name, ...(key === '' ? {} : { key }) };
}

function decryptionOf(settings: JsonObject): NonNullable<FluxSettings['decryption']> {
  const secretName = textSetting(settings, 'secretName', '');
  return secretName === '' ? {} : { secretName };
}

function optionalMap(settings: EngineSettings, name: string): JsonObject | undefined {
  return Object.hasOwn(settings, name) && settings[name] !== null
    ? mapSetting(settings, name)
    : undefined;
}
