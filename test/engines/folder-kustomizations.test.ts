/** A file among the manifests that is none, as the commands see it. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files } from '../cli/repository.ts';

const config = 'engines: {repository: {path: rendered}, flux: {folderKustomizations: true}}\n';
const list = '/repo/rendered/clusters/eu-1/kustomization.yaml';

function built(): MemoryHost {
  const host = createMemoryHost({
    workingFolder: '/repo',
    files: { ...files, '/repo/fedc.yaml': config },
  });
  expect(fedc(['build'], host).code).toBe(0);
  return host;
}

describe('a kustomization.yaml in the folder of a cluster', () => {
  it('is written, and is what a check expects', () => {
    const host = built();
    expect(host.textOf(list)).toContain('- shop/configmap_web.yaml');
    expect(fedc(['check'], host)).toMatchObject({ code: 0 });
    expect(fedc(['build'], host).error).toContain('nothing to do');
  });

  it('is no object of a diff or a plan', () => {
    const host = built();
    expect(fedc(['diff'], host).output).toContain('no difference, 5 objects are the same');
    expect(fedc(['plan'], host).output).not.toContain('kustomization');
  });

  it('is nothing to apply', () => {
    const { output } = fedc(['build', '--stdout', '--cluster', 'eu-1'], built());
    expect(output).toContain('kind: ConfigMap');
    expect(output).not.toContain('ustomiz');
  });

  it('follows the objects, which deletes nothing', () => {
    const host = built();
    const added = configMap('api', '{clusterSelector: {}}');
    host.files.set('/repo/api.yaml', new TextEncoder().encode(added));
    expect(fedc(['plan'], host).output).not.toContain('deletions are');
    expect(fedc(['build'], host).code).toBe(0);
    expect(host.textOf(list)).toContain('- shop/configmap_api.yaml');
  });

  it('is missed when it is gone, and mended', () => {
    const host = built();
    host.files.delete(list);
    expect(fedc(['check'], host).code).toBe(1);
    expect(fedc(['build'], host).code).toBe(0);
    expect(fedc(['check'], host).code).toBe(0);
  });

  it('goes with its setting, and nothing else does', () => {
    const host = built();
    host.files.set('/repo/fedc.yaml', new TextEncoder().encode(config.replace('true', 'false')));
    expect(fedc(['plan'], host).output).not.toContain('ustomization');
    expect(fedc(['build'], host).code).toBe(0);
    expect(host.files.has(list)).toBe(false);
    expect(host.files.has('/repo/rendered/clusters/eu-1/shop/configmap_web.yaml')).toBe(true);
  });

  it('is written for some clusters only, and the others keep theirs', () => {
    const host = built();
    const { code } = fedc(['build', '--cluster', 'eu-1'], host);
    expect(code).toBe(0);
    expect(fedc(['check'], host).code).toBe(0);
  });
});
