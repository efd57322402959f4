/** What the ApplicationSet makes of a tree, in the way its controller does, against what fedc believes it makes. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { applicationsOf } from '../../src/engines/argocd/applications.ts';
import { argocdSettings } from '../../src/engines/argocd/settings.ts';
import { fleetClusters } from '../../src/engines/fleet-of.ts';
import type { Layout } from '../../src/model/config.ts';
import { type JsonObject, newObject } from '../../src/model/kube-object.ts';
import { jsonValue } from '../json-value.ts';
import { expandApplicationSet, objectAt, textAt } from './expand-application-set.ts';
import { renderTemplate } from './go-template.ts';

const inventory = `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - {name: in-cluster}
  - {name: eu-1, labels: {example.com/wave: "1", env: prod}, names: {argocd: EU_1}}
  - {name: us-1, labels: {env: prod}}
  - {name: empty, labels: {env: prod}}
`;
const objects = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedNamespace
metadata: {name: shop, namespace: shop}
spec: {placement: {clusters: [{name: in-cluster}, {name: eu-1}, {name: us-1}]}}
---
apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: web, namespace: shop}
spec:
  template: {metadata: {labels: {app.kubernetes.io/part-of: Store_Front}}, data: {a: x}}
  placement: {clusters: [{name: eu-1}, {name: us-1}]}
---
apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: cups, namespace: con}
spec:
  template: {data: {a: x}}
  placement: {clusters: [{name: us-1}]}
`;

interface Choice {
  readonly name: string;
  readonly settings: object;
  readonly layout?: Layout;
  readonly path?: string;
  /** `NAME on DESTINATION`. */
  readonly expected: readonly string[];
}

const byCluster = ['eu-1 on EU_1', 'in-cluster on in-cluster', 'us-1 on us-1'];
const byNamespace = [
  'eu-1-cluster-scoped on EU_1',
  'eu-1-shop on EU_1',
  'in-cluster-cluster-scoped on in-cluster',
  'us-1-63on on us-1',
  'us-1-cluster-scoped on us-1',
  'us-1-shop on us-1',
];
const byApp = [
  'eu-1-53tore-5f-46ront on EU_1',
  'eu-1-apps on EU_1',
  'in-cluster-apps on in-cluster',
  'us-1-53tore-5f-46ront on us-1',
  'us-1-apps on us-1',
];
const labels = ['env', 'example.com/wave'];
const choices: readonly Choice[] = [
  { name: 'one per cluster', settings: { labels }, expected: byCluster },
  { name: 'at the root of a repository', settings: {}, path: '.', expected: byCluster },
  { name: 'one per namespace', settings: { applications: 'folder' }, expected: byNamespace },
  {
    name: 'one per app',
    settings: { applications: 'folder' },
    layout: 'by-app',
    path: 'a/b',
    expected: byApp,
  },
  {
    name: 'one per cluster that Argo CD knows',
    settings: { generator: 'clusters', labels },
    expected: byCluster,
  },
  {
    name: 'one per namespace of the clusters that Argo CD knows',
    settings: { generator: 'clusters', applications: 'folder' },
    path: '.',
    expected: byNamespace,
  },
  {
    name: 'with a prefix',
    settings: { namePrefix: 'shop-' },
    expected: byCluster.map((text) => `shop-${text}`),
  },
];

/** Compiles the repository above, puts the tree at `path`, and lets the set loose on it. */
function expand({ settings, layout = 'by-namespace', path = 'rendered' }: Omit<Choice, 'name'>) {
  const written = jsonValue(settings) as JsonObject;
  const repository = { url: 'https://git.example.com/shop.git', path };
  const {
    outputs,
    inventory: fleet,
    manifests,
    engineFiles,
    diagnostics,
  } = compile({
    files: [
      { path: 'clusters.yaml', text: inventory },
      { path: 'apps/shop.yaml', text: objects },
    ],
    config: { layout, engines: { repository, argocd: written } },
  });
  const prefix = path === '.' ? '' : `${path}/`;
  const files = new Map(outputs.map(({ path: inTree, text }) => [prefix + inTree, text]));
  const known = fleet.clusters.map(({ name, names, labels: own }) => ({
    name: names.argocd ?? name,
    ...(Object.keys(own).length === 0 ? {} : { labels: own }),
  }));
  const [set = newObject()] = engineFiles.flatMap(({ documents }) => documents);
  const clusters = fleetClusters({ inventory: fleet, variants: manifests }, layout);
  return {
    files,
    codes: diagnostics.map(({ code }) => code),
    applications: expandApplicationSet(set, { files, clusters: [...known, { name: 'other' }] }),
    believed: applicationsOf({ clusters }, argocdSettings({ settings: written })),
  };
}

function nameOf(application: JsonObject): string {
  return textAt(application, 'metadata', 'name');
}

describe('the Applications', () => {
  it.each(choices)('go where they belong: $name', (choice) => {
    const { applications, codes } = expand(choice);
    const described = applications.map(
      (each) => `${nameOf(each)} on ${textAt(each, 'spec', 'destination', 'name')}`,
    );
    expect(codes.filter((code) => code.startsWith('engine/'))).toEqual([]);
    expect(described.sort()).toEqual(choice.expected);
  });

  it.each(choices)('are those that were checked: $name', (choice) => {
    const { applications, believed } = expand(choice);
    expect(applications.map(nameOf).sort()).toEqual(believed.map(({ name }) => name).sort());
  });

  it.each(choices)('read every manifest once: $name', (choice) => {
    const { applications, files } = expand(choice);
    const folders = applications.map((each) => textAt(each, 'spec', 'source', 'path'));
    const manifests = [...files.keys()].filter((path) => /(^|\/)clusters\/.*\.yaml$/.test(path));
    for (const path of manifests)
      expect(
        folders.filter((folder) => path.startsWith(`${folder}/`)),
        path,
      ).toHaveLength(1);
  });

  it.each(['index', 'clusters'])(
    'have the labels of their cluster, by generator %s',
    (generator) => {
      const { applications } = expand({ settings: { generator, labels }, expected: [] });
      const found = applications.map((each) => [
        nameOf(each),
        ...Object.values(objectAt(each, 'metadata', 'labels')),
      ]);
      expect(found.sort()).toEqual([
        ['eu-1', 'prod', '1'],
        ['in-cluster', '', ''],
        ['us-1', 'prod', ''],
      ]);
    },
  );
});

/** What Go 1.23 printed for these templates with missingkey=error (kubectl 1.32, -o go-template); an error where there is none. */
describe('templates as Go renders them', () => {
  const data = {
    cluster: { name: 'eu-1', labels: { wave: '1', 'a.b/c': 'z', none: '' } },
    dir: 'd',
  };

  it.each([
    ['{{ .cluster.name }}/{{ .dir }}', 'eu-1/d'],
    ['{{ .cluster.argocdName }}', undefined],
    ['{{ with index .cluster "argocdName" }}{{ . }}{{ else }}{{ .cluster.name }}{{ end }}', 'eu-1'],
    ['{{ with index .cluster "name" }}{{ . }}{{ else }}no{{ end }}', 'eu-1'],
    ['{{ with index .cluster "labels" }}{{ with index . "a.b/c" }}{{ . }}{{ end }}{{ end }}', 'z'],
    ['{{ with index .cluster "labels" }}{{ with index . "x" }}{{ . }}{{ end }}{{ end }}', ''],
    [
      '{{ with index .cluster "labels" }}{{ with index . "none" }}{{ . }}{{ else }}e{{ end }}{{ end }}',
      'e',
    ],
    ['{{ with index .cluster "taints" }}{{ with index . "x" }}{{ . }}{{ end }}{{ end }}', ''],
    ['{{ with index . "metadata" }}{{ . }}{{ end }}', ''],
    ['{{ with index .metadata "labels" }}{{ . }}{{ end }}', undefined],
    ['{{ if eq .dir "d" }}yes{{ else }}no{{ end }}', 'yes'],
    ['{{ if eq .dir "e" }}yes{{ else }}{{ .dir }}{{ end }}', 'd'],
  ])('%s', (template, expected) => {
    const render = () => renderTemplate(template, data);
    if (expected === undefined) expect(render).toThrow(/no entry/);
    else expect(render()).toBe(expected);
  });
});
