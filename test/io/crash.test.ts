/** A build that dies, or is refused, at any change of the disk: the next one makes the tree that an undisturbed one makes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Host } from '../../src/io/host.ts';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { configMap, files, inventory, manyNotes } from '../cli/repository.ts';
import { countingHost, dyingHost, refusingHost, Stop } from './faulty-host.ts';

type Files = Readonly<Record<string, string>>;

const config = { '/repo/fedc.yaml': 'guards: {maxDelete: 100%, allowEmptyClusters: [us-1]}\n' };

const old: Files = {
  ...config,
  ...files,
  '/repo/gone.yaml': configMap('gone', '{clusterSelector: {}}'),
  '/repo/moved.yaml': configMap('moved', '{clusters: [{name: eu-1}]}'),
};
const fresh: Files = {
  ...config,
  '/repo/clusters.yaml': inventory,
  '/repo/namespace.yaml': String(files['/repo/namespace.yaml']),
  '/repo/web.yaml': configMap('web', '{clusterSelector: {matchLabels: {region: eu}}}', 'changed'),
  '/repo/moved.yaml': configMap('moved', '{clusters: [{name: eu-2}]}'),
  '/repo/new.yaml': configMap('new', '{clusterSelector: {}}'),
};
/** What somebody commits between the crash and the next build. */
const newer: Files = {
  ...fresh,
  '/repo/web.yaml': configMap('web', '{clusters: [{name: us-1}]}', 'again'),
  '/repo/new.yaml': configMap('new', '{clusters: [{name: eu-1}]}', 'other'),
};
const foreign: Files = {
  '/repo/rendered/README.md': 'ours',
  '/repo/rendered/clusters/eu-1/NOTES.txt': 'ours',
  '/repo/rendered/clusters/eu-1/shop/NOTES.txt': 'ours',
};

function world(...parts: Files[]): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files: Object.assign({}, ...parts) });
}

/** Everything that does not belong to the sources. */
function treeOf(host: MemoryHost): Record<string, string> {
  const paths = [...host.files.keys()].filter((path) => path.startsWith('/repo/rendered'));
  return Object.fromEntries(paths.sort().map((path) => [path, host.textOf(path) ?? '']));
}

function built(sources: Files, tree: Files, flags: readonly string[] = []): Files {
  const host = world(sources, tree);
  const code = run(['build', ...flags], host);
  expect(code, host.error).toBe(0);
  return treeOf(host);
}

function countChanges(sources: Files, tree: Files, flags: readonly string[]): number {
  const { host, count } = countingHost(world(sources, tree));
  run(['build', ...flags], host);
  return count();
}

/** A tree after a build that died. */
function wreck(
  { sources, tree, flags }: { sources: Files; tree: Files; flags: readonly string[] },
  at: number,
  how: 'before' | 'torn',
): Files {
  const host = world(sources, tree);
  expect(() => run(['build', ...flags], dyingHost(host, at, how))).toThrow(Stop);
  return treeOf(host);
}

function* deaths(calls: number): Generator<readonly [number, 'before' | 'torn']> {
  for (let at = 1; at <= calls; at += 1) {
    yield [at, 'before'];
    yield [at, 'torn'];
  }
}

function scaled(total: number): string {
  return `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template: {spec: {replicas: 1}}
  placement: {clusters: [{name: eu-1}, {name: eu-2}]}
---
apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec: {targetKind: FederatedDeployment, totalReplicas: ${total}}
`;
}

let standing: Files = {};

beforeAll(() => {
  standing = { ...built(old, {}), ...foreign };
});

const scenarios = [
  { name: 'an update', flags: [], from: () => standing },
  {
    name: 'an update that survives power cuts',
    flags: ['--durability', 'full'],
    from: () => standing,
  },
  { name: 'a slice', flags: ['--cluster', 'eu-*'], from: () => standing },
  { name: 'a first build', flags: [], from: () => ({}) },
  {
    name: 'a first build that survives power cuts',
    flags: ['--durability', 'full'],
    from: () => ({}),
  },
  { name: 'a first build of many sources', flags: [], from: () => manyNotes },
  { name: 'a first build of a slice', flags: ['-l', 'wave=2'], from: () => ({}) },
  {
    name: 'a first build beside other files',
    flags: [],
    from: () => ({ '/repo/rendered/README.md': 'ours' }),
  },
];

describe.each(scenarios)('$name that dies', ({ flags, from }) => {
  it('is finished by the next one, wherever it died', () => {
    const [tree, expected] = [from(), built(fresh, from())];
    const calls = countChanges(fresh, tree, flags);
    expect(calls).toBeGreaterThan(15);
    for (const [at, how] of deaths(calls)) {
      const left = wreck({ sources: fresh, tree, flags }, at, how);
      expect(built(fresh, left), `${how} ${at}`).toEqual(expected);
    }
  });

  it('is finished by the next one when the sources have changed meanwhile, or changed back', () => {
    const tree = from();
    const targets = [newer, old].map((sources) => [sources, built(sources, tree)] as const);
    for (const [at, how] of deaths(countChanges(fresh, tree, flags))) {
      const left = wreck({ sources: fresh, tree, flags }, at, how);
      for (const [sources, expected] of targets)
        expect(built(sources, left), `${how} ${at}`).toEqual(expected);
    }
  });

  it('is finished when a slice is built in between', () => {
    const [tree, expected] = [from(), built(newer, from())];
    for (const [at, how] of deaths(countChanges(fresh, tree, flags))) {
      const left = wreck({ sources: fresh, tree, flags }, at, how);
      const slice = built(newer, left, ['--cluster', 'us-1']);
      expect(built(newer, slice), `${how} ${at}`).toEqual(expected);
    }
  });

  it('is finished even if the next one dies, too', () => {
    const [tree, expected] = [from(), built(newer, from())];
    for (let at = 2; at <= countChanges(fresh, tree, flags); at += 7) {
      const left = wreck({ sources: fresh, tree, flags }, at, 'torn');
      for (let again = 1; again <= countChanges(old, left, []); again += 5) {
        const twice = wreck({ sources: old, tree: left, flags: [] }, again, 'torn');
        expect(built(newer, twice), `${at}, ${again}`).toEqual(expected);
      }
    }
  });
});

describe.each(scenarios)('$name that the machine refuses to finish', ({ flags, from }) => {
  it.each(['once', 'for good'] as const)('(%s) is finished by the next one', (how) => {
    const [tree, expected] = [from(), built(fresh, from())];
    for (let at = 1; at <= countChanges(fresh, tree, flags); at += 1) {
      const host = world(fresh, tree);
      const code = run(['build', ...flags], refusingHost(host, at, how));
      // A file that is only tidied away, or a place that is only tried, is no reason to fail.
      expect([0, 3], `${at}: ${host.error}`).toContain(code);
      if (code === 3) expect(host.error).toContain('the disk is full');
      expect(built(fresh, treeOf(host)), `${at}`).toEqual(expected);
    }
  });
});

it('leaves nothing behind when a first build is refused', () => {
  for (let at = 3; at <= 20; at += 1) {
    for (const notes of [{}, manyNotes]) {
      const host = world(fresh, notes);
      const code = run(['build'], refusingHost(host, at, 'for good'));
      if (code === 3) expect(treeOf(host)).toEqual({});
    }
  }
});

describe('after a build that died', () => {
  const flags: readonly string[] = [];

  function midway(): { readonly left: Files; readonly at: number } {
    const calls = countChanges(fresh, standing, flags);
    for (let at = 1; at <= calls; at += 1) {
      const left = wreck({ sources: fresh, tree: standing, flags }, at, 'before');
      const has = (cluster: string) =>
        `/repo/rendered/clusters/${cluster}/shop/configmap_new.yaml` in left;
      if (has('eu-1') && !has('us-1')) return { left, at };
    }
    throw new Error('there is no such moment');
  }

  it('says that it is finished', () => {
    const host = world(fresh, midway().left);
    expect(run(['build'], host)).toBe(0);
    expect(host.error).toContain('note[tree/interrupted]: An earlier run (process 1) was stopped');
  });

  it('stops at a file of it that somebody has edited since, wanted or not', () => {
    const path = '/repo/rendered/clusters/eu-1/shop/configmap_new.yaml';
    const { left } = midway();
    for (const sources of [fresh, old]) {
      const host = world(sources, left, { [path]: 'edited' });
      const before = treeOf(host);
      expect(run(['build'], host)).toBe(4);
      expect(host.error).toContain('error[tree/edited-file]');
      expect(host.error).toContain('rendered/clusters/eu-1/shop/configmap_new.yaml');
      const { '/repo/rendered/.fedc/writer': _, ...after } = treeOf(host);
      const { '/repo/rendered/.fedc/writer': __, ...expected } = before;
      expect(after).toEqual(expected);
    }
  });

  it('takes a file that a lock lists by now, whatever it was then', () => {
    const { left } = midway();
    const { '/repo/rendered/.fedc/pending': pending = '' } = left;
    const host = world(newer, built(newer, {}), {
      '/repo/rendered/.fedc/pending': pending,
      ...foreign,
    });
    expect(run(['build'], host)).toBe(0);
    expect(treeOf(host)).toEqual({ ...built(newer, {}), ...foreign });
  });

  it('is finished although files are adopted in between', () => {
    for (const [at, how] of deaths(countChanges(fresh, standing, flags))) {
      const left = wreck({ sources: fresh, tree: standing, flags }, at, how);
      const host = world(newer, left);
      expect(run(['adopt'], host), host.error).toBe(0);
      expect(built(newer, treeOf(host)), `${how} ${at}`).toEqual(built(newer, standing));
    }
  });

  it('shows in a plan what the next build does, and no file of it as edited', () => {
    for (const [at, how] of deaths(countChanges(fresh, standing, flags))) {
      const host = world(newer, wreck({ sources: fresh, tree: standing, flags }, at, how));
      expect(run(['plan'], host), host.error).toBe(0);
      expect(host.output, `${how} ${at}`).not.toContain('fedc build would stop');
      expect(host.changes).toEqual([]);
    }
  });

  it('has its replica counts read, although no lock lists them yet', () => {
    const sources = {
      ...files,
      '/repo/fedc.yaml': 'replicas: {previous: tree}\nguards: {maxDelete: 100%}\n',
      '/repo/web.yaml': scaled(6),
    };
    const tree = built(sources, {});
    const more = { ...sources, '/repo/web.yaml': scaled(7) };
    const expected = built(more, tree);
    for (const [at, how] of deaths(countChanges(more, tree, flags)))
      expect(built(more, wreck({ sources: more, tree, flags }, at, how))).toEqual(expected);
  });

  it.each([
    'nonsense\n',
    'fedc-pending 1\n- -  ../../secret\n',
    `fedc-pending 1\n${'0'.repeat(64)} -  /etc/passwd\n`,
    'fedc-pending 1\n- -  index/clusters/../../x.lock\n',
    'fedc-pending 1\n- -  .git/config\n',
    'fedc-pending 1\n- -  clusters/a/x.yaml\n- -  clusters/a/x.yaml\n',
  ])('does nothing by a list that fedc does not write: %j', (text) => {
    const state = {
      '/repo/rendered/.fedc/pending': text,
      '/repo/rendered/.fedc/.gitignore': '*\n',
    };
    const host = world(fresh, standing, state);
    const before = treeOf(host);
    expect(run(['build'], host)).toBe(4);
    expect(host.error).toContain('error[tree/broken-pending]');
    expect(treeOf(host)).toEqual(before);
  });
});

describe('a folder beside the output folder that fedc did not make', () => {
  it.each([
    { name: 'with files', files: { '/repo/rendered.fedc-new/x': 'ours' }, links: {} },
    { name: 'that is a file', files: { '/repo/rendered.fedc-new': 'ours' }, links: {} },
    { name: 'that is a link', files: {}, links: { '/repo/rendered.fedc-new': '/etc' } },
    { name: 'with a link', files: {}, links: { '/repo/rendered.fedc-new/.fedc': '/etc' } },
  ])('$name stops a first build', ({ files: standingThere, links }) => {
    const all = { ...fresh, ...standingThere };
    const host = createMemoryHost({ workingFolder: '/repo', files: all, links });
    expect(run(['build'], host)).toBe(4);
    expect(host.error).toContain('error[tree/path-escape]: rendered.fedc-new is not written');
    expect(host.changes).toEqual([]);
  });
});

it('writes nothing when nothing is to be done, not even for a moment', () => {
  const { host, count } = countingHost(world(old, standing));
  expect(run(['build'], host as Host)).toBe(0);
  expect(count()).toBe(0);
});
