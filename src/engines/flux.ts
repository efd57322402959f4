/** Flux: a Kustomization for each cluster, and what it fetches them with. */
import type { EmittedFile, Engine, Fleet, FleetCluster } from './engine.ts';
import { checkFlux } from './flux/check.ts';
import { keepGuard } from './flux/guard.ts';
import { gitRepository, kustomization, resourceList } from './flux/objects.ts';
import { type FluxSettings, fluxSettings } from './flux/settings.ts';
import { filesOf, type Stage, stagesOf } from './flux/stages.ts';

export const flux: Engine = {
  name: 'flux',
  title: 'Flux',
  guards: [keepGuard],
  emit: emitFlux,
  check: checkFlux,
};

/** The files of a stage stand below engine/flux/stages/<cluster>/<part>/. */
const toTree = '../../../../..';

/** `source.yaml` at most once where objects meet: on the hub beside the list, else in the folder of each cluster. */
function emitFlux(fleet: Fleet): readonly EmittedFile[] {
  const settings = fluxSettings(fleet);
  const clusters = fleet.clusters.flatMap((each) => clusterFiles(each, fleet, settings));
  return settings.kubeConfig === undefined
    ? [...clusters, ...ownSources(fleet, settings)]
    : [...clusters, ...hubFiles(clusters, fleet, settings)];
}

function clusterFiles(
  each: FleetCluster,
  { repository }: Fleet,
  settings: FluxSettings,
): readonly EmittedFile[] {
  const cluster = each.cluster.name;
  const stages = stagesOf(each, settings);
  return [
    ...stages.map((stage) => ({
      path: `clusters/${cluster}/${syncFile(stage)}`,
      documents: [kustomization(stage, cluster, settings, repository)],
    })),
    ...stages.filter(({ isListed }) => isListed).map((stage) => stageFolder(stage, cluster)),
    ...(settings.folderKustomizations ? [folderKustomization(each)] : []),
  ];
}

function syncFile({ part }: Stage): string {
  return part === 'rest' ? 'sync.yaml' : `sync-${part}.yaml`;
}

function stageFolder({ part, files }: Stage, cluster: string): EmittedFile {
  const paths = files.map(({ path }) => `${toTree}/clusters/${cluster}/${path}`);
  return {
    path: `stages/${cluster}/${part}/kustomization.yaml`,
    documents: [resourceList(paths)],
  };
}

function folderKustomization(each: FleetCluster): EmittedFile {
  return {
    path: 'kustomization.yaml',
    cluster: each.cluster.name,
    documents: [resourceList(filesOf(each).map(({ path }) => path))],
  };
}

function ownSources(fleet: Fleet, settings: FluxSettings): readonly EmittedFile[] {
  if (!settings.source.made) return [];
  return fleet.clusters.map(({ cluster }) => ({
    path: `clusters/${cluster.name}/source.yaml`,
    documents: [gitRepository(fleet, settings)],
  }));
}

/** Only a hub may have a list of all: a cluster that applied it would take the manifests of every other cluster for its own. */
function hubFiles(
  clusters: readonly EmittedFile[],
  fleet: Fleet,
  settings: FluxSettings,
): readonly EmittedFile[] {
  const { made } = settings.source;
  const source = { path: 'source.yaml', documents: [gitRepository(fleet, settings)] };
  const syncs = clusters.filter(({ path, cluster }) => !cluster && path.startsWith('clusters/'));
  const paths = [...(made ? [source] : []), ...syncs].map(({ path }) => path).sort();
  return [
    { path: 'kustomization.yaml', documents: [resourceList(paths)] },
    ...(made ? [source] : []),
  ];
}
