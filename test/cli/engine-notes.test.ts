/** Files of engines are no objects of a cluster; a comparison names those that differ. */
import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { fedc, files } from './repository.ts';

const flux = 'engines: {repository: {path: rendered}, flux: {}}\n';
const sync = 'engine/flux/clusters/eu-1/sync.yaml';

function built(): MemoryHost {
  const host = createMemoryHost({
    workingFolder: '/repo',
    files: { ...files, '/repo/fedc.yaml': flux },
  });
  expect(fedc(['build'], host).code).toBe(0);
  return host;
}

function changed(config: string): MemoryHost {
  const host = built();
  host.files.set('/repo/fedc.yaml', new TextEncoder().encode(config));
  return host;
}

const slower = flux.replace('flux: {}', 'flux: {interval: 1h}');

describe('a comparison', () => {
  it('with the tree names files of engines', () => {
    const { code, output } = fedc(['diff'], changed(slower));
    expect(code).toBe(0);
    expect(output).toContain(`3 engine files differ too: ${sync}, `);
  });

  it('with a supposed inventory names those of a cluster that goes', () => {
    const { output } = fedc(['what-if', '--remove-cluster', 'us-1'], built());
    expect(output).toContain('1 engine file differs too: engine/flux/clusters/us-1/sync.yaml');
  });

  it('says nothing where they are the same', () => {
    expect(fedc(['diff'], built()).output).not.toContain('engine');
    expect(fedc(['what-if', '--label', 'us-1:a=b'], built()).output).not.toContain('engine file');
  });

  it('tells no programs that read patches', () => {
    expect(fedc(['diff', '-o', 'unified'], changed(slower)).output).toBe('');
  });
});
