import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Commit, lookAgain, updateTree } from '../../src/io/apply.ts';
import { HostError } from '../../src/io/host.ts';
import { createMemoryHost, type MemoryHostOptions } from '../../src/io/memory-host.ts';
import { TreeChanged } from '../../src/io/tree-changed.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const change = (before?: string, after?: string) => ({
  before: before === undefined ? undefined : hash(before),
  after: after === undefined ? undefined : hash(after),
});

const created = 'clusters/a/y/new.yaml';
const replaced = 'clusters/a/y/changed.yaml';
const deleted = 'clusters/a/x/old.yaml';
const lock = 'index/clusters/a.lock';

const commit: Commit = {
  plan: {
    writes: [
      { path: created, text: 'new' },
      { path: replaced, text: 'two' },
    ],
    deletions: [deleted],
    unchanged: 0,
    locks: [{ path: lock, text: 'lock' }],
    staleLocks: [],
  },
  changes: new Map([
    [created, change(undefined, 'new')],
    [replaced, change('one', 'two')],
    [deleted, change('old')],
    [lock, change(undefined, 'lock')],
  ]),
  pending: 'pending',
  leftovers: [],
  durability: 'fast',
};

const files = { [`/out/${replaced}`]: 'one', [`/out/${deleted}`]: 'old', '/out/README.md': 'kept' };
const host = (more: MemoryHostOptions = {}) =>
  createMemoryHost({ ...more, files: { ...files, ...more.files } });

describe('updateTree', () => {
  it('says what it does, writes through temporary files, then locks, then deletes, then forgets', () => {
    const memory = host();
    updateTree(memory, '/out', commit);
    expect(memory.changes).toEqual([
      'write /out/.fedc/pending.fedc-tmp',
      'rename /out/.fedc/pending',
      `write /out/${created}.fedc-tmp`,
      `rename /out/${created}`,
      `write /out/${replaced}.fedc-tmp`,
      `rename /out/${replaced}`,
      `write /out/${lock}.fedc-tmp`,
      `rename /out/${lock}`,
      `remove /out/${deleted}`,
      'remove /out/.fedc/pending',
    ]);
    expect([...memory.files.keys()].sort()).toEqual([
      '/out/README.md',
      `/out/${replaced}`,
      `/out/${created}`,
      `/out/${lock}`,
    ]);
  });

  it.each([
    { durability: 'fast', expected: ['pending.fedc-tmp', '.fedc', ''] },
    {
      durability: 'full',
      expected: [
        'pending.fedc-tmp',
        '.fedc',
        '',
        'new.yaml.fedc-tmp',
        'changed.yaml.fedc-tmp',
        'y',
        'a',
        'clusters',
        '',
        'a.lock.fedc-tmp',
        'clusters',
        'index',
        '',
        'a',
        'clusters',
        '',
      ],
    },
  ] as const)('waits for the disk as far as $durability asks', ({ durability, expected }) => {
    const synced: string[] = [];
    const memory = host();
    const watched = {
      ...memory,
      sync: (path: string) => void synced.push(path.replace(/^\/out\/?/, '').replace(/.*\//, '')),
    };
    updateTree(watched, '/out', { ...commit, durability });
    expect(synced).toEqual(expected);
  });

  it('makes each folder once', () => {
    const made: string[] = [];
    const watched = { ...host(), makeFolder: (path: string) => void made.push(path) };
    updateTree(watched, '/out', commit);
    expect(made).toEqual(['/out/clusters/a/y', '/out/index/clusters']);
  });

  it('leaves what others have to do, and removes what a stopped run left', () => {
    const memory = host({
      files: { [`/out/${created}.fedc-tmp`]: 'ne', '/out/clusters/a/README.fedc-tmp': 'kept' },
    });
    updateTree(memory, '/out', { ...commit, remaining: 'rest', leftovers: [created] });
    expect(memory.textOf('/out/.fedc/pending')).toBe('rest');
    expect(memory.changes[0]).toBe(`remove /out/${created}.fedc-tmp`);
    expect(memory.textOf('/out/clusters/a/README.fedc-tmp')).toBe('kept');
  });

  it('changes nothing for an empty plan', () => {
    const memory = host();
    const plan = { writes: [], deletions: [], unchanged: 7, locks: [], staleLocks: [] };
    const { pending: _, ...idle } = commit;
    updateTree(memory, '/out', { ...idle, plan, changes: new Map() });
    expect(memory.changes).toEqual([]);
  });

  it.each([
    { name: 'a file to replace that was edited', files: { [`/out/${replaced}`]: 'edited' } },
    { name: 'a file to delete that was edited', files: { [`/out/${deleted}`]: 'edited' } },
    { name: 'a file where none was', files: { [`/out/${created}`]: 'foreign' } },
    { name: 'a lock where none was', files: { [`/out/${lock}`]: 'foreign' } },
  ])('stops at $name, and what it was about to do stays named', (found) => {
    const memory = host(found);
    const before = Object.entries(found.files);
    expect(() => updateTree(memory, '/out', commit)).toThrow(TreeChanged);
    for (const [path, text] of before) expect(memory.textOf(path)).toBe(text);
    expect(memory.textOf('/out/.fedc/pending')).toBe('pending');
  });

  it('does not delete again what somebody has deleted, and takes what somebody has written as planned', () => {
    const memory = host({ files: { [`/out/${created}`]: 'new' } });
    memory.files.delete(`/out/${deleted}`);
    updateTree(memory, '/out', commit);
    expect(memory.changes).not.toContain(`remove /out/${deleted}`);
    expect(memory.textOf(`/out/${created}`)).toBe('new');
  });
});

describe('links that are put in while a tree is written', () => {
  /** Puts a link in place right before a change of the disk. */
  function swapping(at: string, link: string) {
    const memory = host({
      files: { '/elsewhere/y/changed.yaml': 'one', '/elsewhere/x/old.yaml': 'old' },
    });
    const swap = (path: string) => {
      if (path !== at) return;
      for (const each of [...memory.files.keys()])
        if (each.startsWith(`${link}/`)) memory.files.delete(each);
      memory.links.set(link, '/elsewhere');
    };
    const swapped = {
      ...memory,
      writeFile(path: string, text: string) {
        memory.writeFile(path, text);
        swap(path);
      },
      rename(from: string, to: string) {
        memory.rename(from, to);
        swap(to);
      },
    };
    return { memory, swapped };
  }

  it.each([
    { name: 'a folder to write into', at: '/out/.fedc/pending', link: '/out/clusters/a' },
    { name: 'a folder to delete from', at: `/out/${lock}`, link: '/out/clusters/a' },
    { name: 'the folder of the locks', at: `/out/${replaced}`, link: '/out/index' },
  ])('are not followed: $name', ({ at, link }) => {
    const { memory, swapped } = swapping(at, link);
    expect(() => updateTree(swapped, '/out', commit)).toThrow(TreeChanged);
    const elsewhere = [...memory.files].filter(([path]) => path.startsWith('/elsewhere/'));
    expect(elsewhere.map(([path]) => path)).toEqual([
      '/elsewhere/y/changed.yaml',
      '/elsewhere/x/old.yaml',
    ]);
    expect(memory.textOf('/elsewhere/y/changed.yaml')).toBe('one');
  });
});

describe('lookAgain', () => {
  it('finds what was put in the way since the plan was made', () => {
    const memory = host({ links: { '/out/index': '/elsewhere' } });
    expect(() => lookAgain(memory, '/out', commit)).toThrow('index is a symbolic link');
  });

  it('refuses to delete what only case tells from another file', () => {
    const upper = 'clusters/a/x/OLD.yaml';
    const plan = { ...commit.plan, deletions: [upper] };
    const memory = host({ files: { [`/out/${upper}`]: 'old' } });
    const look = () => lookAgain(memory, '/out', { ...commit, plan });
    expect(look).toThrow(HostError);
    expect(look).toThrow('only case tells it from clusters/a/x/old.yaml');
    memory.files.delete(`/out/${deleted}`);
    expect(look).not.toThrow();
  });

  it('finds out that a name is too long before anything is written', () => {
    const memory = host();
    const short = {
      ...memory,
      kindOf(path: string) {
        if (path.length > 38) throw new HostError('read', path, 'the path is too long');
        return memory.kindOf(path);
      },
    };
    expect(() => lookAgain(short, '/out', commit)).toThrow('the path is too long');
  });
});
