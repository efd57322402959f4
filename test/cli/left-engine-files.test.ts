/** Files of engines belong to the fleet: what a build for some clusters says of them. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files, inventory } from './repository.ts';

const stages = 'engines: {repository: {path: rendered}, flux: {split: stages}}\n';
const everywhere = '{clusterSelector: {}}';

function built(): MemoryHost {
  const host = createMemoryHost({
    workingFolder: '/repo',
    files: { ...files, '/repo/fedc.yaml': stages },
  });
  expect(fedc(['build'], host).code).toBe(0);
  return host;
}

/** The warning of a build after one more file; empty without. */
function warned(path: string, text: string, argv: readonly string[]): string {
  const host = built();
  host.files.set(path, new TextEncoder().encode(text));
  const { code, error } = fedc(['build', ...argv], host);
  expect(code).toBe(0);
  return error.split('\n').find((line) => line.includes('tree/engine-file-left')) ?? '';
}

describe('files of engines in a build for some clusters', () => {
  const added = ['/repo/api.yaml', configMap('api', everywhere)] as const;

  it('that are about one of them are named when they are out of date', () => {
    const line = warned(...added, ['--cluster', 'eu-1']);
    expect(line).toContain('1 engine file is out of date');
    expect(line).toContain('engine/flux/stages/eu-1/rest/kustomization.yaml');
    expect(warned(...added, ['-l', 'region=eu'])).toContain('2 engine files are out of date');
  });

  it('that are of a new cluster are missed', () => {
    const text = `${inventory}  - {name: eu-3, labels: {region: eu}}\n`;
    const line = warned('/repo/clusters.yaml', text, ['--cluster', 'eu-3']);
    expect(line).toContain('engine/flux/clusters/eu-3/sync.yaml');
  });

  it('that are of no use any more are named', () => {
    const line = warned('/repo/fedc.yaml', '{}', ['--cluster', 'eu-1']);
    expect(line).toContain('engine/flux/clusters/eu-1/sync.yaml');
    expect(line).not.toContain('us-1');
  });

  it.each([
    { name: 'nothing of them changes', argv: ['--cluster', 'us-1'], file: 'namespace.yaml' },
    { name: 'the whole is built', argv: [], file: 'api.yaml' },
    { name: 'another shard writes them', argv: ['--shard', '2/2'], file: 'api.yaml' },
    { name: 'this shard writes them', argv: ['--shard', '1/2'], file: 'api.yaml' },
  ])('are not spoken of where $name', ({ argv, file }) => {
    const text = file === 'api.yaml' ? added[1] : (files[`/repo/${file}`] ?? '');
    expect(warned(`/repo/${file}`, text, argv)).toBe('');
  });

  it('are written by the first build of a tree, whatever it is for', () => {
    const host = createMemoryHost({
      workingFolder: '/repo',
      files: { ...files, '/repo/fedc.yaml': stages },
    });
    expect(fedc(['build', '--cluster', 'eu-1'], host).error).not.toContain('engine-file-left');
    expect(host.files.has('/repo/rendered/engine/flux/clusters/us-1/sync.yaml')).toBe(true);
  });
});
