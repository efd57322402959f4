import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { HostError } from '../../src/io/host.ts';
import { createNodeHost } from '../../src/io/node-host.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-rewrite-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('rewriteFile', () => {
  it('gives a file another text and leaves its mode', () => {
    const path = join(folder, 'a.yaml');
    for (const mode of [0o600, 0o644, 0o755, 0o666]) {
      writeFileSync(path, 'old');
      chmodSync(path, mode);
      createNodeHost().rewriteFile(path, 'new é');
      expect(readFileSync(path, 'utf8')).toBe('new é');
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o7777).toBe(mode);
      expect(readdirSync(folder)).toEqual(['a.yaml']);
    }
  });

  it('leaves the owner, where the system lets it', () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'old');
    if (process.getuid?.() === 0) chownSync(path, 1234, 1234);
    const { uid, gid } = statSync(path);
    createNodeHost().rewriteFile(path, 'new');
    expect(statSync(path)).toMatchObject({ uid, gid });
  });

  it('writes into no other name of the file', () => {
    const [path, other] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')];
    writeFileSync(path, 'old');
    linkSync(path, other);
    createNodeHost().rewriteFile(path, 'new');
    expect(readFileSync(other, 'utf8')).toBe('old');
  });

  it('leaves nothing behind if the machine refuses', () => {
    const host = createNodeHost();
    expect(() => host.rewriteFile(join(folder, 'nowhere.yaml'), 'new')).toThrow(HostError);
    mkdirSync(join(folder, 'a.yaml'));
    expect(() => host.rewriteFile(join(folder, 'a.yaml'), 'new')).toThrow(HostError);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('fedc fix on a disk', () => {
  it('rewrites the sources', () => {
    writeFileSync(
      join(folder, 'clusters.yaml'),
      'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters: [{name: eu-1}]\n',
    );
    const source = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedNamespace
metadata: {name: shop, namespace: shop}
spec:
  placement:
    clusterNames: [eu-1] # one
`;
    const path = join(folder, 'ns.yaml');
    writeFileSync(path, source, { mode: 0o640 });
    const said = { output: '', error: '' };
    const host = {
      ...createNodeHost(),
      workingFolder: folder.replaceAll('\\', '/'),
      writeOutput: (text: string) => {
        said.output += text;
      },
      writeError: (text: string) => {
        said.error += text;
      },
    };
    expect(run(['fix'], host)).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(
      source.replace('clusterNames: [eu-1]', 'clusters: [{name: eu-1}]'),
    );
    expect(said.error).toBe('1 fix in 1 file\n');
    expect(said.output).toContain('+    clusters: [{name: eu-1}] # one\n');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
