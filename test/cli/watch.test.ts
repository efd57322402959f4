import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/io/host.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../src/io/memory-host.ts';
import { configMap, fedc, files, inventory } from './repository.ts';

/** A command that stays, and what it says from one moment to the next. */
function watching(flags: readonly string[] = [], options: MemoryHostOptions = { files }) {
  const host = createMemoryHost({ workingFolder: '/repo', ...options });
  return { ...drive(host), started: fedc(['watch', ...flags], host), host };
}

function drive(host: MemoryHost) {
  const heard = { output: '', error: '' };
  const step = () => {
    const before = { output: host.output.length, error: host.error.length };
    const next = host.step?.();
    heard.output += host.output.slice(before.output);
    heard.error += host.error.slice(before.error);
    return next;
  };
  return {
    step,
    put: (path: string, text: string) => void host.files.set(path, Buffer.from(text)),
    /** Steps until nothing is left to do; gives what was said meanwhile. */
    settle() {
      heard.output = '';
      heard.error = '';
      for (let times = 0; times < 4; times += 1) step();
      return { ...heard };
    },
  };
}

const eu = '{clusterSelector: {matchLabels: {region: eu}}}';
const path = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
const writes = (host: MemoryHost) => host.changes.filter((change) => change.endsWith('.yaml'));

describe('fedc watch', () => {
  it('builds at once, tells what came, and stays', () => {
    const { started, host } = watching();
    expect(started.code).toBe(0);
    expect(started.output).toBe(`+ Namespace shop in 3 clusters: eu-1, eu-2, us-1
+ ConfigMap shop/web in 2 clusters: eu-1, eu-2
`);
    expect(
      started.error,
    ).toBe(`3 clusters, 5 objects: 9 files written, 0 unchanged, 0 deleted in rendered
Watching this folder; Ctrl-C ends it.
`);
    expect(host.textOf(path)).toContain('a: x');
    expect(host.step).toBeDefined();
  });

  it('writes a change and tells in which clusters', () => {
    const { put, settle, host } = watching();
    put('/repo/web.yaml', configMap('web', eu, 'new'));
    expect(settle()).toEqual({
      output: '~ ConfigMap shop/web in 2 clusters: eu-1, eu-2\n    data.a\n',
      error: '3 clusters, 5 objects: 2 files written, 7 unchanged, 0 deleted in rendered\n',
    });
    expect(host.textOf(path)).toContain('a: new');
  });

  it('does nothing as long as nothing changes, its own tree included', () => {
    const { settle, host } = watching();
    const before = host.changes.length;
    expect(settle()).toEqual({ output: '', error: '' });
    expect(host.changes).toHaveLength(before);
  });

  it('takes a burst of saves for one run', () => {
    const { put, step, settle } = watching();
    put('/repo/web.yaml', configMap('web', eu, 'one'));
    step();
    put('/repo/web.yaml', configMap('web', eu, 'two'));
    step();
    const { output } = settle();
    expect(output.match(/shop\/web/g)).toHaveLength(1);
  });

  it('says nothing of a change that was taken back, or of a file that is no source', () => {
    const { put, settle } = watching();
    put('/repo/README.md', 'new');
    expect(settle()).toEqual({ output: '', error: '' });
    const text = String(files['/repo/web.yaml']);
    put('/repo/web.yaml', `${text}# edited\n`);
    expect(settle().output).toBe('no object changed\n');
  });

  it('notices new and removed files', () => {
    const { put, settle, host } = watching();
    put('/repo/more/api.yaml', configMap('api', '{clusters: [{name: us-1}]}'));
    expect(settle().output).toBe('+ ConfigMap shop/api in 1 cluster: us-1\n');
    host.files.delete('/repo/more/api.yaml');
    const { output, error } = settle();
    expect(output + error).toContain('shop/api');
  });

  it('notices a config that comes, and an inventory outside of the root', () => {
    const { '/repo/clusters.yaml': _, ...sources } = files;
    const { put, settle } = watching(['--inventory', '../clusters.yaml'], {
      files: { ...sources, '/clusters.yaml': inventory },
    });
    put('/clusters.yaml', inventory.replace('region: us', 'region: eu'));
    expect(settle().output).toBe('+ ConfigMap shop/web in 1 cluster: us-1\n');
    put('/repo/fedc.yaml', 'layout: by-app\n');
    expect(settle().error).toContain(' written');
  });

  it('reports an error, leaves the tree as it is, and goes on', () => {
    const { put, settle, host } = watching();
    const before = writes(host).length;
    put('/repo/web.yaml', configMap('web', '{clusters: [{name: wset}]}'));
    const { output, error } = settle();
    expect(output).toBe('');
    expect(error).toContain('error[placement/unknown-cluster]');
    expect(error).toContain('Nothing was written.\n');
    expect(writes(host)).toHaveLength(before);
    put('/repo/web.yaml', configMap('web', '{clusters: [{name: eu-1}]}'));
    expect(settle().output).toBe('- ConfigMap shop/web in 1 cluster: eu-2\n');
  });

  it('starts with sources that do not compile', () => {
    const broken = { ...files, '/repo/web.yaml': configMap('web', '[') };
    const { started, put, settle } = watching([], { files: broken });
    expect(started.error).toContain('error[yaml/');
    expect(started.error).toContain('Watching');
    put('/repo/web.yaml', configMap('web', eu));
    expect(settle().output).toContain('+ ConfigMap shop/web in 2 clusters: eu-1, eu-2\n');
  });

  it('stops where a guard stops a build, and compares with the tree afterwards', () => {
    const { put, settle, host } = watching();
    host.files.delete('/repo/namespace.yaml');
    const { output, error } = settle();
    expect(output).toBe('');
    expect(error).toContain('error[tree/protected-kind]');
    expect(error).toContain('--accept');
    expect(host.textOf(path)).toBeDefined();
    put('/repo/namespace.yaml', String(files['/repo/namespace.yaml']));
    expect(settle().output).toBe('no object changed\n');
  });

  it('writes nothing in a dry run, and tells each change once', () => {
    const { started, put, settle, host } = watching(['--dry-run']);
    expect(started.output).toContain('+ Namespace shop');
    expect(started.error).toContain('3 clusters, 5 objects; nothing was written\n');
    put('/repo/web.yaml', configMap('web', eu, 'new'));
    expect(settle().output).toBe('~ ConfigMap shop/web in 2 clusters: eu-1, eu-2\n    data.a\n');
    expect(host.changes).toEqual([]);
  });

  it('keeps to the clusters of a slice, also when a label moves a cluster into it', () => {
    const { started, put, settle, host } = watching(['-l', 'wave=1']);
    expect(started.output).toContain('in 1 cluster: eu-1\n');
    put('/repo/clusters.yaml', inventory.replace('region: us, wave: "2"', 'region: us, wave: "1"'));
    expect(settle().output).toBe('+ Namespace shop in 1 cluster: us-1\n');
    expect(host.textOf('/repo/rendered/clusters/eu-2/shop/configmap_web.yaml')).toBeUndefined();
  });

  it('does not take its own report for a change', () => {
    const { settle, host } = watching(['--reporter', 'json=report.json']);
    settle();
    const before = host.changes.length;
    settle();
    expect(host.changes).toHaveLength(before);
  });

  it('says only what changed under --quiet', () => {
    const { started, put, settle } = watching(['-q']);
    expect(started.error).toBe('');
    put('/repo/web.yaml', configMap('web', eu, 'new'));
    expect(settle().error).toBe('');
  });

  it.each<[string, readonly string[], number]>([
    ['a root that is not there', ['nowhere'], 3],
    ['a cluster that is not there', ['--cluster', 'wset'], 64],
    ['standard input', ['-f', '-'], 64],
  ])('does not stay for %s', (_, flags, code) => {
    const { started, host } = watching(flags);
    expect(started.code).toBe(code);
    expect(started.error).toContain('error[');
    expect(host.step).toBeUndefined();
  });

  it('looks rarely where looking takes long', () => {
    let time = 0;
    const { step } = watching([], {
      files,
      now: () => {
        time += 20;
        return time;
      },
    });
    expect(step()).toEqual({ pause: 600 });
    expect(drive(fedc(['watch']).host).step()).toEqual({ pause: 100 });
  });
});

describe('fedc watch while something goes wrong', () => {
  /** A host on which something else happens first, the next time that a file is written or made. */
  function disturbed(operation: 'writeFile' | 'createFile', disturb: (host: MemoryHost) => void) {
    const memory = createMemoryHost({ workingFolder: '/repo', files });
    const due = new Set<string>();
    const original = memory[operation];
    const value = (path: string, text: string) => {
      if (due.delete(operation)) disturb(memory);
      return original(path, text);
    };
    const descriptors = Object.getOwnPropertyDescriptors(memory);
    const host: MemoryHost = Object.defineProperties({} as MemoryHost, {
      ...descriptors,
      [operation]: { enumerable: true, value },
    });
    fedc(['watch'], host);
    return { ...drive(host), host, disturbNext: () => void due.add(operation) };
  }

  const fail = (error: Error) => () => {
    throw error;
  };

  it('reports what the machine refuses, and goes on', () => {
    const { disturbNext, put, settle } = disturbed(
      'writeFile',
      fail(new HostError('write', '/x', 'the disk is full')),
    );
    disturbNext();
    put('/repo/web.yaml', configMap('web', eu, 'one'));
    expect(settle().error).toContain('error[output/write-failed]');
    put('/repo/web.yaml', configMap('web', eu, 'two'));
    expect(settle().output).toContain('~ ConfigMap shop/web in 2 clusters');
  });

  it('ends with a bug', () => {
    const { disturbNext, put, step } = disturbed('writeFile', fail(new TypeError('x')));
    disturbNext();
    put('/repo/web.yaml', configMap('web', eu, 'one'));
    step();
    expect(step()).toEqual({ exitCode: 70 });
  });

  it('runs again, in silence, if a source changes under a run', () => {
    const { disturbNext, put, settle, host } = disturbed('createFile', (memory) => {
      memory.files.set('/repo/web.yaml', Buffer.from(configMap('web', eu, 'later')));
    });
    disturbNext();
    put('/repo/web.yaml', configMap('web', eu, 'soon'));
    expect(settle()).toEqual({
      output: '~ ConfigMap shop/web in 2 clusters: eu-1, eu-2\n    data.a\n',
      error: '3 clusters, 5 objects: 2 files written, 7 unchanged, 0 deleted in rendered\n',
    });
    expect(host.textOf(path)).toContain('a: later');
  });
});
