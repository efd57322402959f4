import { describe, expect, it } from 'vitest';
import { configMap, fedc, files, inventory } from './repository.ts';

describe('fedc check', () => {
  it('says yes after a build, and writes nothing', () => {
    const { host } = fedc(['build']);
    const before = host.changes.length;
    const { code, output, error } = fedc(['check'], host);
    expect({ code, output, error }).toEqual({
      code: 0,
      output: '',
      error: 'rendered is what the sources give: 9 files\n',
    });
    expect(host.changes.length).toBe(before);
  });

  it('lists everything as missing where nothing was built yet', () => {
    const { code, output, error } = fedc(['check', '-o', 'name']);
    expect(code).toBe(1);
    expect(output.split('\n')).toContain('rendered/clusters/eu-1/shop/configmap_web.yaml');
    expect(error).toBe(
      '13 files in rendered are not what the sources give; fedc diff shows what differs, fedc build writes it\n',
    );
  });

  it('does not send people to a diff that would show nothing', () => {
    const { host } = fedc(['build']);
    const { code, error } = fedc(['check', '--emit', 'flux'], host);
    expect(code).toBe(1);
    expect(error).toMatch(/not what the sources give; fedc build writes it\n$/);
  });

  it('lists what is missing, different and no longer wanted, with the locks', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/web.yaml');
    host.files.set('/repo/api.yaml', Buffer.from(configMap('api', '{clusters: [{name: us-1}]}')));
    host.files.set('/repo/rendered/clusters/eu-1/_cluster/namespace_shop.yaml', Buffer.from('# x'));
    const { code, output } = fedc(['check'], host);
    expect(code).toBe(1);
    expect(output).toBe(`different  rendered/clusters/eu-1/_cluster/namespace_shop.yaml
extra      rendered/clusters/eu-1/shop/configmap_web.yaml
extra      rendered/clusters/eu-2/shop/configmap_web.yaml
missing    rendered/clusters/us-1/shop/configmap_api.yaml
different  rendered/index/clusters/eu-1.lock
different  rendered/index/clusters/eu-2.lock
different  rendered/index/clusters/us-1.lock
`);
  });

  it('looks at the clusters of a slice only', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/web.yaml');
    host.files.set('/repo/api.yaml', Buffer.from(configMap('api', '{clusters: [{name: us-1}]}')));
    const { output } = fedc(['check', '--cluster', 'us-1', '-o', 'name'], host);
    expect(output).toBe(
      'rendered/clusters/us-1/shop/configmap_api.yaml\nrendered/index/clusters/us-1.lock\n',
    );
    expect(fedc(['build', '-l', 'region=us'], host).code).toBe(0);
    expect(fedc(['check', '-l', 'region=us'], host).code).toBe(0);
    expect(fedc(['check', '-l', 'region=eu'], host).code).toBe(1);
  });

  it('takes the lock of a cluster that is gone for an extra file', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/clusters.yaml', Buffer.from(inventory.replace(/^.*us-1.*\n/m, '')));
    expect(fedc(['check', '-o', 'json'], host).output).toBe(`{
  "formatVersion": "1.0",
  "out": "rendered",
  "upToDate": false,
  "files": [
    {
      "path": "clusters/us-1/_cluster/namespace_shop.yaml",
      "state": "extra"
    },
    {
      "path": "index/clusters/us-1.json",
      "state": "extra"
    },
    {
      "path": "index/clusters/us-1.lock",
      "state": "extra"
    }
  ]
}
`);
  });

  it('takes a broken lock and a link in the way for differences', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/rendered/index/clusters/eu-1.lock', Buffer.from('<<<<<<< ours\n'));
    host.files.delete('/repo/rendered/clusters/eu-2/shop/configmap_web.yaml');
    host.links.set('/repo/rendered/clusters/eu-2/shop/configmap_web.yaml', '/etc/passwd');
    const { code, output } = fedc(['check'], host);
    expect({ code, output }).toEqual({
      code: 1,
      output: `different  rendered/clusters/eu-2/shop/configmap_web.yaml
different  rendered/index/clusters/eu-1.lock
`,
    });
  });

  it('does not mind files that are not fedc’s', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/rendered/clusters/eu-1/README.md', new Uint8Array());
    expect(fedc(['check'], host).code).toBe(0);
  });

  it('exits with 2 if the sources cannot be compiled, and answers nothing', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n a: [' };
    const { code, output } = fedc(['check'], { files: broken });
    expect({ code, output }).toEqual({ code: 2, output: '' });
  });
});
