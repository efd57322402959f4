/** Settings in; out: the generator of the ApplicationSet, and what the template reads of what it generates. */
import { type Fleet, type FleetRepository, repositoryPath } from '../engine.ts';
import type { Literal } from '../to-object.ts';
import { clusterScopedFolder, clusterScopedName } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';

/** Go templates; functions of Go itself only. */
export interface Generated {
  readonly generator: Literal;
  /** The name of the Application, without prefix. */
  readonly name: string;
  /** The folder that it reads. */
  readonly path: string;
  /** What Argo CD calls the cluster. */
  readonly destination: string;
  /** The value of a label of the cluster, empty if it has none. */
  readonly label: (key: string) => string;
}

/**
 * `missingkey=error` fails on `.cluster.argocdName` where the index says nothing; `index` gives nothing instead. It also takes the labels
 * of the cluster generator, which are no map that `dig` would take: argo-cd, applicationset/generators/cluster.go.
 */
export function generatedBy(fleet: Fleet, settings: ArgocdSettings): Generated {
  const source = settings.generator === 'index' ? indexed(fleet.repository) : registered();
  const isPerFolder = settings.applications === 'folder';
  if (!isPerFolder && settings.generator === 'index')
    return { ...source, path: repositoryPath(fleet.repository, source.folder) };
  const pattern = isPerFolder ? `${source.folder}/*` : source.folder;
  return {
    ...source,
    generator: { matrix: { generators: [source.generator, folders(fleet.repository, pattern)] } },
    name: isPerFolder ? `${source.name}-${folderName(fleet)}` : source.name,
    path: '{{ .folder.path.path }}',
  };
}

/** `folder` is the folder of a cluster in the tree. */
type ClusterSource = Omit<Generated, 'path'> & { readonly folder: string };

function indexed(repository: FleetRepository): ClusterSource {
  const files = [{ path: repositoryPath(repository, 'index/clusters/*.json') }];
  return {
    generator: { git: { repoURL: repository.url, revision: repository.revision, files } },
    name: '{{ .cluster.name }}',
    folder: '{{ .dir }}',
    destination:
      '{{ with index .cluster "argocdName" }}{{ . }}{{ else }}{{ .cluster.name }}{{ end }}',
    label: (key) =>
      `{{ with index .cluster "labels" }}{{ with index . "${key}" }}{{ . }}{{ end }}{{ end }}`,
  };
}

/** The cluster that Argo CD runs in has neither a Secret nor `.metadata` until somebody gives it one. */
function registered(): ClusterSource {
  return {
    generator: { clusters: {} },
    name: '{{ .nameNormalized }}',
    folder: 'clusters/{{ .nameNormalized }}',
    destination: '{{ .name }}',
    label: (key) =>
      `{{ with index . "metadata" }}{{ with index . "labels" }}{{ with index . "${key}" }}{{ . }}{{ end }}{{ end }}{{ end }}`,
  };
}

/** Both children of the matrix would say `.path`; the prefix keeps them apart. */
function folders({ url, revision, path }: FleetRepository, pattern: string): Literal {
  const directories = [{ path: repositoryPath({ url, revision, path }, pattern) }];
  return { git: { repoURL: url, revision, pathParamPrefix: 'folder', directories } };
}

function folderName({ layout }: Fleet): string {
  const name = '{{ .folder.path.basenameNormalized }}';
  if (layout === 'by-app') return name;
  return `{{ if eq .folder.path.basename "${clusterScopedFolder}" }}${clusterScopedName}{{ else }}${name}{{ end }}`;
}
