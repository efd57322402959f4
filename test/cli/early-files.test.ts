/** A first build of many sources is written while it is compiled, and nobody may notice. */
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type Host, HostError } from '../../src/io/host.ts';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { configMap, files, inventory, manyNotes } from './repository.ts';

type Files = Readonly<Record<string, string>>;

const sources: Files = {
  ...files,
  '/repo/one.yaml': configMap('one', '{clusterSelector: {}}'),
  '/repo/two.yaml': `${configMap('two', '{clusterSelector: {}}', 'größe')}  overrides:
    - clusterName: us-1
      clusterOverrides: [{path: /data/a, value: other}]
    - clusterName: eu-2
      clusterOverrides: [{path: /data/b, op: add, value: more}]
`,
};

/** The last of all objects, so that others are written when it turns out to be wrong. */
const wrong = `${configMap('zz', '{clusterSelector: {}}')}  overrides:
    - clusterName: us-1
      clusterOverrides: [{path: /data/none/x, op: remove}]
`;

/** An edit that changes nothing. */
const idle = `${configMap('zz', '{clusterSelector: {}}')}  overrides:
    - clusterName: us-1
      clusterOverrides: [{path: /data/a, value: x}]
`;

/** Paths below `rendered.fedc-new` that are written before `/repo/rendered` gets its name. */
function watched(host: MemoryHost): { readonly host: Host; readonly early: string[] } {
  const early: string[] = [];
  const work = (): ReturnType<Host['openFileWork']> => {
    const own = host.openFileWork(0);
    return {
      ...own,
      write(path, text, about) {
        early.push(path);
        own.write(path, text, about);
      },
    };
  };
  return { host: { ...host, openFileWork: work }, early };
}

function machine(...parts: readonly Files[]): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files: Object.assign({}, ...parts) });
}

function build(parts: readonly Files[], ...flags: readonly string[]) {
  const memory = machine(...parts);
  const before = [...memory.files.keys()].sort();
  const { host, early } = watched(memory);
  const code = run(['build', ...flags], host);
  const made = [...memory.files.keys()].filter((path) => !before.includes(path)).sort();
  return { code, memory, early, made, error: memory.error };
}

function treeOf({ memory, made }: ReturnType<typeof build>): Files {
  return Object.fromEntries(made.map((path) => [path, memory.textOf(path) ?? '']));
}

describe('a first build of many sources', () => {
  it('makes the tree that few sources make, to the byte', () => {
    const [many, few] = [build([sources, manyNotes]), build([sources])];
    expect(many.code, many.error).toBe(0);
    expect(treeOf(many)).toEqual(treeOf(few));
    expect(many.error).toContain('3 clusters, 11 objects: 15 files written');
    expect(few.error).toContain('3 clusters, 11 objects: 15 files written');
  });

  it.each([
    ['by-app', ['--layout', 'by-app']],
    ['with files for an engine', ['--emit', 'flux', '--repository', 'https://git.example.com/a']],
  ])('makes the same tree %s', (_, flags) => {
    const [many, few] = [build([sources, manyNotes], ...flags), build([sources], ...flags)];
    expect(many.code, many.error).toBe(0);
    expect(treeOf(many)).toEqual(treeOf(few));
  });

  it.each<[string, Files, readonly string[], string]>([
    ['an edit fails', { '/repo/zz.yaml': wrong }, [], 'error[override/path-not-found]'],
    [
      'an object is there twice',
      { '/repo/zz.yaml': configMap('one', '{clusterSelector: {}}') },
      [],
      'error[output/duplicate-object]',
    ],
    [
      'a warning counts as an error',
      { '/repo/zz.yaml': idle },
      ['--strict'],
      'warning[override/no-effect]',
    ],
  ])('leaves nothing behind when %s', (_, more, flags, message) => {
    const { code, early, made, error } = build([sources, manyNotes, more], ...flags);
    expect(code).not.toBe(0);
    expect(error).toContain(message);
    expect(error).toContain('Nothing was written');
    expect(early.length).toBeGreaterThan(5);
    expect(made).toEqual([]);
  });

  it('begins nothing when something is wrong already', () => {
    const broken = { '/repo/zz.yaml': 'kind: FederatedConfigMap\na: [\n' };
    const { code, early, made } = build([sources, manyNotes, broken]);
    expect([code, early, made]).toEqual([2, [], []]);
  });

  it.each([
    ['a slice', ['--cluster', 'eu-*']],
    ['a shard', ['--shard', '1/1']],
    ['what has to survive a power cut', ['--durability', 'full']],
    ['a folder whose parent is not there', ['--out', 'a/b']],
  ])('waits for the end with %s', (_, flags) => {
    const good = build([sources, manyNotes], ...flags);
    expect(good.code, good.error).toBe(0);
    expect(treeOf(good)).toEqual(treeOf(build([sources], ...flags)));
    const bad = build([sources, manyNotes, { '/repo/zz.yaml': wrong }], ...flags);
    expect([bad.code, bad.early, bad.made]).toEqual([2, [], []]);
    expect(bad.memory.kindOf('/repo/a')).toBeUndefined();
  });

  it('does not touch what is foreign beside the folder', () => {
    const foreign = { '/repo/rendered.fedc-new/mine.txt': 'mine' };
    const { code, made, memory } = build([sources, manyNotes, foreign]);
    expect(code).toBe(4);
    expect(made).toEqual([]);
    expect(memory.textOf('/repo/rendered.fedc-new/mine.txt')).toBe('mine');
  });

  it.each([
    ['the folder of a run that died', { '.fedc/writer': '', 'clusters/eu-1/a.yaml': 'a: 1\n' }],
    ['a state folder that is none', { '.fedc/writer/mine.txt': 'mine' }],
  ])('keeps %s when something else is wrong', (_, standing) => {
    const beside = Object.fromEntries(
      Object.entries(standing).map(([path, text]) => [`/repo/rendered.fedc-new/${path}`, text]),
    );
    const { code, made, memory, error } = build([
      sources,
      manyNotes,
      beside,
      { '/repo/zz.yaml': wrong },
    ]);
    expect([code, made], error).toEqual([2, []]);
    expect(error).toContain('error[override/path-not-found]');
    for (const [path, text] of Object.entries(beside)) expect(memory.textOf(path)).toBe(text);
  });

  it('refuses a state folder that is none as any build does', () => {
    const strange = { '/repo/rendered.fedc-new/.fedc/writer/mine.txt': 'mine' };
    const { code, error, made } = build([sources, manyNotes, strange]);
    expect([code, made], error).toEqual([4, []]);
    expect(error).toContain('error[tree/path-escape]: rendered/.fedc/writer is not written');
  });

  it('takes over the folder of a run that died', () => {
    const left = {
      '/repo/rendered.fedc-new/.fedc/writer': '',
      '/repo/rendered.fedc-new/clusters/eu-1/old.yaml': 'a: 1\n',
    };
    const [many, few] = [build([sources, manyNotes, left]), build([sources])];
    expect(many.code, many.error).toBe(0);
    expect(many.error).toContain('tree/interrupted');
    expect(treeOf(many)).toEqual(treeOf(few));
    expect(many.memory.kindOf('/repo/rendered.fedc-new')).toBeUndefined();
  });

  it('tells what is wrong with the sources before what the machine refuses', () => {
    const memory = machine(sources, manyNotes, { '/repo/zz.yaml': wrong });
    const realPath: Host['realPath'] = (path) => {
      if (path === '/locked/home') throw new HostError('read', path, 'permission denied');
      return memory.realPath(path);
    };
    const code = run(['build'], { ...memory, homeFolder: '/locked/home', realPath });
    expect(code, memory.error).toBe(2);
    expect(memory.error).toContain('error[override/path-not-found]');
  });

  it('begins nothing beside a folder that may not be the output', () => {
    const home = { '/home/notes.txt': 'mine' };
    const { code, early, made } = build([sources, manyNotes, home], '--out', '/home/user');
    expect([code, early, made]).toEqual([4, [], []]);
  });

  it('writes everything in place when the empty folder cannot be replaced', () => {
    const memory = machine(sources, manyNotes);
    memory.makeFolder('/repo/rendered');
    const removeEmptyFolder: Host['removeEmptyFolder'] = (path) =>
      path !== '/repo/rendered' && memory.removeEmptyFolder(path);
    const { host, early } = watched(memory);
    expect(run(['build'], { ...host, removeEmptyFolder }), memory.error).toBe(0);
    expect(early.length).toBeGreaterThan(5);
    expect(memory.kindOf('/repo/rendered.fedc-new')).toBeUndefined();
    const expected = treeOf(build([sources]));
    for (const [path, text] of Object.entries(expected)) expect(memory.textOf(path)).toBe(text);
  });

  it('starts again when a file could not be written', () => {
    const memory = machine(sources, manyNotes);
    let refusals = 0;
    const openFileWork: Host['openFileWork'] = (count) => {
      const own = memory.openFileWork(count);
      const write: typeof own.write = (path, text, about) => {
        if (path.includes('two') && refusals === 0) {
          refusals += 1;
          throw new HostError('write', path, 'no space left');
        }
        own.write(path, text, about);
      };
      return { ...own, write };
    };
    expect(run(['build'], { ...memory, openFileWork }), memory.error).toBe(0);
    expect(refusals).toBe(1);
    expect(memory.kindOf('/repo/rendered.fedc-new')).toBeUndefined();
    const expected = treeOf(build([sources]));
    for (const [path, text] of Object.entries(expected)) expect(memory.textOf(path)).toBe(text);
  });

  it.each([1, 2, 3, 4, 5])('writes in place when the folder is filled at look %i', (look) => {
    const memory = machine(sources, manyNotes);
    const { host, early } = watched(memory);
    let [looks, isEnded] = [0, false];
    const kindOf: Host['kindOf'] = (path) => {
      if (path === '/repo/rendered' && early.length > 0) looks += 1;
      if (looks === look) memory.files.set('/repo/rendered/mine.txt', Buffer.from('mine'));
      return memory.kindOf(path);
    };
    const openFileWork: Host['openFileWork'] = (count) => {
      const work = host.openFileWork(count);
      if (early.length > 0) return work;
      const finish = () => {
        isEnded = true;
        return work.finish();
      };
      return { ...work, finish };
    };
    expect(run(['build'], { ...host, kindOf, openFileWork }), memory.error).toBe(0);
    expect(isEnded).toBe(true);
    expect(memory.textOf('/repo/rendered/mine.txt')).toBe('mine');
    expect(memory.kindOf('/repo/rendered.fedc-new')).toBeUndefined();
    const expected = treeOf(build([sources]));
    for (const [path, text] of Object.entries(expected)) expect(memory.textOf(path)).toBe(text);
  });

  it('says that the sources changed meanwhile, and leaves nothing behind', () => {
    const memory = machine(sources, manyNotes);
    const { host } = watched(memory);
    const openFileWork: Host['openFileWork'] = (count) => {
      memory.files.set('/repo/clusters.yaml', Buffer.from(inventory.replace('us-1', 'us-2')));
      return host.openFileWork(count);
    };
    expect(run(['build'], { ...host, openFileWork })).not.toBe(0);
    expect(memory.error).toContain('repo/changed-underneath');
    expect([...memory.files.keys()].filter((path) => path.includes('rendered'))).toEqual([]);
  });
});
