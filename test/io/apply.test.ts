import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/io/apply.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';

const nothing = { writes: [], deletions: [], unchanged: 0, locks: [], staleLocks: [] };

describe('applyPlan', () => {
  it('writes through a temporary file that no engine takes for a manifest, and locks last', () => {
    const host = createMemoryHost({ files: { '/out/clusters/a/x/old.yaml': 'old' } });
    applyPlan(host, '/out', {
      ...nothing,
      writes: [{ path: 'clusters/a/y/new.yaml', text: 'new' }],
      deletions: ['clusters/a/x/old.yaml'],
      locks: [{ path: 'index/clusters/a.lock', text: 'lock' }],
    });
    expect(host.changes).toEqual([
      'write /out/clusters/a/y/new.yaml.fedc-tmp',
      'rename /out/clusters/a/y/new.yaml',
      'remove /out/clusters/a/x/old.yaml',
      'write /out/index/clusters/a.lock.fedc-tmp',
      'rename /out/index/clusters/a.lock',
    ]);
    expect([...host.files.keys()].sort()).toEqual([
      '/out/clusters/a/y/new.yaml',
      '/out/index/clusters/a.lock',
    ]);
  });

  it('changes nothing for an empty plan', () => {
    const host = createMemoryHost({ files: { '/out/x': '' } });
    applyPlan(host, '/out', { ...nothing, unchanged: 7 });
    expect(host.changes).toEqual([]);
  });
});
