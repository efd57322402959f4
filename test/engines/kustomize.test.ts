/** What Flux builds: every kustomization.yaml of the expected trees, by its list, and by kustomize where kubectl is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { cases, examples, root } from '../repository.ts';
import { schemaChecker } from './emitted.ts';

const trees = [...cases, ...examples].map(({ tree }) => tree).filter((tree) => existsSync(tree));
const files = trees.flatMap((tree) => yamlBelow(tree));
const lists = files.filter((path) => path.endsWith('/kustomization.yaml'));
const hasKubectl = spawnSync('kubectl', ['kustomize', '--help']).status === 0;

function yamlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function resourcesOf(path: string): readonly string[] {
  return parse(readFileSync(path, 'utf8')).resources;
}

describe('the lists that Flux reads', () => {
  it('are there', () => {
    expect(lists.length).toBeGreaterThan(5);
  });

  it.each(lists.map((path) => [path.slice(root.length + 1), path]))('%s names files', (_, path) => {
    const missing = resourcesOf(path).filter((each) => !existsSync(join(dirname(path), each)));
    expect(missing).toEqual([]);
  });

  const built = hasKubectl ? lists.map((path) => [path.slice(root.length + 1), path]) : [];
  it.each(built)('%s is built by kustomize', (_, path) => {
    const flags = ['--load-restrictor', 'LoadRestrictionsNone'];
    const { stdout, stderr } = spawnSync('kubectl', ['kustomize', dirname(path), ...flags], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(parseAllDocuments(stdout).length).toBe(resourcesOf(path).length);
  });
});

describe('the objects of the expected trees', () => {
  const objects = files.filter((path) => /\/engine\/f(?:lux|leet)\//.test(path));

  it.each(objects.map((path) => [path.slice(root.length + 1), path]))('%s is valid', (_, path) => {
    const engine = path.includes('/engine/flux/') ? 'flux' : 'fleet';
    expect(schemaChecker(engine)(parse(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
