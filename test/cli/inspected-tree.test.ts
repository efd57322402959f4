/** Commands that look at a large tree while they compile say what they say without. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { inspecting } from '../io/inspecting-host.ts';
import { configMap, fedc, files } from './repository.ts';

type Files = Readonly<Record<string, string | undefined>>;

const sources = {
  ...files,
  '/repo/one.yaml': configMap('one', '{clusterSelector: {}}'),
  '/repo/two.yaml': configMap('two', '{clusters: [{name: eu-2}, {name: us-1}]}'),
};
const folder = '/repo/rendered/clusters';
const lock = '/repo/rendered/index/clusters/eu-1.lock';

const built = (() => {
  const { host } = fedc(['build'], { files: sources });
  return Object.fromEntries(
    [...host.files.keys()].map((path) => [path, host.textOf(path) ?? '']),
  ) as Readonly<Record<string, string>>;
})();
const lockText = String(built[lock]);

const changes: readonly (readonly [string, Files])[] = [
  ['nothing', {}],
  ['a source', { '/repo/one.yaml': configMap('one', '{clusterSelector: {}}', 'other') }],
  ['a source of one cluster', { '/repo/two.yaml': configMap('two', '{clusters: [{name: us-1}]}') }],
  ['a source that goes', { '/repo/web.yaml': undefined }],
  ['a source that comes', { '/repo/new.yaml': configMap('new', '{clusters: [{name: eu-1}]}') }],
  ['a file', { [`${folder}/eu-1/shop/configmap_one.yaml`]: 'mine' }],
  ['a file that goes', { [`${folder}/us-1/shop/configmap_two.yaml`]: undefined }],
  ['a file of somebody else', { [`${folder}/us-1/shop/mine.yaml`]: built[lock] }],
  ['a lock', { [lock]: lockText.replace('configmap_one', 'configmap_other') }],
  ['a lock of another system', { [lock]: lockText.replaceAll('\n', '\r\n') }],
  ['a lock that goes', { [lock]: undefined }],
  ['the index of a cluster', { '/repo/rendered/index/clusters/us-1.json': '{}' }],
  ['what belongs to no cluster', { '/repo/rendered/.gitattributes': 'mine' }],
];
const combined = changes.flatMap(([name, one]) =>
  changes.map(([other, two]): readonly [string, Files] => [
    `${name} and ${other}`,
    { ...one, ...two },
  ]),
);

function hostWith(change: Files) {
  const texts = Object.entries({ ...built, ...change });
  const present = texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
  return createMemoryHost({ workingFolder: '/repo', files: Object.fromEntries(present) });
}

const commands = [
  ['check', '-o', 'json'],
  ['check'],
  ['plan', '-o', 'wide'],
  ['diff', '-o', 'json'],
  ['check', '--cluster', 'eu-*'],
];

describe.each(commands)('fedc %s %s %s', (...words) => {
  it.each(combined)('says the same after a change of %s', (_, change) => {
    const argv = words.filter((word) => word !== undefined);
    const [plain, inspected] = [hostWith(change), inspecting(hostWith(change))].map((host) =>
      fedc(argv, host),
    );
    expect(inspected?.output).toBe(plain?.output);
    expect(inspected?.error).toBe(plain?.error);
    expect(inspected?.code).toBe(plain?.code);
  });
});

it('reads nothing of clusters that are as they should be, and of others only what no lock tells', () => {
  const host = inspecting(hostWith(changes[2]?.[1] ?? {}));
  const held: string[] = [];
  const holds = (path: string, text: string) => {
    held.push(path.replace('/repo/rendered/', ''));
    return host.textOf(path) === text;
  };
  expect(fedc(['check'], Object.assign(host, { holds })).code).toBe(1);
  expect(held).toEqual(['.gitattributes']);
});

it.each([
  [['check'], 1],
  [['plan', '--exit-code'], 1],
  [['diff'], 1],
  [['check', '--cluster', 'eu-1'], 0],
  [['plan', '-l', 'region=eu'], 0],
  [['diff', '--shard', '1/2'], 0],
  [['diff', '--against', 'rendered/clusters'], 0],
])('fedc %j begins to look at the tree %i times', (argv, times) => {
  const host = inspecting(hostWith({}));
  const folders: string[] = [];
  const { inspectTree } = host;
  Object.assign(host, {
    inspectTree: (out: string) => {
      folders.push(out);
      return inspectTree(out);
    },
  });
  fedc(argv, host);
  expect(folders).toEqual(Array(times).fill('/repo/rendered'));
});
