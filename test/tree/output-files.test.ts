import { expect, it } from 'vitest';
import { outputFiles } from '../../src/tree/output-files.ts';
import { cluster, compilation, variant } from './variants.ts';

it('gives the files in the order of their whole paths', () => {
  const input = compilation(
    variant({ clusters: ['a', 'a-b', 'a.c'] }),
    variant({ clusters: ['a'], key: { kind: 'Namespace', namespace: '' } }),
    variant({ clusters: ['a'], key: { namespace: 'a' } }),
  );
  const paths = Array.from(outputFiles(input, 'by-namespace'), ({ path }) => path);
  expect(paths).toEqual([...paths].sort());
  expect(paths).toEqual([
    '.gitattributes',
    'clusters/a-b/shop/configmap_web.yaml',
    'clusters/a.c/shop/configmap_web.yaml',
    'clusters/a/_cluster/namespace_web.yaml',
    'clusters/a/a/configmap_web.yaml',
    'clusters/a/shop/configmap_web.yaml',
    'index/clusters/a-b.json',
    'index/clusters/a.c.json',
    'index/clusters/a.json',
  ]);
});

it('gives nothing for a cluster without manifests', () => {
  const { variants } = compilation(variant({ clusters: ['eu-1'] }));
  const inventory = { clusters: [cluster('eu-1'), cluster('eu-2')] };
  const paths = Array.from(
    outputFiles({ inventory, variants }, 'by-namespace'),
    ({ path }) => path,
  );
  expect(paths.filter((path) => path.includes('eu-2'))).toEqual([]);
});

it('gives only the clusters that are asked for', () => {
  const input = compilation(variant({ clusters: ['eu-1', 'eu-2'] }));
  const files = [...outputFiles(input, 'by-namespace', new Set(['eu-2']))];
  expect(files.map(({ path }) => path)).toEqual([
    '.gitattributes',
    'clusters/eu-2/shop/configmap_web.yaml',
    'index/clusters/eu-2.json',
  ]);
});

it('gives nothing at all where nothing is deployed', () => {
  expect([...outputFiles(compilation(), 'by-namespace')]).toEqual([]);
  const other = compilation(variant({ clusters: ['a'] }));
  expect([...outputFiles(other, 'by-namespace', new Set(['b']))]).toEqual([]);
});

it('writes the line ends that every checkout keeps', () => {
  const [attributes] = outputFiles(compilation(variant({ clusters: ['a'] })), 'by-namespace');
  expect(attributes?.text).toBe(
    'clusters/** text eol=lf\nindex/** text eol=lf linguist-generated\n',
  );
});
