/**
 * Codes that no compilation can report, because they are about flags, about files that the machine refuses or about the
 * tree: for each a small story in memory. What the command says is kept in command-scenarios/<area-what>.txt.
 */
import { run } from '../../src/cli/run.ts';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import { type Host, HostError } from '../../src/io/host.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../src/io/memory-host.ts';
import { configMap, files, inventory } from '../cli/repository.ts';
import { dyingHost, Stop } from '../io/faulty-host.ts';

export interface Scenario {
  readonly code: Code;
  /** What happened before, as a comment in a shell: one line. */
  readonly story?: string;
  /** Without `fedc`. */
  readonly argv: readonly string[];
  /** The repository, what happened to it, and how the machine behaves. */
  readonly prepare?: () => MemoryHost;
  /** A machine that refuses. */
  readonly wrap?: (memory: MemoryHost) => Host;
}

const everywhere = '{clusterSelector: {}}';
const eu1 = '/repo/rendered/clusters/eu-1';

function world(options: MemoryHostOptions = {}): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files, ...options });
}

/** A repository that was built, and then changed: undefined removes a file. */
function built(
  changes: Readonly<Record<string, string | undefined>> = {},
  more: MemoryHostOptions = {},
): MemoryHost {
  const first = world({ files: { ...files, ...more.files } });
  if (run(['build'], first) !== 0) throw new Error(first.error);
  const left = new Map<string, string | Uint8Array>(first.files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) left.delete(path);
    else left.set(path, text);
  }
  return world({ ...more, files: Object.fromEntries(left) });
}

/** What is left when a build is killed at its sixth change of the disk. */
function killed(): MemoryHost {
  const host = built({ '/repo/web.yaml': configMap('web', everywhere, 'new') });
  try {
    run(['build'], dyingHost(host, 6, 'before'));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return world({ files: Object.fromEntries(host.files) });
}

const maps = Object.fromEntries(
  ['cart', 'prices', 'search'].map((name) => [
    `/repo/${name}.yaml`,
    configMap(name, everywhere, name),
  ]),
);

export const scenarios: readonly Scenario[] = [
  { code: 'cli/usage', argv: ['biuld'] },
  { code: 'cli/unknown-cluster', argv: ['build', '--cluster', 'eu-3'] },
  { code: 'cli/empty-shard', argv: ['build', '--shard', '1/3'] },
  { code: 'cli/one-cluster', argv: ['build', '--stdout'] },
  {
    code: 'repo/unreadable',
    story: 'web.yaml belongs to another user',
    argv: ['build'],
    wrap: (memory) => ({
      ...memory,
      readFile(path) {
        if (path === '/repo/web.yaml') throw new HostError('read', path, 'permission denied');
        return memory.readFile(path);
      },
    }),
  },
  {
    code: 'repo/changed-underneath',
    story: 'an editor saves clusters.yaml while the build runs',
    argv: ['build'],
    wrap: (memory) => ({
      ...memory,
      createFile(path, text) {
        memory.files.set('/repo/clusters.yaml', Buffer.from(`${inventory}# saved\n`));
        return memory.createFile(path, text);
      },
    }),
  },
  {
    code: 'output/write-failed',
    argv: ['build'],
    prepare: () => built({ '/repo/web.yaml': configMap('web', everywhere, 'new') }),
    wrap: (memory) => ({
      ...memory,
      writeFile(path, text) {
        if (path.startsWith(eu1)) throw new HostError('write', path, 'the disk is full');
        memory.writeFile(path, text);
      },
    }),
  },
  {
    code: 'tree/cluster-emptied',
    story: 'us-1 was taken out of clusters.yaml',
    argv: ['build'],
    prepare: () => built({ '/repo/clusters.yaml': inventory.replace(/^.*us-1.*\n/m, '') }),
  },
  {
    code: 'tree/too-many-deletions',
    story: 'cart.yaml and prices.yaml were removed',
    argv: ['build'],
    prepare: () =>
      built({ '/repo/cart.yaml': undefined, '/repo/prices.yaml': undefined }, { files: maps }),
  },
  {
    code: 'tree/protected-kind',
    story: 'namespace.yaml now says clusters: [{name: eu-1}, {name: eu-2}]',
    argv: ['build'],
    prepare: () => {
      const original = String(files['/repo/namespace.yaml']);
      const narrowed = original.replace(
        '{clusterSelector: {}}',
        '{clusters: [{name: eu-1}, {name: eu-2}]}',
      );
      const another: Readonly<Record<string, string>> = {
        '/repo/viewer.yaml': original
          .replace('FederatedNamespace', 'FederatedClusterRole')
          .replace('{name: shop, namespace: shop}', '{name: viewer}')
          .replace('spec:', 'spec:\n  template: {rules: []}'),
      };
      return built({ '/repo/namespace.yaml': narrowed }, { files: another });
    },
  },
  {
    code: 'tree/engine-file-deleted',
    story: 'engines: {flux: {}} was taken out of fedc.yaml',
    argv: ['build'],
    prepare: () =>
      built(
        { '/repo/fedc.yaml': undefined },
        { files: { '/repo/fedc.yaml': 'engines: {flux: {}}\n' } },
      ),
  },
  {
    code: 'tree/engine-file-left',
    story: 'a cluster eu-3 came into the inventory',
    argv: ['build', '--cluster', 'eu-3'],
    prepare: () =>
      built(
        { '/repo/clusters.yaml': `${inventory}  - {name: eu-3, labels: {region: eu}}\n` },
        { files: { '/repo/fedc.yaml': 'engines: {repository: {path: rendered}, flux: {}}\n' } },
      ),
  },
  { code: 'tree/stale-acceptance', argv: ['build', '--accept', '3f9a1c20'], prepare: built },
  {
    code: 'tree/not-a-tree',
    story: 'rendered/ holds the output of another tool',
    argv: ['build'],
    prepare: () => world({ files: { ...files, '/repo/rendered/clusters/x/y.yaml': '' } }),
  },
  {
    code: 'tree/edited-file',
    story: 'somebody edits rendered/clusters/eu-1/shop/configmap_web.yaml, then web.yaml changes',
    argv: ['build'],
    prepare: () =>
      built({
        [`${eu1}/shop/configmap_web.yaml`]: 'edited\n',
        '/repo/web.yaml': configMap('web', everywhere, 'new'),
      }),
  },
  {
    code: 'tree/broken-lock',
    story: 'git merged the lock of eu-1',
    argv: ['build'],
    prepare: () => {
      const host = built();
      const path = '/repo/rendered/index/clusters/eu-1.lock';
      const text = host.textOf(path);
      host.files.set(path, Buffer.from(`<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`));
      return host;
    },
  },
  {
    code: 'tree/busy',
    story: 'another build has not ended yet',
    argv: ['build'],
    prepare: () => {
      const writer = 'fedc-writer 1\nhost memory\npid 4711\nstart -\n';
      return built({ '/repo/rendered/.fedc/writer': writer }, { running: [4711] });
    },
  },
  {
    code: 'tree/interrupted',
    story: 'the build before this one was killed',
    argv: ['build'],
    prepare: killed,
  },
  {
    code: 'tree/broken-pending',
    story: 'somebody edited rendered/.fedc/pending',
    argv: ['build'],
    prepare: () => {
      const host = killed();
      host.files.set('/repo/rendered/.fedc/pending', Buffer.from('fedc-pending 1\nedited\n'));
      return host;
    },
  },
  {
    code: 'tree/foreign-file',
    story: 'somebody put extra.yaml into the folder of eu-1',
    argv: ['build'],
    prepare: () => built({ [`${eu1}/extra.yaml`]: 'kind: ConfigMap\n' }),
  },
  {
    code: 'tree/path-escape',
    story: 'rendered/clusters/eu-1 is a link to /etc',
    argv: ['build'],
    prepare: () =>
      world({
        files: { ...files, '/repo/rendered/index/lock': 'fedc-lock 1\n' },
        links: { [eu1]: '/etc' },
      }),
  },
];

/** The lines above the first report: what happened, and the command. */
export function promptOf({ story, argv }: Scenario): string {
  const command = `$ fedc ${argv.join(' ')}`;
  return story === undefined ? command : `# ${story}\n${command}`;
}

/** What the command says on stderr. */
export function say({ argv, prepare = world, wrap }: Scenario): string {
  const memory = prepare();
  const before = memory.error.length;
  run(argv, wrap === undefined ? memory : wrap(memory));
  return memory.error.slice(before);
}
