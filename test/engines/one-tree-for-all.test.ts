/**
 * One tree for every engine: what any of them would refuse, or read otherwise than the others, is not in it, whichever are
 * written for. The last column of a row is how that comes: an error that writes nothing, or output without the bad part.
 */
import { describe, expect, it } from 'vitest';
import { isAlias, parseAllDocuments, visit } from 'yaml';
import { type CompileInput, compile } from '../../src/compile.ts';
import { knownScope } from '../../src/kube/kinds.ts';
import type { Config } from '../../src/model/config.ts';
import { printJson } from '../../src/model/print-json.ts';
import { lastAppliedAnnotation, serverMetadata } from '../../src/model/server-metadata.ts';
import {
  configMap,
  deployment,
  everywhere,
  federated,
  inventoryFile,
  namespace,
  only,
} from '../frontends/repository.ts';
import { cases, examples, readInput } from '../repository.ts';

const choices: readonly (readonly string[])[] = [
  [],
  ['argocd'],
  ['flux'],
  ['fleet'],
  ['argocd', 'fleet', 'flux'],
];

function compileFor(input: CompileInput, emit: readonly string[]) {
  const repository = { url: 'https://git.example.com/fleet.git', path: 'rendered' };
  const settings: Config = { ...input.settings, engines: { repository, emit } };
  return compile({ ...input, settings });
}

/** What is wrong with the files below clusters/: nothing, if every engine reads them as they are meant. */
function problemsOf(
  outputs: readonly { readonly path: string; readonly text: string }[],
): string[] {
  const seen = new Set<string>();
  const folded = new Set<string>();
  return outputs
    .filter(({ path }) => path.startsWith('clusters/'))
    .flatMap(({ path, text }) => {
      const problems = [...pathProblems(path), ...textProblems(text)];
      if (folded.has(path.toLowerCase())) problems.push('differs from another path in case only');
      folded.add(path.toLowerCase());
      const documents = parseAllDocuments(text, { version: '1.2' });
      if (documents.length !== 1) problems.push(`${documents.length} documents`);
      const object = documents[0]?.toJS();
      problems.push(...objectProblems(object));
      const [, cluster] = path.split('/');
      const identity = `${cluster} ${identityOf(object)}`;
      if (seen.has(identity)) problems.push('another file holds the same object');
      seen.add(identity);
      return problems.map((problem) => `${path}: ${problem}`);
    });
}

function pathProblems(path: string): string[] {
  const [, , , file = '', ...more] = path.split('/');
  const rules: readonly (readonly [isBroken: boolean, problem: string])[] = [
    [more.length > 0 || file === '', 'not clusters/<cluster>/<folder>/<file>'],
    [!/^[a-z0-9][a-z0-9._~-]*\.yaml$/.test(file), 'a name that is hidden, or no .yaml'],
    [/^(?:kustomization|fleet|chart)\.ya?ml$/i.test(file), 'a file of a tool'],
    [file.endsWith('Chart.yaml'), 'a chart of Helm'],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, problem]) => problem);
}

function textProblems(text: string): string[] {
  const rules: readonly (readonly [isBroken: boolean, problem: string])[] = [
    [text.includes('\r'), 'Windows line ends'],
    [text.startsWith('\uFEFF'), 'a byte order mark'],
    [!text.endsWith('\n'), 'no line end at the end'],
    [/^ *\t/m.test(text), 'a tab as indentation'],
    [hasAliases(text), 'anchors or aliases'],
    [
      parseAllDocuments(text).some(({ errors }) => errors.length > 0),
      'a YAML error, such as a key twice',
    ],
    [asRead(text, '1.1') !== asRead(text, '1.2'), 'a value that YAML 1.1 and 1.2 read differently'],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, problem]) => problem);
}

function hasAliases(text: string): boolean {
  let found = false;
  for (const document of parseAllDocuments(text)) {
    visit(document, (_, node) => {
      const isNode = typeof node === 'object' && node !== null;
      if (isAlias(node) || (isNode && 'anchor' in node && node.anchor)) found = true;
    });
  }
  return found;
}

function asRead(text: string, version: '1.1' | '1.2'): string {
  const values = parseAllDocuments(text, { version, intAsBigInt: true }).map((each) => each.toJS());
  return JSON.stringify(values, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
}

// biome-ignore lint/suspicious/noExplicitAny: whatever a file may hold
function objectProblems(object: any): string[] {
  if (typeof object !== 'object' || object === null) return ['no object'];
  const { apiVersion, kind, metadata = {}, items, status } = object;
  const [group, version] = apiVersion?.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const scope = knownScope(group, kind);
  const annotations = Object.keys(metadata.annotations ?? {});
  const rules: readonly (readonly [isBroken: boolean, problem: string])[] = [
    [!version || !kind, 'no apiVersion or kind'],
    [typeof metadata.name !== 'string' || metadata.name === '', 'no name'],
    ['generateName' in metadata, 'a generateName'],
    [Array.isArray(items), 'a list'],
    [scope === 'Namespaced' && !metadata.namespace, 'a namespaced object without namespace'],
    [scope === 'Cluster' && 'namespace' in metadata, 'a cluster-scoped object with a namespace'],
    [status !== undefined, 'a status'],
    [serverMetadata.some((field) => field in metadata), 'a field that the server sets'],
    [annotations.includes(lastAppliedAnnotation), 'what kubectl applied'],
    [annotations.includes('argocd.argoproj.io/tracking-id'), 'what Argo CD tracks'],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, problem]) => problem);
}

// biome-ignore lint/suspicious/noExplicitAny: whatever a file may hold
function identityOf(object: any): string {
  const [group] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : [''];
  return `${group}/${object.kind}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

interface Row {
  readonly output: string;
  /** Who would break, and how. */
  readonly breaks: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly settings?: Config;
  /** The error that writes nothing; absent: the tree is written, and sound. */
  readonly error?: string;
  /** Only this engine refuses it. */
  readonly only?: string;
}

const file = (object: object, path = 'web.json') => ({ path, text: printJson(object as never) });
const shop = file(namespace(), 'shop.json');
const withMetadata = (metadata: object, rest: object = {}) =>
  file(configMap({ template: { metadata, data: { a: 'b' }, ...rest } }));
const asYaml = (data: string) => ({
  path: 'web.yaml',
  text: `apiVersion: types.kubefed.io/v1beta1\nkind: FederatedConfigMap\nmetadata: {name: web, namespace: shop}\nspec:\n  placement: {clusterSelector: {}}\n  template:\n${data}`,
});
const plain = (text: string): Pick<Row, 'files' | 'settings'> => ({
  files: [shop, { path: 'plain/a.yaml', text }],
  settings: {
    plainObjects: [{ files: ['plain/**'], placement: { clusterSelector: {} } as never }],
  },
});

const rows: readonly Row[] = [
  {
    output: 'metadata of the tool beside manifests, without kind',
    breaks: 'Argo CD and Config Sync refuse .json, Flux and Config Sync .yaml',
    files: [shop, file(configMap())],
  },
  {
    output: 'a file without kind',
    breaks: 'Flux and Config Sync',
    ...plain('replicas: 3\n'),
    error: 'kubefed/invalid-object',
  },
  {
    output: 'one object twice',
    breaks: 'Flux, OCM and Config Sync fail; Argo CD takes the last',
    files: [shop, file(configMap()), file(configMap(), 'again.json')],
    error: 'output/duplicate-object',
  },
  {
    output: 'a cluster-scoped object with a namespace',
    breaks: 'Config Sync, perhaps Fleet and OCM',
    files: [
      shop,
      file(
        federated(
          'FederatedClusterRole',
          { template: { metadata: { namespace: 'shop' }, rules: [] }, placement: everywhere },
          { name: 'reader', namespace: 'shop' },
        ),
      ),
    ],
  },
  {
    output: 'a namespaced object without a namespace',
    breaks: 'Flux, OCM and Config Sync; elsewhere it lands anywhere',
    ...plain('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'),
    error: 'kubefed/missing-namespace',
  },
  {
    output: 'an object whose namespace is not there',
    breaks: 'all but Config Sync',
    files: [file(namespace(only('eu')), 'shop.json'), file(configMap())],
  },
  {
    output: 'a generateName',
    breaks: 'all: a new object at every sync, or none',
    ...plain('apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-, namespace: shop}\n'),
    error: 'output/generate-name',
  },
  {
    output: 'an object without a name',
    breaks: 'all',
    ...plain('apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: shop}\n'),
    error: 'output/missing-name',
  },
  {
    output: 'a List',
    breaks: 'OCM; the others name its objects differently',
    ...plain(
      'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}\n',
    ),
  },
  {
    output: 'a kustomization.yaml',
    breaks: 'Argo CD, Fleet and Config Sync read the folder otherwise',
    ...plain(
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: kustomization, namespace: shop}\nresources: []\n',
    ),
    settings: {
      plainObjects: [{ files: ['plain/**'], placement: { clusterSelector: {} } as never }],
      types: [
        {
          federated: 'types.kubefed.io/v1beta1 FederatedKustomization',
          target: 'kustomize.config.k8s.io/v1beta1 Kustomization',
          scope: 'Namespaced',
        },
      ],
    },
  },
  {
    output: 'a file that ends in Chart.yaml',
    breaks: 'Argo CD takes the folder for a chart of Helm',
    ...plain(
      'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: chart, namespace: shop}\n',
    ),
    settings: {
      plainObjects: [{ files: ['plain/**'], placement: { clusterSelector: {} } as never }],
      types: [
        {
          federated: 'types.kubefed.io/v1beta1 FederatedHelmChart',
          target: 'helm.cattle.io/v1 HelmChart',
          scope: 'Namespaced',
        },
      ],
    },
  },
  {
    output: '${VAR} in a text',
    breaks: 'Flux with a postBuild',
    files: [shop, file(configMap({ template: { data: { a: '${VAR}' } } }))],
  },
  {
    output: '{{ }} in a text, outside of templates/',
    breaks: 'Fleet below templates/ only',
    files: [shop, file(configMap({ template: { data: { a: '{{ .Values.a }}' } } }))],
  },
  ...['templates', 'charts', 'overlays'].map((name) => ({
    output: `a folder ${name}`,
    breaks: 'Fleet does not read it as manifests',
    files: [file(namespace(everywhere, name), 'ns.json'), file(configMap({}, { namespace: name }))],
    error: 'engine/fleet-folder',
    only: 'fleet',
  })),
  {
    output: 'a folder that begins with a dot',
    breaks: 'Fleet skips it',
    files: [shop, file(configMap(), '.shop/web.json')],
    settings: { layout: 'by-app', sources: ['**/*.json', '.shop/*.json'] },
    error: 'engine/fleet-folder',
    only: 'fleet',
  },
  {
    output: 'a status, and what a server sets',
    breaks: 'Flux and Config Sync refuse managedFields; Argo CD shows a difference for ever',
    files: [
      shop,
      withMetadata(
        {
          uid: 'a',
          resourceVersion: '1',
          generation: 2,
          creationTimestamp: null,
          managedFields: [],
          selfLink: '/a',
          ownerReferences: [],
          annotations: { [lastAppliedAnnotation]: '{}' },
        },
        { status: {} },
      ),
    ],
  },
  {
    output: 'a finalizer',
    breaks: 'all: deletion waits for a controller that is not there',
    files: [shop, withMetadata({ finalizers: ['kubefed.io/sync-controller'] })],
  },
  {
    output: 'words and numbers that YAML 1.1 reads otherwise',
    breaks: 'all, each in its own way',
    files: [
      shop,
      asYaml(
        '    data: {a: "on", b: "0123", c: "1e3", d: "1:30", e: "y", f: "~", g: "0o7", h: "1_0"}\n',
      ),
    ],
  },
  {
    output: 'anchors, aliases and a merge key',
    breaks: 'readers that know less of YAML',
    files: [shop, asYaml('    data: &a {x: "1"}\n    binaryData: *a\n')],
  },
  {
    output: 'Windows line ends and a byte order mark',
    breaks: 'digests, differences, and some readers',
    files: [
      shop,
      {
        path: 'web.yaml',
        text: `\uFEFF${asYaml('    data: {a: b}\n').text.replaceAll('\n', '\r\n')}`,
      },
    ],
  },
  {
    output: 'a key twice',
    breaks: 'kyaml, so Flux',
    files: [shop, asYaml('    data: {a: b, a: c}\n')],
    error: 'yaml/duplicate-key',
  },
  {
    output: 'names with capitals and colons, and one that begins with a dot',
    breaks: 'file systems; Fleet skips hidden files',
    ...plain(
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: "system:Reader"}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ".reader"}\n',
    ),
  },
  {
    output: 'a definition and its instance in one folder',
    breaks: 'nobody, as long as the engine gets both at once',
    files: [
      shop,
      file(deployment(), 'a.json'),
      file(
        federated(
          'FederatedCustomResourceDefinition',
          { template: { spec: { group: 'example.io' } }, placement: everywhere },
          { name: 'widgets.example.io' },
        ),
        'b.json',
      ),
    ],
  },
];

describe.each(rows)('$output (else: $breaks)', ({ files, settings, error, only: engine }) => {
  it.each(choices.map((emit) => ({ emit })))('written for $emit', ({ emit }) => {
    const input = { files: [inventoryFile, ...files], ...(settings && { settings }) };
    const result = compileFor(input, emit);
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    const isRefused = error !== undefined && (engine === undefined || emit.includes(engine));
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(isRefused ? [error] : []);
    if (isRefused) expect(result.outputs).toEqual([]);
    else expect(result.outputs.some(({ path }) => path.startsWith('clusters/'))).toBe(true);
    expect(problemsOf(result.outputs)).toEqual([]);
  });
});

describe.each(choices.map((emit) => ({ emit })))('a tree for $emit', ({ emit }) => {
  const objects = [file(configMap({ placement: only('eu', 'us') }))];
  const here = file(namespace(only('eu', 'us')), 'shop.json');
  const outputs = (files: CompileInput['files']) => compileFor({ files }, emit).outputs;

  it('does not depend on the order of the sources: else every commit is a new revision', () => {
    const input = [inventoryFile, here, ...objects];
    expect(outputs(input.toReversed())).toEqual(outputs(input));
  });

  it('has nothing of a cluster without manifests: an empty folder would prune or fail', () => {
    const paths = outputs([inventoryFile, here, ...objects]).map(({ path }) => path);
    expect(paths.filter((path) => /(?:^|\/)lab(?:\/|\.)/.test(path))).toEqual([]);
    expect(paths.some((path) => path.startsWith('clusters/eu/'))).toBe(true);
  });

  it('is nothing at all without manifests, so that no engine is told to apply an empty fleet', () => {
    const nowhere = file(namespace(only()), 'shop.json');
    expect(
      outputs([inventoryFile, nowhere]).filter(({ path }) => /^engine|^clusters/.test(path)),
    ).toEqual([]);
  });
});

describe('every case and example, written for every engine', () => {
  const everyEngine = ['argocd', 'fleet', 'flux'];
  const sound = [...cases, ...examples].flatMap((each) => {
    const input = readInput(each);
    const plainResult = compileFor(input, []);
    const isOther = plainResult.options.compatibility.serverFields === 'keep';
    return isOther || plainResult.outputs.length === 0 ? [] : [{ name: each.name, input }];
  });

  it('are many', () => {
    expect(sound.length).toBeGreaterThan(50);
  });

  it.each(sound)('$name', ({ input }) => {
    const emptied = compileFor(input, []);
    const full = compileFor(input, everyEngine);
    expect(problemsOf(emptied.outputs)).toEqual([]);
    const errors = full.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      expect(errors.map(({ code }) => code).filter((code) => !code.startsWith('engine/'))).toEqual(
        [],
      );
      return;
    }
    const manifests = (outputs: typeof full.outputs) =>
      outputs.filter(({ path }) => /^clusters\/[^/]+\/[^/]+\//.test(path));
    expect(manifests(full.outputs)).toEqual(manifests(emptied.outputs));
  });
});
