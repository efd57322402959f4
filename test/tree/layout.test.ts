import { expect, it } from 'vitest';
import { folderOf, outputPath } from '../../src/tree/layout.ts';
import { variant } from './variants.ts';

const path = (parts: Parameters<typeof variant>[0], layout: 'by-namespace' | 'by-app') => {
  const made = variant(parts);
  return outputPath(made.key, 'eu-1', folderOf(made, layout));
};

it.each([
  {
    name: 'a namespaced object stands in the folder of its namespace',
    parts: { clusters: [] },
    layout: 'by-namespace' as const,
    path: 'clusters/eu-1/shop/configmap_web.yaml',
  },
  {
    name: 'a cluster-scoped object stands in _cluster',
    parts: { clusters: [], key: { kind: 'Namespace', namespace: '' } },
    layout: 'by-namespace' as const,
    path: 'clusters/eu-1/_cluster/namespace_web.yaml',
  },
  {
    name: 'by app, the folder of the app takes the place of the namespace',
    parts: { clusters: [], app: 'Portal' },
    layout: 'by-app' as const,
    path: 'clusters/eu-1/~50ortal/configmap_web.yaml',
  },
  {
    name: 'by app, sources of the root share one folder',
    parts: { clusters: [], app: '_root' },
    layout: 'by-app' as const,
    path: 'clusters/eu-1/_root/configmap_web.yaml',
  },
])('$name', ({ parts, layout, path: expected }) => {
  expect(path(parts, layout)).toBe(expected);
});
