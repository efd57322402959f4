import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files, inventory } from './repository.ts';

const kubefed = (name: string) => `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata: {name: ${name}, namespace: kube-federation-system, labels: {region: eu}}
`;

const path = '/repo/clusters.yaml';

const label = (argv: readonly string[], all: Readonly<Record<string, string>> = files) =>
  fedc(['clusters', 'label', ...argv], { files: all });

describe('fedc clusters label', () => {
  it('sets a label, keeps everything else, and says what moves', () => {
    const commented = `# fleet\n${inventory.replace('us-1,', 'us-1 , ')} # last\n`;
    const { code, output, error, host } = label(['us-1', 'tier=gold', 'region=eu', '--overwrite'], {
      ...files,
      [path]: commented,
    });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`clusters.yaml:7   us-1   tier=gold
clusters.yaml:7   us-1   region=eu (was us)
+ ConfigMap shop/web in 1 cluster: us-1
`);
    expect(host.textOf(path)).toBe(
      commented.replace('region: us, wave: "2"', 'region: eu, wave: "2", tier: gold'),
    );
    expect(host.changes).toEqual([`rewrite ${path}`]);
  });

  it('takes several clusters, and takes labels away', () => {
    const { code, output, host } = label(['eu-1', 'eu-2', 'wave-', 'nothing-']);
    expect(code).toBe(0);
    expect(output).toBe(`clusters.yaml:4   eu-1   no wave (was 1)
clusters.yaml:4   eu-1   no nothing, as before
clusters.yaml:5   eu-2   no wave (was 2)
clusters.yaml:5   eu-2   no nothing, as before
no object changed
`);
    expect(host.textOf(path)).toBe(inventory.replaceAll(/(eu), wave: "."/g, '$1'));
  });

  it('takes the clusters of a selector', () => {
    const { code, host } = label(['-l', 'region=eu', 'env=prod']);
    expect(code).toBe(0);
    expect(host.textOf(path)?.match(/env: prod/g)).toHaveLength(2);
  });

  it('labels what has no labels yet, in any style', () => {
    const blocks = `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - name: a # alpha
  - name: b
    labels:
    region: eu
  - {name: c}
  - name: d
    labels:
      tier: gold # decided
`;
    const all = { [path]: blocks, '/repo/n.yaml': configMap('web', '{clusterSelector: {}}') };
    const { code, host } = label(['a', 'b', 'c', 'd', 'env=prod', 'when=2026-01'], all);
    expect(code).toBe(0);
    expect(host.textOf(path)).toBe(`apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - name: a # alpha
    labels: {env: prod, when: 2026-01}
  - name: b
    labels: {env: prod, when: 2026-01}
    region: eu
  - {name: c, labels: {env: prod, when: 2026-01}}
  - name: d
    labels:
      tier: gold # decided
      env: prod
      when: 2026-01
`);
  });

  it('writes JSON into JSON', () => {
    const json = JSON.stringify({
      apiVersion: 'fedc/v1alpha1',
      kind: 'ClusterInventory',
      clusters: [{ name: 'a' }],
    });
    const { host } = label(['a', 'on=true'], { '/repo/clusters.json': json });
    expect(JSON.parse(host.textOf('/repo/clusters.json') ?? '')).toMatchObject({
      clusters: [{ name: 'a', labels: { on: 'true' } }],
    });
  });

  it('shows and does not write under --dry-run', () => {
    const { code, output, error, host } = label(['us-1', 'region=eu', '--overwrite', '--dry-run']);
    expect(code).toBe(0);
    expect(output).toContain('+ ConfigMap shop/web in 1 cluster: us-1\n');
    expect(error).toBe('nothing was written\n');
    expect(host.changes).toEqual([]);
  });

  it('finds an inventory that a flag names, wherever it stands', () => {
    const { [path]: _, ...sources } = files;
    const all = { ...sources, '/fleet/clusters.yaml': inventory };
    const argv = ['us-1', 'tier=gold', '--inventory', '../fleet/clusters.yaml'];
    const { code, output, host } = label(argv, all);
    expect(code).toBe(0);
    expect(output).toMatch(/^\.\.\/fleet\/clusters\.yaml:6 +us-1 +tier=gold\n/);
    expect(host.textOf('/fleet/clusters.yaml')).toContain('wave: "2", tier: gold}');
  });

  it('writes nothing where all is so already', () => {
    const { code, output, host } = label(['us-1', 'region=us']);
    expect(code).toBe(0);
    expect(output).toBe('clusters.yaml:6   us-1   region=us, as before\nno object changed\n');
    expect(host.changes).toEqual([]);
  });

  it('says what no longer compiles, and that nothing is known where nothing did', () => {
    const only = {
      ...files,
      '/repo/web.yaml': configMap('web', '{clusterSelector: {matchLabels: {region: us}}}'),
    };
    const { code, output, host } = label(['us-1', 'region-'], only);
    expect(code).toBe(0);
    expect(output).toContain('- ConfigMap shop/web in 1 cluster: us-1\n');
    expect(output).toContain('the sources do not compile any more: placement/');
    const broken = label(['us-1', 'tier=gold'], {
      ...files,
      '/repo/web.yaml': configMap('web', '{clusters: [{name: x}]}'),
    });
    expect(broken.code).toBe(0);
    expect(broken.output).toContain('not known while the sources do not compile');
    expect(broken.host.changes).toEqual([`rewrite ${path}`]);
    expect(host.changes).toEqual([`rewrite ${path}`]);
  });

  it('gives JSON with a version', () => {
    const { output } = label(['us-1', 'region=eu', 'wave-', '--overwrite', '-o', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      written: true,
      clusters: [
        {
          name: 'us-1',
          file: 'clusters.yaml',
          line: 6,
          labels: [
            { key: 'region', value: 'eu', old: 'us' },
            { key: 'wave', old: '2' },
          ],
        },
      ],
      changes: { created: { objects: 1, clusters: 1 } },
      newErrors: [],
    });
  });
});

describe('what is refused', () => {
  it.each([
    { name: 'another value', argv: ['us-1', 'region=eu'], said: 'has "region=us" already' },
    { name: 'an unknown cluster', argv: ['eu9', 'a=b'], said: 'Did you mean "eu-1" or "eu-2"?' },
    { name: 'an unknown selection', argv: ['-l', 'region=mars', 'a=b'], said: 'region=mars' },
    { name: 'a bad selector', argv: ['-l', 'region>1', 'a=b'], said: 'compares numbers' },
    { name: 'names and a selector', argv: ['us-1', '-l', 'a', 'a=b'], said: 'is given, too' },
    { name: 'no cluster', argv: ['a=b'], said: 'label needs clusters' },
    { name: 'no label', argv: ['us-1'], said: 'label needs a label' },
    { name: 'a bad key', argv: ['us-1', 'a b=c'], said: 'is not a label key' },
    { name: 'a bad value', argv: ['us-1', 'a=b c'], said: 'cannot be the value' },
    { name: 'a label twice', argv: ['us-1', 'a=b', 'a-'], said: 'is named twice' },
    { name: 'control characters', argv: ['\u001b[31m', 'a=b'], said: 'u001b' },
  ])('$name', ({ argv, said }) => {
    const { code, output, error, host } = label(argv);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain(said);
    expect(error).not.toContain('\u001b');
    expect(host.changes).toEqual([]);
  });

  it('a cluster that another document describes, with the way out', () => {
    const all = { ...files, '/repo/kubefed/ap 1.yaml': kubefed('ap-1') };
    const { code, error } = label(['ap-1', 'a=b'], all);
    expect(code).toBe(64);
    expect(error).toContain('but by KubeFedCluster in kubefed/ap 1.yaml:1.');
    expect(error).toContain(
      "fedc clusters import --from 'kubefed/ap 1.yaml' --write inventory.yaml",
    );
  });

  it('what would contradict another document, unless the inventory is to decide', () => {
    const all = { ...files, '/repo/k.yaml': kubefed('eu-1') };
    const taken = label(['eu-1', 'region-'], all);
    expect(taken.code).toBe(64);
    expect(taken.error).toContain('also stands in k.yaml:3');
    const named = label(['eu-1', 'region=us'], all);
    expect(named.code).toBe(64);
    expect(named.error).toContain('help: Use --overwrite to change it.');
    expect([...taken.host.changes, ...named.host.changes]).toEqual([]);
  });

  it('an inventory with an error, and labels that an anchor shares', () => {
    const twice = label(['eu-1', 'a=b'], { ...files, [path]: `${inventory}  - {name: eu-1}\n` });
    expect(twice.code).toBe(2);
    const anchored = inventory.replace('{region: eu, wave: "1"}', '&eu {region: eu}');
    const shared = anchored.replace('{region: eu, wave: "2"}', '*eu');
    const { code, error, host } = label(['eu-1', 'a=b'], { ...files, [path]: shared });
    expect(code).toBe(64);
    expect(error).toContain('other places share its text by an anchor');
    expect(host.changes).toEqual([]);
  });

  it('a file that changes while it is read', () => {
    const host = createMemoryHost({ workingFolder: '/repo', files });
    const racing = {
      ...host,
      readFile(file: string) {
        const bytes = host.readFile(file);
        if (file === path) host.files.set(path, Buffer.from(`${inventory}# new\n`));
        return bytes;
      },
    };
    expect(run(['clusters', 'label', 'eu-1', 'a=b'], racing)).toBe(3);
    expect(host.error).toContain('error[repo/changed-underneath]');
    expect(host.textOf(path)).toBe(`${inventory}# new\n`);
  });
});

describe('a label of which another document says something else', () => {
  const all = { ...files, '/repo/k.yaml': kubefed('eu-1') };
  const argv = ['eu-1', 'region=us', 'new=1', '--overwrite'];

  it('is decided by the inventory, which says so', () => {
    const { code, output, host } = label(argv, all);
    expect(code).toBe(0);
    expect(output).toContain('region=us (was eu), and decides it\n');
    expect(host.textOf(path)).toContain('decides: [labels.region]}');
    const again = fedc(['clusters', 'label', 'eu-1', 'region=ap', '--overwrite'], host);
    expect(again.code).toBe(0);
    expect(host.textOf(path)).toContain('region: ap');
    expect(host.textOf(path)?.match(/labels\.region/g)).toHaveLength(1);
  });

  it('joins those that are decided already', () => {
    const block =
      'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n  - name: eu-1\n    labels: {wave: "1"}\n    decides:\n      - labels.wave # ours\n';
    const { code, host } = label(argv, { ...all, [path]: block });
    expect(code).toBe(0);
    expect(host.textOf(path)).toContain('      - labels.wave # ours\n      - labels.region\n');
  });
});
