import { describe, expect, it } from 'vitest';
import { configMap, fedc } from './repository.ts';

/** A tree that was built, after which one object was changed, one removed and one added. */
function changed() {
  const { host } = fedc(['build']);
  host.files.set(
    '/repo/web.yaml',
    Buffer.from(configMap('web', '{clusters: [{name: eu-1}]}', 'new')),
  );
  host.files.set('/repo/api.yaml', Buffer.from(configMap('api', '{clusters: [{name: us-1}]}')));
  return host;
}

describe('fedc plan', () => {
  it('counts objects and files by cluster, and writes nothing', () => {
    const host = changed();
    const before = host.changes.length;
    const { code, output, error } = fedc(['plan'], host);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const [table] = output.split('\n\n');
    expect(table).toBe(`CLUSTER   CREATED   CHANGED   DELETED   FILES
eu-1            0         1         0       1
eu-2            0         0         1       1
us-1            1         0         0       1
total           1         1         1       3`);
    expect(output).toContain('\n3 objects stay the same\n');
    expect(output).toMatch(/The deletions are plan [0-9a-f]{8}\./);
    expect(host.changes.length).toBe(before);
  });

  it('says what a guard would stop', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/namespace.yaml');
    const { output } = fedc(['plan', '--mode', 'gitops'], host);
    expect(output).toContain('fedc build would stop (tree/');
  });

  it('shows all clusters with -o wide', () => {
    const { host } = fedc(['build']);
    expect(
      fedc(['plan', '-o', 'wide'], host).output,
    ).toBe(`CLUSTER   CREATED   CHANGED   DELETED   FILES CREATED   FILES CHANGED   FILES DELETED   LOCKS
eu-1            0         0         0               0               0               0       0
eu-2            0         0         0               0               0               0       0
us-1            0         0         0               0               0               0       0
total           0         0         0               0               0               0       0

5 objects stay the same
`);
  });

  it('gives JSON for programs', () => {
    const { output } = fedc(['plan', '-o', 'json', '--cluster', 'us-1'], changed());
    const plan = JSON.parse(output);
    expect(plan).toMatchObject({
      formatVersion: '1.0',
      out: 'rendered',
      unchanged: 1,
      notes: [],
      total: {
        objects: { created: 1, changed: 0, deleted: 0 },
        files: { created: 1, changed: 0, deleted: 0 },
        locks: { created: 0, changed: 1, deleted: 0 },
      },
    });
    expect(plan.clusters.map(({ cluster }: { cluster: string }) => cluster)).toEqual(['us-1']);
  });

  it('exits with 1 only if asked to', () => {
    const host = changed();
    expect(fedc(['plan'], host).code).toBe(0);
    expect(fedc(['plan', '--exit-code'], host).code).toBe(1);
    const { host: built } = fedc(['build']);
    const { code, output } = fedc(['plan', '--exit-code'], built);
    expect({ code, output }).toEqual({ code: 0, output: 'nothing to do in rendered\n' });
  });

  it('counts what belongs to no cluster, and files whose object is the same', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/rendered/.gitattributes');
    const path = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
    host.files.set(path, Buffer.from(`# a comment\n${host.textOf(path)}`));
    const { output } = fedc(['plan'], host);
    expect(output).toContain(`CLUSTER        CREATED   CHANGED   DELETED   FILES
(no cluster)         0         0         0       1
eu-1                 0         0         0       1
total                0         0         0       2

5 objects stay the same
`);
    expect(output).toMatch(/^fedc build would stop \(tree\/edited-file\): /m);
  });

  it('counts an object that moves to another file as the same', () => {
    const { host } = fedc(['build']);
    const { output } = fedc(['plan', '--layout', 'by-app'], host);
    expect(output).toContain('total           0         0         0');
    expect(output).toContain('5 objects stay the same');
  });
});
