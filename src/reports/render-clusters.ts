/** Clusters in, the answer of `fedc clusters list` out. */
import { visible } from '../diagnostics/visible-text.ts';
import type { Cluster } from '../model/cluster.ts';
import { printJson } from '../model/print-json.ts';
import {
  type ClusterView,
  clusterMembers,
  labelsText,
  placesText,
  taintTexts,
} from './cluster-view.ts';
import { hideCredentials } from './hide-credentials.ts';
import { renderTable } from './table.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

interface Column {
  readonly title: string;
  readonly cell: (cluster: Cluster) => string;
}

const fieldColumns: readonly Column[] = [
  { title: 'REGION', cell: ({ fields }) => fields.region ?? '' },
  { title: 'PROVIDER', cell: ({ fields }) => fields.provider ?? '' },
  { title: 'ZONES', cell: ({ fields }) => fields.zones?.join(',') ?? '' },
  { title: 'VERSION', cell: ({ fields }) => fields.kubeVersion ?? '' },
];

const wideColumns: readonly Column[] = [
  { title: 'SERVER', cell: ({ fields }) => hideCredentials('server', fields.server ?? '') },
  { title: 'TAINTS', cell: (cluster) => taintTexts(cluster).join(',') },
  {
    title: 'OTHER NAMES',
    cell: ({ names }) =>
      Object.entries(names)
        .map(([system, name]) => `${system}=${name}`)
        .join(','),
  },
  {
    title: 'ANNOTATIONS',
    cell: ({ annotations }) => {
      const amount = Object.keys(annotations).length;
      return amount === 0 ? '' : String(amount);
    },
  },
];

/** A table of names, labels, the fields that any cluster has, and places; '' without a cluster. */
export function renderClustersText(views: readonly ClusterView[]): string {
  return table(views, fieldColumns);
}

/** The same with servers, taints, what other systems call it, and the number of annotations. */
export function renderClustersWide(views: readonly ClusterView[]): string {
  return table(views, [...fieldColumns, ...wideColumns]);
}

/** The names, one per line. */
export function renderClusterNames(views: readonly ClusterView[]): string {
  return views.map(({ cluster }) => `${visible(cluster.name)}\n`).join('');
}

/**
 * `{"formatVersion", "clusters": [{"name", "names", "labels", "annotations", "server", "provider", "region", "zones",
 * "kubeVersion", "taints", "sources": [{"file", "line"}]}]}`; fields that are not known are absent.
 */
export function renderClustersJson(views: readonly ClusterView[]): string {
  return `${printJson({ formatVersion, clusters: views.map(clusterMembers) }, { indent: 2 })}\n`;
}

function table(views: readonly ClusterView[], further: readonly Column[]): string {
  if (views.length === 0) return '';
  const known = further.filter(({ cell }) => views.some(({ cluster }) => cell(cluster) !== ''));
  const head = ['NAME', 'LABELS', ...known.map(({ title }) => title), 'SOURCE'];
  const rows = views.map(({ cluster, sources }) =>
    [
      cluster.name,
      labelsText(cluster),
      ...known.map(({ cell }) => cell(cluster)),
      placesText(sources),
    ].map((cell) => (cell === '' ? '-' : cell)),
  );
  return renderTable([head, ...rows]);
}
