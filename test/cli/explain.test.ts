import { describe, expect, it } from 'vitest';
import { fedc, files } from './repository.ts';

describe('fedc explain', () => {
  it('shows every cluster with the reason and its line', () => {
    const { host, code, output, error } = fedc(['explain', 'configmap/web', '-n', 'shop']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(`\n${output}`).toBe(`
ConfigMap shop/web (web.yaml:1): 2 of 3 clusters

CLUSTER   PLACED   REASON                                             SOURCE
eu-1      yes      the cluster selector takes it                      web.yaml:7
eu-2      yes      the cluster selector takes it                      web.yaml:7
us-1      no       the cluster selector wants region=eu (it has us)   web.yaml:7
`);
    expect(host.changes).toEqual([]);
  });

  it.each([
    'ConfigMap/web',
    'configmaps/web',
    'FederatedConfigMap/web',
    'federatedconfigmaps.types.kubefed.io/web',
  ])('finds %s', (name) => {
    expect(fedc(['explain', name]).output).toContain('ConfigMap shop/web');
  });

  it('answers as JSON', () => {
    const { output } = fedc(['explain', 'configmap/web', '-o', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      objects: [
        {
          group: '',
          kind: 'ConfigMap',
          namespace: 'shop',
          name: 'web',
          source: { file: 'web.yaml', line: 1 },
          clusters: [
            { cluster: 'eu-1', placed: true },
            { cluster: 'eu-2', placed: true },
            { cluster: 'us-1', placed: false, file: 'web.yaml', line: 7 },
          ],
        },
      ],
    });
  });

  it.each([
    { name: 'configmap/wep', hint: 'Did you mean configmap/web -n shop?' },
    { name: 'deployment/web', hint: 'Did you mean configmap/web -n shop' },
    { name: 'configmap/nothinglikeit', hint: 'There is no configmap/nothinglikeit' },
  ])('exits with 1 for $name and names the nearest', ({ name, hint }) => {
    const { code, output, error } = fedc(['explain', name]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain(hint);
  });

  it('looks in one namespace if asked to', () => {
    expect(fedc(['explain', 'configmap/web', '-n', 'other']).code).toBe(1);
  });

  it('wants KIND/NAME', () => {
    expect(fedc(['explain', 'web']).code).toBe(64);
  });

  it('shows what it can when there are errors', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n a: [' };
    const { code, output } = fedc(['explain', 'configmap/web'], { files: broken });
    expect(code).toBe(2);
    expect(output).toContain('2 of 3 clusters');
  });
});
