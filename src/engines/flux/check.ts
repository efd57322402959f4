/** A fleet in; out: what Flux would refuse, drop, or share with an engine that reads it otherwise. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../../model/group-by.ts';
import { describeKey, isObject } from '../../model/kube-object.ts';
import type { Variant } from '../../model/variant.ts';
import { type Fleet, variantsOf } from '../engine.ts';
import { type FluxSettings, fluxSettings } from './settings.ts';
import { stagesOf } from './stages.ts';

/** A label of every object that Flux applies holds the name of its Kustomization. */
const longestName = 63;

/** github.com/fluxcd/flux2, pkg/manifestgen/sync/options.go: what `flux bootstrap` calls the Kustomization of Flux itself. */
const bootstrapName = 'flux-system';

const localAnnotation = 'config.kubernetes.io/local-config';

/** The `engine/flux-*` diagnostics. */
export function checkFlux(fleet: Fleet): readonly Diagnostic[] {
  const settings = fluxSettings(fleet);
  return [
    ...address(fleet, settings),
    ...names(fleet, settings),
    ...encrypted(fleet, settings),
    ...dropped(fleet),
    ...sharedFolders(fleet, settings),
  ];
}

/** source.toolkit.fluxcd.io/v1: the url of a GitRepository begins with http://, https:// or ssh://. */
function address({ repository: { url }, settingAt }: Fleet, { source }: FluxSettings) {
  if (!source.made || /^(?:https?|ssh):\/\//.test(url)) return [];
  const [, host, path] = /^([^/:]+@[^/:]+):(?!\/\/)\/?(.+)$/.exec(url) ?? [];
  const meant = host === undefined ? undefined : `ssh://${host}/${path}`;
  return [
    diagnose('engine/flux-url', settingAt(), { url, ...(meant === undefined ? {} : { meant }) }),
  ];
}

function names({ clusters, settingAt }: Fleet, settings: FluxSettings): readonly Diagnostic[] {
  const made = clusters.flatMap((each) =>
    stagesOf(each, settings).map(({ name }) => ({ name, cluster: each.cluster.name })),
  );
  return [...groupBy(made, ({ name }) => name)].flatMap(([name, uses]) => {
    const sharing = uses.map(({ cluster }) => cluster);
    const isBootstrap = name === bootstrapName && settings.namespace === bootstrapName;
    if (sharing.length === 1 && name.length <= longestName && !isBootstrap) return [];
    const args = { name, clusters: sharing, limit: longestName };
    const at = settingAt('name');
    return [diagnose('engine/flux-name', at, { ...args, ...(isBootstrap && { isBootstrap }) })];
  });
}

/**
 * fluxcd/kustomize-controller, internal/controller: without decryption an encrypted Secret fails the whole Kustomization; of any
 * other kind the API server refuses the member `sops`, with the same result.
 */
function encrypted(fleet: Fleet, { decryption }: FluxSettings): readonly Diagnostic[] {
  if (decryption !== undefined) return [];
  return variantsOf(fleet.clusters)
    .filter(({ verbatim }) => verbatim !== undefined)
    .map(({ key, origin }) =>
      diagnose('engine/flux-decryption', origin, { object: describeKey(key) }),
    );
}

/** kustomize leaves out what is marked as meant for tools only. */
function dropped(fleet: Fleet): readonly Diagnostic[] {
  const bySource = groupBy(variantsOf(fleet.clusters).filter(isLocal), ({ origin }) => origin);
  return [...bySource].map(([origin, [{ key }]]) =>
    diagnose('engine/flux-local-object', origin, { object: describeKey(key) }),
  );
}

function isLocal({ object }: Variant): boolean {
  const metadata = isObject(object['metadata']) ? object['metadata'] : object;
  const annotations = metadata['annotations'];
  return isObject(annotations) && (annotations[localAnnotation] ?? 'false') !== 'false';
}

function sharedFolders({ others, settingAt }: Fleet, { folderKustomizations }: FluxSettings) {
  if (!folderKustomizations || others.length === 0) return [];
  const at = settingAt('folderKustomizations');
  return [diagnose('engine/flux-shared-folder', at, { engines: others })];
}
