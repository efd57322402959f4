/** How a build writes: alone, from sources that stay as they were read, and only where nothing is in the way. */
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type Host, HostError } from '../../src/io/host.ts';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files } from './repository.ts';

const changed = { '/repo/web.yaml': configMap('web', '{clusterSelector: {}}', 'changed') };
const writer = (pid: number, host = 'memory') =>
  `fedc-writer 1\nhost ${host}\npid ${pid}\nstart -\n`;

function built(): Readonly<Record<string, string>> {
  const { host } = fedc(['build']);
  return Object.fromEntries([...host.files.keys()].map((path) => [path, host.textOf(path) ?? '']));
}

/** A repository whose tree has something to do. */
function worldWith(more: Readonly<Record<string, string>> = {}, running: readonly number[] = []) {
  return createMemoryHost({
    workingFolder: '/repo',
    files: { ...built(), ...changed, ...more },
    running,
  });
}

describe('one writer at a time', () => {
  it('gives way to a build that runs, even if nothing is to be done', () => {
    const own = { '/repo/rendered/.fedc/writer': writer(5) };
    for (const more of [own, { ...own, '/repo/web.yaml': String(files['/repo/web.yaml']) }]) {
      const host = worldWith(more, [5]);
      const { code, error } = fedc(['build'], host);
      expect(code).toBe(3);
      expect(error).toContain(
        'error[tree/busy]: Another fedc (process 5) is writing into rendered.',
      );
      expect(error).toContain('help: Run the build again when it is done.');
      expect(host.changes).toEqual([]);
    }
  });

  it('gives way to a first build that runs', () => {
    const own = { '/repo/rendered.fedc-new/.fedc/writer': writer(5) };
    const host = createMemoryHost({
      workingFolder: '/repo',
      files: { ...files, ...own },
      running: [5],
    });
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(3);
    expect(error).toContain('error[tree/busy]: Another fedc (process 5) is writing into rendered.');
    expect(host.changes).toEqual([]);
  });

  it('cannot tell of another machine, and names the file to delete', () => {
    const host = worldWith({ '/repo/rendered/.fedc/writer': writer(5, 'build-3') });
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(3);
    expect(error).toContain('(process 5 on "build-3") began to write into rendered');
    expect(error).toContain('delete rendered/.fedc/writer and build again');
    expect(host.changes).toEqual([]);
  });

  it('takes the place of one that has ended, and says so', () => {
    const host = worldWith({ '/repo/rendered/.fedc/writer': writer(5) });
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(0);
    expect(error).toContain(
      'note[tree/interrupted]: An earlier run (process 5) was stopped while it wrote into rendered;',
    );
    expect([...host.files.keys()].filter((path) => path.includes('.fedc'))).toEqual([]);
  });

  it('does not deploy or read what a first build has left', () => {
    const left = {
      '/repo/rendered.fedc-new/.fedc/writer': writer(5),
      '/repo/rendered.fedc-new/clusters/eu-1/shop/configmap_old.yaml': 'kind: FederatedX\n a: [',
    };
    const { host, code } = fedc(['build'], { files: { ...files, ...left } });
    expect(code).toBe(0);
    expect([...host.files.keys()].filter((path) => path.includes('old.yaml'))).toEqual([]);
    const second = worldWith(left);
    expect(fedc(['build'], second).code).toBe(0);
    expect([...second.files.keys()].filter((path) => path.includes('.fedc'))).toEqual([]);
  });

  it('plans again if another build was faster', () => {
    const host = worldWith();
    const other = worldWith();
    fedc(['build'], other);
    const overtaken: Host = {
      ...host,
      makeFolder(path) {
        if (path.endsWith('.fedc'))
          for (const [at, bytes] of other.files) host.files.set(at, bytes);
        host.makeFolder(path);
      },
    };
    expect(run(['build'], overtaken)).toBe(0);
    expect(host.error).toContain('nothing to do');
  });

  it('does not take half of what another build is writing for an edited file', () => {
    const host = worldWith();
    const other = worldWith();
    fedc(['build'], other);
    let isDone = false;
    const overtaken: Host = {
      ...host,
      hashFile(path) {
        if (!isDone) for (const [at, bytes] of other.files) host.files.set(at, bytes);
        isDone = true;
        return host.hashFile(path);
      },
    };
    expect(run(['build'], overtaken)).toBe(0);
    expect(host.error).toContain('nothing to do');
  });
});

describe('the sources', () => {
  /** Changes a source once it has been compiled: when the tree is about to be written. */
  function meddled(memory: MemoryHost, meddle: () => void): Host {
    return {
      ...memory,
      createFile(path, text) {
        meddle();
        return memory.createFile(path, text);
      },
    };
  }

  it.each([
    { name: 'an update', create: () => worldWith() },
    { name: 'a first build', create: () => createMemoryHost({ workingFolder: '/repo', files }) },
  ])('stop $name if they were changed meanwhile, and nothing is written', ({ create }) => {
    const memory = create();
    const before = [...memory.files.keys()].sort();
    const texts = before.map((path) => memory.textOf(path));
    const host = meddled(memory, () => memory.files.set('/repo/clusters.yaml', Buffer.from('x')));
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain(
      'error[repo/changed-underneath]: clusters.yaml was changed while it was compiled.',
    );
    expect([...memory.files.keys()].sort()).toEqual(before);
    expect(before.filter((path, index) => memory.textOf(path) !== texts[index])).toEqual([
      '/repo/clusters.yaml',
    ]);
  });

  it('may be written again with the same bytes', () => {
    const memory = worldWith();
    const same = memory.textOf('/repo/clusters.yaml') ?? '';
    const host = meddled(memory, () => memory.files.set('/repo/clusters.yaml', Buffer.from(same)));
    expect(run(['build'], host)).toBe(0);
  });
});

describe('what is put in the way while the tree is written', () => {
  it('stops the build before anything is changed, if it is there in time', () => {
    const memory = worldWith();
    const host: Host = {
      ...memory,
      createFile(path, text) {
        memory.links.set('/repo/rendered/clusters/us-1', '/etc');
        return memory.createFile(path, text);
      },
    };
    expect(run(['build'], host)).toBe(4);
    expect(memory.error).toContain('error[tree/path-escape]');
    expect(memory.error).toContain('clusters/us-1 is a symbolic link');
    expect(memory.changes.filter((change) => !change.includes('/.fedc/'))).toEqual([]);
    expect([...memory.files.keys()].filter((path) => path.includes('.fedc'))).toEqual([]);
  });

  it('stops the build at the file that was edited, and the next one recovers the rest', () => {
    const memory = worldWith();
    const path = '/repo/rendered/clusters/eu-2/shop/configmap_web.yaml';
    const original = memory.textOf(path) ?? '';
    const host: Host = {
      ...memory,
      rename(from, to) {
        if (to.endsWith('/pending')) memory.files.set(path, Buffer.from('edited'));
        memory.rename(from, to);
      },
    };
    expect(run(['build'], host)).toBe(4);
    expect(memory.error).toContain(
      'error[tree/edited-file]: rendered/clusters/eu-2/shop/configmap_web.yaml',
    );
    expect(memory.textOf(path)).toBe('edited');
    expect(fedc(['build'], memory).code).toBe(4);
    memory.files.set(path, Buffer.from(original));
    const { code, error } = fedc(['build'], memory);
    expect(code).toBe(0);
    expect(error).toContain('note[tree/interrupted]: An earlier run was stopped');
    expect(memory.textOf(path)).toContain('changed');
  });

  it.each([
    { name: 'a link', options: { links: { '/repo/rendered/.fedc': '/etc' } } },
    { name: 'a file', options: { files: { '/repo/rendered/.fedc': '' } } },
  ])('stops the build at $name in place of .fedc', ({ options }) => {
    const host = createMemoryHost({
      workingFolder: '/repo',
      ...options,
      files: { ...built(), ...changed, ...options.files },
    });
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain('error[tree/path-escape]: rendered/.fedc is not written');
    expect(host.changes).toEqual([]);
  });
});

describe('what the machine refuses', () => {
  const refusals = [
    'permission denied',
    'the file system is read-only',
    'the disk is full',
    'the path is too long',
    'a file stands where a folder is needed',
  ];

  it.each(refusals)('is output/write-failed with the reason: %s', (reason) => {
    const memory = worldWith();
    const before = [...memory.files.keys()].sort();
    const host: Host = {
      ...memory,
      makeFolder(path) {
        throw new HostError('write', path, reason);
      },
    };
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain(
      `error[output/write-failed]: /repo/rendered/.fedc cannot be written: ${reason}.`,
    );
    expect([...memory.files.keys()].sort()).toEqual(before);
  });

  it('is no obstacle beside the folder: then the tree is written in its place', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const host: Host = {
      ...memory,
      makeFolder(path) {
        if (path.includes('.fedc-new')) throw new HostError('write', path, 'permission denied');
        memory.makeFolder(path);
      },
    };
    expect(run(['build'], host)).toBe(0);
    const { host: expected } = fedc(['build']);
    expect([...memory.files.keys()].sort()).toEqual([...expected.files.keys()].sort());
  });

  it('is no obstacle in place of an empty folder that has to stay', () => {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const out = '/repo/rendered';
    const host: Host = {
      ...memory,
      kindOf: (path) => memory.kindOf(path) ?? (path === out ? 'folder' : undefined),
      removeEmptyFolder(path) {
        if (path === out) throw new HostError('remove', path, 'it is in use');
        return memory.removeEmptyFolder(path);
      },
    };
    expect(run(['build'], host)).toBe(0);
    const { host: expected } = fedc(['build']);
    expect([...memory.files.keys()].sort()).toEqual([...expected.files.keys()].sort());
  });

  it('stays output/write-failed when a name cannot even be looked up', () => {
    const memory = worldWith();
    const host: Host = {
      ...memory,
      kindOf(path) {
        if (path.endsWith('us-1/shop')) throw new HostError('read', path, 'the path is too long');
        return memory.kindOf(path);
      },
    };
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain('error[output/write-failed]');
    expect(memory.changes).toEqual([]);
  });

  it('keeps a file whose name differs only in case where case does not count', () => {
    const lower = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
    const lock = '/repo/rendered/index/clusters/eu-1.lock';
    const memory = worldWith();
    const text = memory.textOf(lock) ?? '';
    const line = /.*configmap_web\.yaml\n/.exec(text)?.[0] ?? '';
    memory.files.set(
      lock,
      Buffer.from(`fedc-lock 1\n${line.replace('web', 'WEB')}${text.slice(12)}`),
    );
    const fold = (path: string) => (path.startsWith('/repo/rendered/') ? path.toLowerCase() : path);
    const host: Host = {
      ...memory,
      kindOf: (path) => memory.kindOf(fold(path)),
      hashFile: (path) => memory.hashFile(fold(path)),
      readFile: (path) => memory.readFile(fold(path)),
      removeFile: (path) => memory.removeFile(fold(path)),
    };
    expect(run(['build'], host)).toBe(3);
    expect(memory.error).toContain('only case tells it from');
    expect(memory.textOf(lower)).toBe(built()[lower]);
  });
});

it('says of a list of changes that was edited that nothing is done by it', () => {
  const host = worldWith({ '/repo/rendered/.fedc/pending': 'fedc-pending 1\n- -  ../x\n' });
  const { code, error } = fedc(['build'], host);
  expect(code).toBe(4);
  expect(error).toContain(
    'error[tree/broken-pending]: rendered/.fedc/pending is not what an interrupted build leaves: line 2.',
  );
});
