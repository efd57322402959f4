import { expect, it } from 'vitest';
import { looksLikeManifest, reportForeignFiles } from '../../src/tree/foreign-files.ts';

it('reports a file once for all clusters that hold it', () => {
  const found = reportForeignFiles([
    'clusters/a/kustomization.yaml',
    'clusters/a/shop/x.json',
    'clusters/b/kustomization.yaml',
    'clusters/b/README.md',
  ]);
  expect(found).toMatchObject([
    {
      code: 'tree/foreign-file',
      severity: 'warning',
      at: { file: 'clusters/a/kustomization.yaml' },
      args: { clusters: ['a', 'b'] },
    },
    { args: { path: 'clusters/a/shop/x.json', clusters: ['a'] } },
  ]);
});

it.each([
  ['a.yaml', true],
  ['a.YML', true],
  ['a.json', true],
  ['a.yaml.fedc-tmp', false],
  ['yaml', false],
])('%s is a manifest: %s', (path, expected) => {
  expect(looksLikeManifest(path)).toBe(expected);
});
