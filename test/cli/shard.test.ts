import { describe, expect, it } from 'vitest';
import { createShardFilter, parseShard } from '../../src/cli/shard.ts';
import type { MemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting, configMap, fedc, files, inventory } from './repository.ts';

const names = (amount: number) => Array.from({ length: amount }, (_, index) => `prod-eu-${index}`);

describe('parseShard', () => {
  it.each([
    { text: '1/1', index: 1, count: 1 },
    { text: '3/4', index: 3, count: 4 },
    { text: '10000/10000', index: 10000, count: 10000 },
  ])('reads $text', ({ text, index, count }) => {
    expect(parseShard(text)).toEqual({ index, count });
  });
});

describe('createShardFilter', () => {
  it('puts each cluster into exactly one shard, and about as many into each', () => {
    const filters = Array.from({ length: 8 }, (_, index) =>
      createShardFilter({ index: index + 1, count: 8 }),
    );
    const sizes = filters.map((isPart) => names(4000).filter(isPart).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4000);
    expect(Math.min(...sizes)).toBeGreaterThan(400);
    expect(Math.max(...sizes)).toBeLessThan(600);
  });

  it('keeps to the places that were given out once', () => {
    const isPart = createShardFilter({ index: 1, count: 2 });
    expect(['eu-1', 'eu-2', 'us-1'].map(isPart)).toEqual([true, true, false]);
  });
});

describe('fedc build --shard', () => {
  it.each([
    { shard: '0/4', said: 'Write I/N' },
    { shard: '5/4', said: 'Of 4 shards the last is 4/4.' },
    { shard: 'a/b', said: 'Write I/N' },
    { shard: '1/0', said: 'Write I/N' },
    { shard: '1/10001', said: 'at most 10000 shards' },
    { shard: '01/4', said: 'Write I/N' },
    { shard: '1', said: 'Write I/N' },
  ])('refuses $shard', ({ shard, said }) => {
    const { host, code, error } = fedc(['build', '--shard', shard]);
    expect(code).toBe(64);
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain(said);
    expect(host.changes).toEqual([]);
  });

  it('writes the clusters of the shard', () => {
    const { code, error } = fedc(['build', '--shard', '1/2']);
    expect({ code, error }).toEqual({
      code: 0,
      error: '2 clusters, 4 objects: 7 files written, 0 unchanged, 0 deleted in rendered\n',
    });
  });

  it.each([
    { flags: ['--cluster', 'eu-*', '--shard', '3/5'], objects: ['eu-1'] },
    { flags: ['-l', 'region=us', '--shard', '2/2'], objects: ['us-1'] },
  ])('takes what all flags take: $flags', ({ flags, objects }) => {
    const { output } = fedc(['build', '-o', 'json', ...flags]);
    expect(Object.keys(JSON.parse(output).clusters)).toEqual(objects);
  });

  it.each([
    { flags: ['--shard', '4/5'], said: 'Shard 4/5 holds none of the 3 clusters' },
    { flags: ['--cluster', 'eu-1', '--shard', '4/5'], said: 'holds none of the 1 cluster' },
  ])('is done where it holds no cluster: $flags', ({ flags, said }) => {
    const { host, code, error } = fedc(['build', ...flags]);
    expect(code).toBe(0);
    expect(error).toContain('note[cli/empty-shard]');
    expect(error).toContain(said);
    expect(host.changes).toEqual([]);
  });

  it('says nothing of it where the config says so', () => {
    const config = 'diagnostics: {cli/empty-shard: off}\n';
    const { code, error } = fedc(['build', '--shard', '4/5'], {
      files: { ...files, '/repo/fedc.yaml': config },
    });
    expect({ code, error }).toEqual({
      code: 0,
      error: '0 clusters, 0 objects: nothing to do in rendered\n',
    });
  });

  it('prints no stream where it holds no cluster', () => {
    const { code, error } = fedc(['build', '--shard', '1/3', '--stdout']);
    expect(code).toBe(64);
    expect(error).toContain('no cluster is in the slice');
  });

  it('still refuses names and labels that no cluster has', () => {
    expect(fedc(['build', '--cluster', 'eu-9', '--shard', '1/3']).code).toBe(64);
    expect(fedc(['build', '-l', 'wave=9', '--shard', '1/3']).code).toBe(64);
  });
});

describe('a cluster that left the inventory', () => {
  function left() {
    const { host } = fedc(['build']);
    const without = inventory.replace(/^.*eu-2.*\n/m, '');
    host.files.set('/repo/clusters.yaml', new TextEncoder().encode(without));
    return host;
  }

  const lock = '/repo/rendered/index/clusters/eu-2.lock';

  it('is deleted by its shard, and by no other', () => {
    const host = left();
    expect(buildAccepting(host, '--shard', '1/3').error).toContain('nothing to do');
    expect(buildAccepting(host, '--shard', '3/3').error).toContain('nothing to do');
    expect(host.files.has(lock)).toBe(true);
    expect(fedc(['build', '--shard', '2/3'], host).error).toContain('error[tree/cluster-emptied]');
    expect(buildAccepting(host, '--shard', '2/3').error).toContain('3 deleted');
    expect(host.files.has(lock)).toBe(false);
  });

  it('stands in the plan and the diff of its shard', () => {
    const host = left();
    expect(fedc(['plan', '--shard', '2/3'], host).output).toContain('eu-2');
    expect(fedc(['diff', '--shard', '2/3'], host).code).toBe(1);
    expect(fedc(['diff', '--shard', '3/3'], host).code).toBe(0);
  });

  it('is not meant by labels or a pattern, with a shard neither', () => {
    const host = left();
    expect(buildAccepting(host, '-l', 'wave', '--shard', '2/3').code).toBe(0);
    expect(host.files.has(lock)).toBe(true);
  });
});

describe('guards of a shard', () => {
  const maps = Object.fromEntries(
    names(10).map((name) => [`/repo/${name}.yaml`, configMap(name, '{clusterSelector: {}}')]),
  );

  it('count what its clusters lose, by a name of their own', () => {
    const { host } = fedc(['build'], { files: { ...files, ...maps } });
    for (const path of Object.keys(maps).slice(0, 4)) host.files.delete(path);
    const first = fedc(['build', '--shard', '1/2'], host);
    const second = fedc(['build', '--shard', '2/2'], host);
    expect(first.error).toContain('8 of 24 objects would be deleted');
    expect(second.error).toContain('4 of 11 objects would be deleted');
    const planNames = [first, second].map(({ error }) => /^Plan (\w+) /m.exec(error)?.[1] ?? '');
    const accepted = planNames.flatMap((name) => ['--accept', name]);
    // One list of names serves all jobs: another shard's is not stale here.
    for (const shard of ['1/2', '2/2']) {
      const { code, error } = fedc(['build', '--shard', shard, ...accepted], host);
      expect(code).toBe(0);
      expect(error).not.toContain('tree/stale-acceptance');
    }
  });
});

describe('what belongs to no cluster', () => {
  const config = { '/repo/fedc.yaml': 'engines: {flux: {}}\n' };
  const another = inventory.replace(/^(.*)us-1(.*)$/m, '$1us-1$2\n$1ap-1$2');

  it.each(['1/3 2/3 3/3', '3/3 2/3 1/3'])(
    'of a cluster that goes is deleted where that is allowed, in the order %s',
    (shards) => {
      const { host } = fedc(['build'], {
        files: { ...files, ...config, '/repo/clusters.yaml': another },
      });
      host.files.set('/repo/clusters.yaml', new TextEncoder().encode(inventory));
      const codes = shards.split(' ').map((shard) => fedc(['build', '--shard', shard], host).code);
      expect([...new Set(codes)].sort()).toEqual([0, 4]);
      for (const shard of shards.split(' ')) {
        const argv = ['build', '--shard', shard, '--allow-empty-cluster', 'ap-1'];
        expect(fedc(argv, host).code).toBe(0);
      }
      expect(treeOf(host)).toEqual(
        treeOf(fedc(['build'], { files: { ...files, ...config } }).host),
      );
    },
  );

  it('is kept up to date by the first shard, so that all shards make the whole', () => {
    const { host } = fedc(['build'], { files: { ...files, ...config } });
    host.files.set('/repo/clusters.yaml', new TextEncoder().encode(another));
    for (const shard of ['3/3', '2/3', '1/3'])
      expect(fedc(['build', '--shard', shard], host).code).toBe(0);
    const whole = fedc(['build'], {
      files: { ...files, ...config, '/repo/clusters.yaml': another },
    }).host;
    expect(treeOf(host)).toEqual(treeOf(whole));
    expect(treeOf(host).join('\n')).toContain('engine/flux/clusters/ap-1/sync.yaml');
  });

  it.each(['--cluster eu-1', '-l region=eu', '--shard 2/3'])('is left alone by %s', (flags) => {
    const { host } = fedc(['build'], { files: { ...files, ...config } });
    host.files.set('/repo/fedc.yaml', new TextEncoder().encode('engines: {}\n'));
    const before = treeOf(host);
    expect(fedc(['build', ...flags.split(' ')], host).code).toBe(0);
    expect(treeOf(host)).toEqual(before);
  });
});

function treeOf({ files: all, textOf }: MemoryHost): readonly string[] {
  const paths = [...all.keys()].filter((path) => path.startsWith('/repo/rendered/'));
  return paths.sort().map((path) => `${path}\n${textOf(path)}`);
}
